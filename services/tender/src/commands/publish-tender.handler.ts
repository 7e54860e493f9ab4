import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, isJustReserved, Rejected, Reservations, type CommandResult } from '@engsales/event-sourcing';
import { isSameNumber } from '@engsales/values';
import { reservedNumber, tenderNumber } from '../domain/tender-number/tender-number.js';
import { PublishTender } from '../domain/tender/publishing/publishing.commands.js';
import { exists, type Tender } from '../domain/tender/tender.state.js';
import { tender } from '../domain/tender/tender.js';
import { readTenderState } from './read-tender.js';

/** Publishing under a number that is ours once per lot and round: try the decision, reserve the number, publish. */
@CommandHandler(PublishTender)
export class PublishTenderHandler implements ICommandHandler<PublishTender, CommandResult> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute(command: PublishTender): Promise<CommandResult> {
    const { data, issued } = command;
    const trial = await this.executor.execute(tender, new PublishTender(data, { ...issued, dryRun: true }));
    await this.reserve(command);
    return issued.dryRun ? trial : this.executor.execute(tender, command);
  }

  /** @throws Rejected DUPLICATE_TENDER_NO {existingTenderId} */
  private async reserve({ data: { tenderId, tenderNo }, issued }: PublishTender): Promise<void> {
    const { store } = this.executor;
    const value = numberOf(await readTenderState(store, tenderId), tenderNo);
    const numbers = new Reservations(this.executor, tenderNumber, async (held) => {
      const holder = await readTenderState(store, held.heldBy);
      // one that was never published has not come to use it
      const published = exists(holder) ? holder.announcement?.tenderNo : undefined;
      const isUsed = published !== undefined && isSameNumber(numberOf(holder, published), held.value);
      return isUsed || isJustReserved(held);
    });
    try {
      await numbers.take({ value, heldBy: tenderId }, issued);
    } catch (error) {
      if (!(error instanceof Rejected) || error.code !== 'DUPLICATE_TENDER_NO') throw error;
      const { existing: existingTenderId } = error.details as { existing?: string };
      throw new Rejected(error.code, `${tenderNo} is published already`, { tenderNo, existingTenderId });
    }
  }
}

const numberOf = (found: Tender, tenderNo: string): string =>
  exists(found) ? reservedNumber(tenderNo, found.registration.lotNo, found.round) : tenderNo;
