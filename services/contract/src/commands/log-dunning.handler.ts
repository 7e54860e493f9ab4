import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, fold, Rejected, type Binding, type CommandResult } from '@engsales/event-sourcing';
import { contract } from '../domain/contract/contract.js';
import { CONTRACT_TRANSITIONS } from '../domain/contract/contract-transitions.js';
import { dunning, LogDunning, LogDunningOn, type Dunning, type DunningLogged } from '../domain/dunning/dunning.js';

export const dunningBinding: Binding<Dunning, LogDunningOn, DunningLogged> = {
  decider: dunning,
  idOf: ({ data }) => data.contractId,
  projectOf: (state) => state.projectId,
};

/** Reads what the contract says and passes it in: only a contract that was signed is dunned for. */
@CommandHandler(LogDunning)
export class LogDunningHandler implements ICommandHandler<LogDunning, CommandResult> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute({ data, issued }: LogDunning): Promise<CommandResult> {
    const state = fold(contract, await this.executor.store.readStream(`${contract.category}-${data.contractId}`));
    if (state.state === 'NONE') throw new Rejected('NOT_FOUND', `there is no contract ${data.contractId}`);
    const possibleIn = CONTRACT_TRANSITIONS.RecordReceipt;
    if (!possibleIn.includes(state.state)) {
      const details = { command: 'LogDunning', state: state.state, possibleIn };
      throw new Rejected('INVALID_TRANSITION', 'only a signed contract is dunned for', details);
    }
    const milestoneIds = (state.milestones ?? []).map((milestone) => milestone.id);
    const known = { projectId: state.projectId, milestoneIds };
    return this.executor.execute(dunningBinding, new LogDunningOn({ ...data, contract: known }, issued));
  }
}
