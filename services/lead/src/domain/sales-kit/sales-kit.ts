import { aggregate, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { companySettings } from '../company-settings.js';
import { refuseUnlessIn } from '../referred.js';
import { contentOf, refuseIncomplete, withSection } from './kit-sections.js';
import {
  DraftSalesKit,
  PublishSalesKit,
  RetireSalesKit,
  ReviseSalesKit,
  WriteKitSection,
  type KitWords,
  type SalesKitCommand,
} from './sales-kit.commands.js';
import type { SalesKitDrafted, SalesKitEvent } from './sales-kit.events.js';
import type { DraftedKit, SalesKit } from './sales-kit.state.js';

const rules = {
  DraftSalesKit: { command: DraftSalesKit, in: ['NONE'], decide: draftSalesKit },
  WriteKitSection: { command: WriteKitSection, in: ['DRAFT'], decide: writeKitSection },
  PublishSalesKit: { command: PublishSalesKit, in: ['DRAFT'], decide: publishSalesKit },
  ReviseSalesKit: { command: ReviseSalesKit, in: ['PUBLISHED'], decide: reviseSalesKit },
  RetireSalesKit: { command: RetireSalesKit, in: ['DRAFT', 'PUBLISHED'], decide: retireSalesKit },
} satisfies RulesOf<DraftSalesKit, SalesKit, SalesKitEvent> &
  RulesOf<Exclude<SalesKitCommand, DraftSalesKit>, DraftedKit, SalesKitEvent>;

const fold = {
  SalesKitDrafted: (_none, { state, kitId, title, productLineId, version }) => ({
    state,
    kitId,
    title,
    productLineId,
    version,
    sections: [],
  }),
  KitSectionWritten: (kit, { section, content }) => ({
    ...kit,
    sections: withSection(kit.sections, { section, content }),
  }),
  SalesKitPublished: (kit, { state, version, publishedOn }) => ({
    ...kit,
    state,
    published: { version, title: kit.title, sections: kit.sections, publishedOn },
  }),
  SalesKitRevised: (kit, { state, version, title, productLineId }) => ({
    ...kit,
    state,
    version,
    title,
    productLineId,
  }),
  SalesKitRetired: (kit, { state }) => ({ ...kit, state }),
} satisfies FoldOf<SalesKitDrafted, SalesKit, DraftedKit> & FoldOf<Exclude<SalesKitEvent, SalesKitDrafted>, DraftedKit>;

/** What customers are shown of the company (销售范本), in eight sections and in versions. */
export const salesKit = aggregate<SalesKit, SalesKitCommand, SalesKitEvent>({
  category: 'salesKit',
  id: 'kitId',
  initialState: { state: 'NONE' },
  rules,
  fold,
});

/** @throws Rejected NOT_FOUND, INVALID_TRANSITION of the product line */
function draftSalesKit({ data, issued }: DraftSalesKit): SalesKitEvent[] {
  const { kitId, title, productLineId } = data;
  refuseOtherLine(data);
  const drafted = { kitId, version: 1, state: 'DRAFT', title, productLineId } as const;
  return [{ type: 'SalesKitDrafted', data: { ...drafted, by: issued.by.id, draftedOn: issued.today } }];
}

/** @throws Rejected VALIDATION_FAILED, SALES_KIT_SECTION_TOO_LONG */
function writeKitSection({ data, issued }: WriteKitSection, { kitId, version }: DraftedKit): SalesKitEvent[] {
  const { section } = data;
  const content = contentOf(section, data.content, companySettings(issued).profileChars);
  const written = { kitId, version, state: 'DRAFT', section, content } as const;
  return [{ type: 'KitSectionWritten', data: { ...written, by: issued.by.id, writtenOn: issued.today } }];
}

/** @throws Rejected SALES_KIT_SECTION_MISSING, EVIDENCE_REQUIRED, CASE_NOT_APPROVED */
function publishSalesKit({ data: { cases = [] }, issued }: PublishSalesKit, kit: DraftedKit): SalesKitEvent[] {
  refuseIncomplete(kit.sections, cases);
  const { kitId, version } = kit;
  return [
    {
      type: 'SalesKitPublished',
      data: { kitId, version, state: 'PUBLISHED', by: issued.by.id, publishedOn: issued.today },
    },
  ];
}

/** @throws Rejected NOT_FOUND, INVALID_TRANSITION of another product line */
function reviseSalesKit({ data, issued }: ReviseSalesKit, kit: DraftedKit): SalesKitEvent[] {
  const { title, productLineId } = data;
  if (productLineId !== kit.productLineId) refuseOtherLine(data);
  const revised = { kitId: kit.kitId, version: kit.version + 1, state: 'DRAFT', title, productLineId } as const;
  return [{ type: 'SalesKitRevised', data: { ...revised, by: issued.by.id, revisedOn: issued.today } }];
}

function refuseOtherLine({ productLineId, productLine }: KitWords): void {
  if (productLineId !== undefined) refuseUnlessIn('ACTIVE', 'product line', productLineId, productLine);
}

function retireSalesKit({ data, issued }: RetireSalesKit, { kitId, version }: DraftedKit): SalesKitEvent[] {
  const { reason } = data;
  return [
    {
      type: 'SalesKitRetired',
      data: { kitId, version, state: 'RETIRED', reason, by: issued.by.id, retiredOn: issued.today },
    },
  ];
}
