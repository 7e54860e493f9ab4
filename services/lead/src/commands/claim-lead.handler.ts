import { randomUUID } from 'node:crypto';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, fold, Rejected, type CommandResult, type Issued } from '@engsales/event-sourcing';
import { leadHoldingId } from '../domain/ids.js';
import { FreeSlot, leadHolding, TakeSlot } from '../domain/lead-holding/lead-holding.js';
import { lead } from '../domain/lead/lead.js';
import { exists } from '../domain/lead/lead.state.js';
import { ClaimLead } from '../domain/lead/ownership/ownership.commands.js';
import { readLeadState } from './read-lead.js';
import { readSiblings } from './read-siblings.js';

const IN_WORK: readonly string[] = ['CAPTURED', 'QUALIFYING', 'DEVELOPING'];

/** Whoever claims takes a slot of what one person may hold: try the decision, take the slot, claim; give the slot back if somebody was faster. */
@CommandHandler(ClaimLead)
export class ClaimLeadHandler implements ICommandHandler<ClaimLead, CommandResult> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute({ data, issued }: ClaimLead): Promise<CommandResult> {
    const staffId = issued.by.id;
    const before = await readLeadState(this.executor.store, data.leadId);
    const productLineIds = exists(before) ? before.productLineIds : [];
    const siblings = await readSiblings(this.executor.store, { staffId, productLineIds });
    const known = { ...data, siblings };
    const trial = await this.executor.execute(lead, new ClaimLead(known, { ...issued, dryRun: true }));
    const slot = { holdingId: leadHoldingId(staffId), staffId, leadId: data.leadId };
    await this.takeSlot(slot, issued);
    if (issued.dryRun) return trial;
    try {
      return await this.executor.execute(lead, new ClaimLead(known, issued));
    } catch (error) {
      await this.executor.execute(leadHolding, new FreeSlot(slot, ofItsOwn(issued)));
      throw error;
    }
  }

  /** At the limit, slots of leads that are no longer this person's are freed first. @throws Rejected CLAIM_LIMIT_REACHED */
  private async takeSlot(slot: TakeSlot['data'], issued: Issued): Promise<void> {
    const take = () => this.executor.execute(leadHolding, new TakeSlot(slot, ofItsOwn(issued)));
    try {
      await take();
    } catch (error) {
      if (!(error instanceof Rejected) || issued.dryRun || !(await this.freeUseless(slot, issued))) throw error;
      await take();
    }
  }

  private async freeUseless({ holdingId, staffId }: TakeSlot['data'], issued: Issued): Promise<boolean> {
    const { leadIds } = fold(leadHolding, await this.executor.store.readStream(`${leadHolding.category}-${holdingId}`));
    let isFreed = false;
    for (const leadId of leadIds) {
      const held = await readLeadState(this.executor.store, leadId);
      if (exists(held) && held.salespersonId === staffId && IN_WORK.includes(held.state)) continue;
      await this.executor.execute(leadHolding, new FreeSlot({ holdingId, staffId, leadId }, ofItsOwn(issued)));
      isFreed = true;
    }
    return isFreed;
  }
}

/** The slot is decided by its own stream, so every attempt is a command of its own. */
const ofItsOwn = (issued: Issued): Issued => ({
  ...issued,
  expectedRevision: undefined,
  commandId: randomUUID(),
  causationId: issued.commandId,
});
