import { CommandTo } from '@engsales/event-sourcing/domain';
import type { Referred } from '../referred.js';
import type { KitContent } from './sales-kit.state.js';
import type { KitSectionName } from './sales-kit.values.js';

/** A kit is of the whole company where it names no product line. */
export interface KitWords {
  readonly title: string;
  readonly productLineId?: string;
  /** The product line as the handler has read it. */
  readonly productLine?: Referred;
}

/** A sales kit (销售范本) begins. */
export class DraftSalesKit extends CommandTo<'kitId', KitWords> {
  readonly type = 'DraftSalesKit';
}

/** Writes a section, or writes it anew. */
export class WriteKitSection extends CommandTo<
  'kitId',
  { readonly section: KitSectionName; readonly content: KitContent }
> {
  readonly type = 'WriteKitSection';
}

/** A case as the handler has read it. */
export interface CaseThen {
  readonly caseStudyId: string;
  readonly state: string;
}

export class PublishSalesKit extends CommandTo<'kitId', { readonly cases?: readonly CaseThen[] }> {
  readonly type = 'PublishSalesKit';
}

/** The next version begins with the sections that were published. */
export class ReviseSalesKit extends CommandTo<'kitId', KitWords> {
  readonly type = 'ReviseSalesKit';
}

export class RetireSalesKit extends CommandTo<'kitId', { readonly reason: string }> {
  readonly type = 'RetireSalesKit';
}

export type SalesKitCommand = DraftSalesKit | WriteKitSection | PublishSalesKit | ReviseSalesKit | RetireSalesKit;
