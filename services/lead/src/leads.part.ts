import { decides } from '@engsales/event-sourcing';
import { CaptureLeadHandler, CorrectLeadHandler } from './commands/capture.handlers.js';
import { ClaimLeadHandler } from './commands/claim-lead.handler.js';
import { followUpHandlers } from './commands/follow-up.handlers.js';
import { ImportLeadHandler } from './commands/import-lead.handler.js';
import { leadHandlers } from './commands/lead.handlers.js';
import { MarkFollowUpOverdue } from './domain/follow-up-log/follow-up-log.commands.js';
import { followUpLog } from './domain/follow-up-log/follow-up-log.js';
import { leadHolding } from './domain/lead-holding/lead-holding.js';
import { MarkRevisitDue } from './domain/lead/converting/converting.commands.js';
import { lead } from './domain/lead/lead.js';
import { RecycleLead } from './domain/lead/ownership/ownership.commands.js';
import { projectKey } from './domain/project-key/project-key.js';
import { ConvertingController } from './http/converting.controller.js';
import { EvidenceController } from './http/evidence.controller.js';
import { FollowUpLogController, FollowUpsController } from './http/follow-ups.controller.js';
import { LeadImportController } from './http/lead-import.controller.js';
import { LeadPapersController } from './http/lead-papers.controller.js';
import { LeadReportsController } from './http/lead-reports.controller.js';
import { LeadController, LeadsController } from './http/leads.controller.js';
import { OwnershipController } from './http/ownership.controller.js';
import { PartnersController } from './http/partners.controller.js';
import { ProfilingController } from './http/profiling.controller.js';
import { RelationsController } from './http/relations.controller.js';
import { LeadReadModels } from './migrations/1764000030000-lead-read-models.js';
import * as contractReactions from './reactions/contract-course.reaction.js';
import * as newProjectReactions from './reactions/new-project.reaction.js';
import * as ownReactions from './reactions/own-lead.reaction.js';
import * as tenderReactions from './reactions/tender-course.reaction.js';
import { competitors } from './read-models/competitors/competitors.projection.js';
import { GetCompetitorsHandler } from './read-models/competitors/competitors.query.js';
import { followUps } from './read-models/follow-ups/follow-ups.projection.js';
import { FindFollowUpsHandler } from './read-models/follow-ups/follow-ups.query.js';
import { salesFunnel } from './read-models/funnel/sales-funnel.projection.js';
import { GetSalesFunnelHandler } from './read-models/funnel/sales-funnel.query.js';
import { leadTasks } from './read-models/lead-tasks/lead-tasks.projection.js';
import { FindLeadTasksHandler } from './read-models/lead-tasks/lead-tasks.query.js';
import { FindAbandonedLeadsHandler } from './read-models/leads/abandoned-leads.query.js';
import { FindLeadPoolHandler } from './read-models/leads/lead-pool.query.js';
import { GetLeadSourceEffectivenessHandler } from './read-models/leads/lead-source-effectiveness.query.js';
import { GetLeadSurroundingsHandler } from './read-models/leads/lead-surroundings.query.js';
import { leads } from './read-models/leads/leads.projection.js';
import { FindLeadsHandler } from './read-models/leads/leads.query.js';
import { GetSalesForecastHandler } from './read-models/leads/sales-forecast.query.js';
import { leadDeadlines } from './timers/lead-deadlines.projection.js';
import type { ServicePart } from '@engsales/service';

/** Projects that somebody has heard of, from the hint to what became of it (线索、跟进). */
export const leadWork: ServicePart = {
  deciders: [
    decides(lead, [CaptureLeadHandler, ImportLeadHandler, CorrectLeadHandler, ClaimLeadHandler, ...leadHandlers]),
    decides(projectKey),
    decides(leadHolding),
    decides(followUpLog, followUpHandlers),
  ],
  reactions: [
    ...Object.values(ownReactions),
    ...Object.values(tenderReactions),
    ...Object.values(contractReactions),
    ...Object.values(newProjectReactions),
  ],
  projections: [leads, followUps, leadTasks, salesFunnel, competitors, leadDeadlines],
  timers: [MarkFollowUpOverdue, RecycleLead, MarkRevisitDue],
  migrations: [LeadReadModels],
  controllers: [
    LeadImportController,
    LeadsController,
    OwnershipController,
    ProfilingController,
    RelationsController,
    PartnersController,
    EvidenceController,
    ConvertingController,
    LeadController,
    LeadPapersController,
    FollowUpsController,
    FollowUpLogController,
    LeadReportsController,
  ],
  queries: [
    FindLeadsHandler,
    FindLeadPoolHandler,
    FindAbandonedLeadsHandler,
    GetLeadSourceEffectivenessHandler,
    GetLeadSurroundingsHandler,
    GetSalesForecastHandler,
    FindFollowUpsHandler,
    FindLeadTasksHandler,
    GetSalesFunnelHandler,
    GetCompetitorsHandler,
  ],
};
