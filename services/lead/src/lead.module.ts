import { Module } from '@nestjs/common';
import { publishing } from '@engsales/messaging';
import type { ServiceDefinition } from '@engsales/service';

/** The index of the lead service (线索). It starts, migrates and is healthy; its use cases come with their own issue. */
const service: ServiceDefinition = {
  name: 'lead',
  title: 'leads and projects 线索与项目',
  deciders: [],
  reactions: [],
  publishedEvents: publishing({}),
  projections: [],
  migrations: [],
  readerRoles: ['SALES', 'SALES_MANAGER', 'COMPANY_LEADER'],
  problems: {},
};

@Module({})
export class LeadModule {
  static readonly service = service;
}
