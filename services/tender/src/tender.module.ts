import { Module, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { publishing } from '@engsales/messaging';
import type { ServiceDefinition } from '@engsales/service';
import type { BondEvent } from './domain/bond/bond.events.js';
import type { TenderEvent } from './domain/tender/tender.events.js';
import { FEED_PATH } from './http/calendar.controller.js';
import { offerLinesBody, sheetToPrice } from './http/offer-lines-sheet.js';
import { tenderRefusals } from './http/refusals.js';
import { offerWork } from './offers.part.js';
import { bondWork } from './bonds.part.js';
import { publishedOffers, type OfferEvent } from './reactions/published-offers.js';
import { publishedBond } from './reactions/published-bond.js';
import { publishedTender } from './reactions/published-tender.js';
import { tenderWork } from './tenders.part.js';
import { tenderSettings } from './settings.js';

const PARTS = [tenderWork, offerWork, bondWork];

/** The index of the tender service (招投标与报价): every use case starts here, in one of three parts. */
const service: ServiceDefinition = {
  name: 'tender',
  title: 'tenders and quotations 投标与报价',
  deciders: PARTS.flatMap(({ deciders }) => deciders),
  reactions: PARTS.flatMap(({ reactions }) => reactions),
  publishedEvents: publishing<TenderEvent | OfferEvent | BondEvent>({
    ...publishedTender,
    ...publishedOffers,
    ...publishedBond,
  }),
  projections: PARTS.flatMap(({ projections }) => projections),
  timers: PARTS.flatMap(({ timers }) => timers),
  migrations: PARTS.flatMap(({ migrations }) => migrations),
  readerRoles: ['SALES', 'SALES_MANAGER', 'COMMERCE', 'COMPANY_LEADER', 'FINANCE'],
  settings: tenderSettings,
  publicPaths: [FEED_PATH],
  largeBodies: [{ path: '/api/v1/tenders', limit: '6mb' }],
  problems: tenderRefusals,
};

@Module({
  controllers: PARTS.flatMap(({ controllers }) => controllers),
  providers: PARTS.flatMap(({ queries }) => queries),
})
export class TenderModule implements NestModule {
  static readonly service = service;

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(offerLinesBody, sheetToPrice).forRoutes('api/v1/tenders/:tenderId/price-bid');
  }
}
