import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { KitSectionName } from './sales-kit.values.js';

export interface KitContentRecord {
  readonly text?: string;
  readonly media?: readonly string[];
  readonly advantagesVsCompetitors?: readonly { readonly text: string; readonly evidenceRef?: string }[];
  readonly caseStudyIds?: readonly string[];
  readonly rdTeam?: string;
  readonly capability?: string;
  readonly equipment?: string;
  readonly warrantyMonths?: number;
  readonly repair?: string;
  readonly training?: string;
  readonly testimonials?: readonly string[];
  readonly steps?: readonly { readonly duration: string; readonly responsible: string; readonly content: string }[];
}

interface OfVersion {
  readonly kitId: string;
  readonly version: number;
  readonly by: string;
}

export type SalesKitDrafted = DomainEvent<
  'SalesKitDrafted',
  OfVersion & {
    readonly state: 'DRAFT';
    readonly title: string;
    readonly productLineId?: string;
    readonly draftedOn: string;
  }
>;
export type KitSectionWritten = DomainEvent<
  'KitSectionWritten',
  OfVersion & {
    readonly state: 'DRAFT';
    readonly section: KitSectionName;
    readonly content: KitContentRecord;
    readonly writtenOn: string;
  }
>;
/** All sections as they were written until then are the published version. */
export type SalesKitPublished = DomainEvent<
  'SalesKitPublished',
  OfVersion & { readonly state: 'PUBLISHED'; readonly publishedOn: string }
>;
export type SalesKitRevised = DomainEvent<
  'SalesKitRevised',
  OfVersion & {
    readonly state: 'DRAFT';
    readonly title: string;
    readonly productLineId?: string;
    readonly revisedOn: string;
  }
>;
export type SalesKitRetired = DomainEvent<
  'SalesKitRetired',
  OfVersion & { readonly state: 'RETIRED'; readonly reason: string; readonly retiredOn: string }
>;

export type SalesKitEvent = SalesKitDrafted | KitSectionWritten | SalesKitPublished | SalesKitRevised | SalesKitRetired;
