import type { Block } from '@engsales/documents';
import { clockTimeOf } from '@engsales/values';
import type { Counterpart, ExistingVisit } from '../domain/visit/visit.state.js';
import { VISIT_PURPOSE, VISIT_STATE } from './visit-terms.js';

/** What a paper of a visit is put into words with. */
export interface VisitWords {
  readonly projectName: string;
  /** Puts a name to a staff id. */
  readonly staffNameOf: (staffId?: string) => string;
  readonly partyNameOf: (partyId: string) => string;
  /** The contact with the post, and the name as far as the reader may see it. */
  readonly contactNameOf: (contactId: string) => string;
  readonly generatedOn: string;
}

export function counterpartText({ partyId, contactId, post }: Counterpart, words: VisitWords): string {
  if (partyId === undefined || contactId === undefined) return post ?? '';
  return `${words.partyNameOf(partyId)} ${words.contactNameOf(contactId)}`;
}

/** What both papers of a visit begin with. */
export const visitFacts = (visit: ExistingVisit, words: VisitWords): Block => ({
  kind: 'facts',
  facts: [
    { label: '项目', value: words.projectName, wide: true },
    { label: '计划时间', value: clockTimeOf(visit.plannedAt) },
    { label: '目的', value: VISIT_PURPOSE[visit.purpose] },
    { label: '业务员', value: words.staffNameOf(visit.salespersonId) },
    { label: '同行人员', value: visit.companionIds.map((id) => words.staffNameOf(id)).join('、') },
    { label: '状态', value: VISIT_STATE[visit.state] },
  ],
});

export const heading = (text: string): Block => ({ kind: 'heading', text });

/** Texts one below the other, numbered. */
export const numbered = (column: string, texts: readonly string[]): Block => ({
  kind: 'table',
  columns: [
    { heading: '序', width: 0.3, align: 'center' },
    { heading: column, width: 5 },
  ],
  rows: texts.map((text, index) => [String(index + 1), text]),
});

export const pairs = (columns: readonly [string, string], rows: readonly (readonly [string, string])[]): Block => ({
  kind: 'table',
  columns: columns.map((name) => ({ heading: name })),
  rows,
});
