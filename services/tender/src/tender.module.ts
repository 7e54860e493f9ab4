import { Module } from '@nestjs/common';
import { publishing } from '@engsales/messaging';
import type { ServiceDefinition } from '@engsales/service';

/** The index of the tender service (招投标). It starts, migrates and is healthy; its use cases come with their own issue. */
const service: ServiceDefinition = {
  name: 'tender',
  title: 'tenders and quotations 投标与报价',
  deciders: [],
  reactions: [],
  publishedEvents: publishing({}),
  projections: [],
  migrations: [],
  readerRoles: ['SALES', 'SALES_MANAGER', 'COMMERCE', 'COMPANY_LEADER', 'FINANCE'],
  problems: {},
};

@Module({})
export class TenderModule {
  static readonly service = service;
}
