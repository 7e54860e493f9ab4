import { Module } from '@nestjs/common';
import { publishing } from '@engsales/messaging';
import type { ServiceDefinition } from '@engsales/service';
import type { ChannelEvent } from './domain/channel/channel.events.js';
import type { LeadEvent } from './domain/lead/lead.events.js';
import type { SalesPlanEvent } from './domain/sales-plan/sales-plan.events.js';
import { fieldWork } from './field-work.part.js';
import { leadRefusals } from './http/refusals.js';
import { leadWork } from './leads.part.js';
import { publishedChannel } from './reactions/published-channel.js';
import { publishedLead } from './reactions/published-lead.js';
import { publishedPlans } from './reactions/published-plans.js';
import { salesManagement } from './sales-management.part.js';
import { leadSettings } from './settings.js';

const PARTS = [leadWork, fieldWork, salesManagement];

/** The index of the lead service (线索与项目信息): every use case starts here, in one of three parts. */
const service: ServiceDefinition = {
  name: 'lead',
  title: 'leads and projects 线索与项目',
  deciders: PARTS.flatMap(({ deciders }) => deciders),
  reactions: PARTS.flatMap(({ reactions }) => reactions),
  publishedEvents: publishing<LeadEvent | ChannelEvent | SalesPlanEvent>({
    ...publishedLead,
    ...publishedChannel,
    ...publishedPlans,
  }),
  projections: PARTS.flatMap(({ projections }) => projections),
  timers: PARTS.flatMap(({ timers }) => timers),
  migrations: [...fieldWork.migrations, ...salesManagement.migrations, ...leadWork.migrations],
  readerRoles: ['SALES', 'SALES_MANAGER', 'COMPANY_LEADER', 'COMMERCE', 'FINANCE', 'MARKETING_CENTER', 'CRM_CENTER'],
  settings: leadSettings,
  problems: leadRefusals,
};

@Module({
  controllers: PARTS.flatMap(({ controllers }) => controllers),
  providers: PARTS.flatMap(({ queries }) => queries),
})
export class LeadModule {
  static readonly service = service;
}
