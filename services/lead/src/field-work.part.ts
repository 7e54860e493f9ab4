import { decides } from '@engsales/event-sourcing';
import { PAPERS } from '@engsales/service';
import { PlanChannelHandler } from './commands/channel.handlers.js';
import { ChangePartyHandler, RegisterPartyHandler } from './commands/party.handlers.js';
import { sampleHandlers } from './commands/sample-project.handlers.js';
import { visitHandlers } from './commands/visit.handlers.js';
import { channel } from './domain/channel/channel.js';
import { MarkChannelReviewDue } from './domain/channel/channel.commands.js';
import { partyKey } from './domain/party/party-keys.js';
import { party } from './domain/party/party.js';
import { MarkSamplePaymentOverdue } from './domain/sample-project/sample-project.commands.js';
import { sampleProject } from './domain/sample-project/sample-project.js';
import { visitCalendar } from './domain/visit-calendar/visit-calendar.js';
import { MarkVisitReportOverdue } from './domain/visit/visit.commands.js';
import { visit } from './domain/visit/visit.js';
import { ChannelController, ChannelsController } from './http/channels.controller.js';
import { ContactsController } from './http/contacts.controller.js';
import { PartiesController, PartyController } from './http/parties.controller.js';
import { SampleProjectController, SampleProjectsController } from './http/sample-projects.controller.js';
import { VisitPapersController } from './http/visit-papers.controller.js';
import { VisitController, VisitsController } from './http/visits.controller.js';
import { FieldReadModels } from './migrations/1764000010000-field-read-models.js';
import { channels } from './read-models/channels/channels.projection.js';
import { FindChannelsHandler } from './read-models/channels/channels.query.js';
import { parties } from './read-models/parties/parties.projection.js';
import { FindPartiesHandler } from './read-models/parties/parties.query.js';
import { sampleProjects } from './read-models/sample-projects/sample-projects.projection.js';
import { FindSampleProjectsHandler } from './read-models/sample-projects/sample-projects.query.js';
import { visits } from './read-models/visits/visits.projection.js';
import { FindVisitsHandler } from './read-models/visits/visits.query.js';
import { fieldDeadlines } from './timers/field-deadlines.projection.js';
import type { ServicePart } from '@engsales/service';

/** Whom we know and meet: parties, channels, visits, samples (单位、渠道、拜访、样板). */
export const fieldWork: ServicePart = {
  deciders: [
    decides(party, [RegisterPartyHandler, ChangePartyHandler]),
    decides(partyKey),
    decides(channel, [PlanChannelHandler]),
    decides(visit, visitHandlers),
    decides(visitCalendar),
    decides(sampleProject, sampleHandlers),
  ],
  reactions: [],
  projections: [parties, channels, visits, sampleProjects, fieldDeadlines],
  timers: [MarkVisitReportOverdue, MarkSamplePaymentOverdue, MarkChannelReviewDue],
  migrations: [FieldReadModels],
  controllers: [
    PartiesController,
    PartyController,
    ContactsController,
    ChannelsController,
    ChannelController,
    VisitsController,
    VisitController,
    VisitPapersController,
    SampleProjectsController,
    SampleProjectController,
  ],
  queries: [...PAPERS, FindPartiesHandler, FindChannelsHandler, FindVisitsHandler, FindSampleProjectsHandler],
};
