import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, type CommandResult, type EventStore, handlerReading } from '@engsales/event-sourcing';
import type { LeadThen } from '../domain/lead-then.js';
import {
  CancelVisit,
  PlanVisit,
  ReportVisit,
  ReviseVisit,
  SendWrittenMaterial,
  type OutlineWords,
  type PlanWords,
} from '../domain/visit/visit.commands.js';
import { visit } from '../domain/visit/visit.js';
import { readLead } from './read-lead.js';
import { readParties } from './read-parties.js';
import { readKnownLines } from './read-product-lines.js';
import { noteDayOf, readOtherDays, readVisit } from './visit-calendars.js';

/** Reads the lead, whom the outline names, and on which days the lead is visited; then writes the day of this visit down. */
@CommandHandler(PlanVisit)
export class PlanVisitHandler implements ICommandHandler<PlanVisit, CommandResult> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute({ data, issued }: PlanVisit): Promise<CommandResult> {
    const known = { ...data, ...(await readForPlan(data, this.executor.store)) };
    const result = await this.executor.execute(visit, new PlanVisit(known, issued));
    if (!issued.dryRun) await noteDayOf(this.executor, data.visitId, issued);
    return result;
  }
}

@CommandHandler(ReviseVisit)
export class ReviseVisitHandler implements ICommandHandler<ReviseVisit, CommandResult> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute({ data, issued }: ReviseVisit): Promise<CommandResult> {
    const known = { ...data, ...(await readForPlan(data, this.executor.store)) };
    const result = await this.executor.execute(visit, new ReviseVisit(known, issued));
    if (!issued.dryRun) await noteDayOf(this.executor, data.visitId, issued);
    return result;
  }
}

/** Reads the lead, whom we met, whom we talked about and what we showed; then writes down on which day it was. */
@CommandHandler(ReportVisit)
export class ReportVisitHandler implements ICommandHandler<ReportVisit, CommandResult> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute({ data, issued }: ReportVisit): Promise<CommandResult> {
    const { store } = this.executor;
    const named = [...data.met.map(({ partyId }) => partyId), ...data.weSaid.map(({ aboutPartyId }) => aboutPartyId)];
    const beside = {
      ...(await leadOfVisit(data, store)),
      parties: await readParties(store, named),
      knownLineIds: await readKnownLines(store, data.productLineIdsPresented),
    };
    const result = await this.executor.execute(visit, new ReportVisit({ ...data, ...beside }, issued));
    if (!issued.dryRun) await noteDayOf(this.executor, data.visitId, issued);
    return result;
  }
}

@CommandHandler(CancelVisit)
export class CancelVisitHandler implements ICommandHandler<CancelVisit, CommandResult> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute({ data, issued }: CancelVisit): Promise<CommandResult> {
    const known = { ...data, ...(await leadOfVisit(data, this.executor.store)) };
    const result = await this.executor.execute(visit, new CancelVisit(known, issued));
    if (!issued.dryRun) await noteDayOf(this.executor, data.visitId, issued);
    return result;
  }
}

const leadOfVisit = async (
  { visitId }: { readonly visitId: string },
  store: EventStore,
): Promise<{ readonly lead?: LeadThen }> => {
  const then = await readVisit(store, visitId);
  return then.state === 'NONE' ? {} : { lead: await readLead(store, then.leadId) };
};

const SendWrittenMaterialHandler = handlerReading(visit, SendWrittenMaterial, leadOfVisit);

export const visitHandlers = [
  PlanVisitHandler,
  ReviseVisitHandler,
  ReportVisitHandler,
  CancelVisitHandler,
  SendWrittenMaterialHandler,
];

const readForPlan = async (
  { visitId, leadId, outline }: PlanWords & { readonly visitId: string },
  store: EventStore,
) => ({
  lead: await readLead(store, leadId),
  parties: await readParties(store, partiesIn(outline)),
  otherDays: await readOtherDays(store, leadId, visitId),
});

const partiesIn = ({ meet, fallback, target }: OutlineWords): (string | undefined)[] =>
  [meet, fallback?.who, target?.who].map((who) => who?.partyId);
