import { Module } from '@nestjs/common';
import { decides } from '@engsales/event-sourcing';
import { publishing } from '@engsales/messaging';
import type { ServiceDefinition } from '@engsales/service';
import { PlanChannelHandler } from './commands/channel.handlers.js';
import { ChangePartyHandler, RegisterPartyHandler } from './commands/party.handlers.js';
import { sampleHandlers } from './commands/sample-project.handlers.js';
import { visitHandlers } from './commands/visit.handlers.js';
import { channel } from './domain/channel/channel.js';
import { MarkChannelReviewDue } from './domain/channel/channel.commands.js';
import type { ChannelEvent } from './domain/channel/channel.events.js';
import { partyKey } from './domain/party/party-keys.js';
import { party } from './domain/party/party.js';
import { MarkSamplePaymentOverdue } from './domain/sample-project/sample-project.commands.js';
import { sampleProject } from './domain/sample-project/sample-project.js';
import { visitCalendar } from './domain/visit-calendar/visit-calendar.js';
import { MarkVisitReportOverdue } from './domain/visit/visit.commands.js';
import { visit } from './domain/visit/visit.js';
import { ChannelController, ChannelsController } from './http/channels.controller.js';
import { ContactsController } from './http/contacts.controller.js';
import { PaperPdfs } from './http/paper-pdfs.js';
import { Papers } from './http/papers.js';
import { PartiesController, PartyController } from './http/parties.controller.js';
import { leadRefusals } from './http/refusals.js';
import { SampleProjectController, SampleProjectsController } from './http/sample-projects.controller.js';
import { VisitPapersController } from './http/visit-papers.controller.js';
import { VisitController, VisitsController } from './http/visits.controller.js';
import { FieldReadModels } from './migrations/1764000010000-field-read-models.js';
import { publishedChannel } from './reactions/published-channel.js';
import { channels } from './read-models/channels/channels.projection.js';
import { FindChannelsHandler } from './read-models/channels/channels.query.js';
import { parties } from './read-models/parties/parties.projection.js';
import { FindPartiesHandler } from './read-models/parties/parties.query.js';
import { sampleProjects } from './read-models/sample-projects/sample-projects.projection.js';
import { FindSampleProjectsHandler } from './read-models/sample-projects/sample-projects.query.js';
import { visits } from './read-models/visits/visits.projection.js';
import { FindVisitsHandler } from './read-models/visits/visits.query.js';
import { leadSettings } from './settings.js';
import { fieldDeadlines } from './timers/field-deadlines.projection.js';

/** The index of the lead service (线索与项目信息): every use case starts here. */
const service: ServiceDefinition = {
  name: 'lead',
  title: 'leads and projects 线索与项目',
  deciders: [
    decides(party, [RegisterPartyHandler, ChangePartyHandler]),
    decides(partyKey),
    decides(channel, [PlanChannelHandler]),
    decides(visit, visitHandlers),
    decides(visitCalendar),
    decides(sampleProject, sampleHandlers),
  ],
  reactions: [],
  publishedEvents: publishing<ChannelEvent>({ ...publishedChannel }),
  projections: [parties, channels, visits, sampleProjects, fieldDeadlines],
  timers: [MarkVisitReportOverdue, MarkSamplePaymentOverdue, MarkChannelReviewDue],
  migrations: [FieldReadModels],
  readerRoles: ['SALES', 'SALES_MANAGER', 'COMPANY_LEADER', 'COMMERCE', 'FINANCE', 'MARKETING_CENTER', 'CRM_CENTER'],
  settings: leadSettings,
  problems: leadRefusals,
};

@Module({
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
  providers: [PaperPdfs, Papers, FindPartiesHandler, FindChannelsHandler, FindVisitsHandler, FindSampleProjectsHandler],
})
export class LeadModule {
  static readonly service = service;
}
