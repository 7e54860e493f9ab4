import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, fold, Rejected, type CommandResult } from '@engsales/event-sourcing';
import { contract } from '../domain/contract/contract.js';
import { isSigned } from '../domain/contract/contract.state.js';
import { SIGNED_STATES } from '../domain/contract/contract.values.js';
import { dunning, LogDunning } from '../domain/dunning/dunning.js';

/** Reads what the contract says and passes it in: only a contract that was signed is dunned for. */
@CommandHandler(LogDunning)
export class LogDunningHandler implements ICommandHandler<LogDunning, CommandResult> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute({ data, issued }: LogDunning): Promise<CommandResult> {
    const state = fold(contract, await this.executor.store.readStream(`${contract.category}-${data.contractId}`));
    if (state.state === 'NONE') throw new Rejected('NOT_FOUND', `there is no contract ${data.contractId}`);
    if (!isSigned(state)) {
      const details = { command: 'LogDunning', state: state.state, possibleIn: SIGNED_STATES };
      const code = state.state === 'ABANDONED' ? 'CONTRACT_ENDED' : 'INVALID_TRANSITION';
      throw new Rejected(code, 'the contract is not signed', details);
    }
    const milestoneIds = state.milestones.map((milestone) => milestone.id);
    const known = { projectId: state.projectId, milestoneIds };
    return this.executor.execute(dunning, new LogDunning({ ...data, contract: known }, issued));
  }
}
