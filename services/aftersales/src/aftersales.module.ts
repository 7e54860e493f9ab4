import { Module } from '@nestjs/common';
import { publishing } from '@engsales/messaging';
import type { ServiceDefinition } from '@engsales/service';

/** The index of the aftersales service (售后). It starts, migrates and is healthy; its use cases come with their own issue. */
const service: ServiceDefinition = {
  name: 'aftersales',
  title: 'installation, acceptance, service 安装、验收、售后',
  deciders: [],
  reactions: [],
  publishedEvents: publishing({}),
  projections: [],
  migrations: [],
  readerRoles: ['AFTERSALES', 'AFTERSALES_MANAGER', 'SALES', 'SALES_MANAGER'],
  problems: {},
};

@Module({})
export class AftersalesModule {
  static readonly service = service;
}
