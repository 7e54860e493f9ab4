import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, Rejected, type CommandResult, type Issued } from '@engsales/event-sourcing';
import { CaptureLead, CorrectLead } from '../domain/lead/capturing/capturing.commands.js';
import { correctedHearing } from '../domain/lead/capturing/capturing.js';
import { lead } from '../domain/lead/lead.js';
import { exists } from '../domain/lead/lead.state.js';
import { NoteLeadHint } from '../domain/lead/outcome/outcome.commands.js';
import { giveBackProjectKeys, projectNamedIn, takeFreeProjectKeys, takeProjectKeys } from './project-keys.js';
import { readLeadState } from './read-lead.js';
import { readSiblings } from './read-siblings.js';

/**
 * A lead takes what its project is known by: try the decision, take the keys, record. A project that another service tells of and that
 * has a lead already becomes a hint to that lead.
 */
@CommandHandler(CaptureLead)
export class CaptureLeadHandler implements ICommandHandler<CaptureLead, CommandResult> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute({ data, issued }: CaptureLead): Promise<CommandResult> {
    const known = { ...data, siblings: await siblingsOf(data, data.salespersonId ?? issued.by.id, this.executor) };
    const trial = await this.executor.execute(lead, new CaptureLead(known, tried(issued)));
    try {
      const take = data.duplicateOverrideReason === undefined ? takeProjectKeys : takeFreeProjectKeys;
      await take(this.executor, data.leadId, projectNamedIn(trial), issued);
    } catch (error) {
      const existingLeadId = issued.by.role === 'SYSTEM' ? duplicateOf(error) : undefined;
      if (existingLeadId === undefined) throw error;
      return this.executor.execute(lead, hintOf(data, existingLeadId, issued));
    }
    return issued.dryRun ? trial : this.executor.execute(lead, new CaptureLead(known, issued));
  }
}

/** A corrected lead takes its new keys before it is recorded, and gives the old ones back after. */
@CommandHandler(CorrectLead)
export class CorrectLeadHandler implements ICommandHandler<CorrectLead, CommandResult> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute({ data, issued }: CorrectLead): Promise<CommandResult> {
    const before = await readLeadState(this.executor.store, data.leadId);
    const heard = exists(before) ? correctedHearing(before.captured, data) : data;
    const known = { ...data, siblings: await siblingsOf(heard, undefined, this.executor) };
    const trial = await this.executor.execute(lead, new CorrectLead(known, tried(issued)));
    await takeProjectKeys(this.executor, data.leadId, projectNamedIn(trial), issued);
    if (issued.dryRun) return trial;
    const result = await this.executor.execute(lead, new CorrectLead(known, issued));
    if (exists(before)) await giveBackProjectKeys(this.executor, data.leadId, before.captured, issued);
    return result;
  }
}

const tried = (issued: Issued): Issued => ({ ...issued, dryRun: true });

/** The lead that has the project; undefined where something else is wrong. */
const duplicateOf = (error: unknown): string | undefined =>
  error instanceof Rejected && error.code === 'DUPLICATE_LEAD' ? String(error.details.existingLeadId) : undefined;

/** What was told of the project that the lead is about. */
function hintOf(
  { source = 'OTHER', referrerRef, hintRef, needsSummary, leadId }: CaptureLead['data'],
  existing: string,
  issued: Issued,
) {
  const ref = hintRef ?? referrerRef ?? leadId;
  return new NoteLeadHint({ leadId: existing, source, ref, text: needsSummary }, issued);
}

interface Naming {
  readonly ownerPartyId?: string;
  readonly designInstitutePartyId?: string;
  readonly channelId?: string;
}

const siblingsOf = (
  { ownerPartyId, designInstitutePartyId, channelId }: Naming,
  staffId: string | undefined,
  { store }: CommandExecutor,
) => readSiblings(store, { partyIds: [ownerPartyId, designInstitutePartyId], channelId, staffId });
