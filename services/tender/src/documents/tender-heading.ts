import type { Fact } from '@engsales/documents';
import { clockTimeOf, formatYuan } from '@engsales/values';
import type { ExistingTender } from '../domain/tender/tender.state.js';

/** Puts a name to a staff id. */
export type NameOf = (staffId?: string) => string;

export const yuan = (fen: number | undefined): string => (fen === undefined ? '' : `${formatYuan(fen)} 元`);

/** An instant as people read it, nothing where there is none. */
export const timeOf = (instant: string | undefined): string => (instant === undefined ? '' : clockTimeOf(instant));

/** Project, number, lot and tenderee: what every paper of a tender begins with. */
export function tenderFacts({ registration, announcement, round }: ExistingTender): Fact[] {
  return [
    { label: '招标人', value: registration.tenderee.name },
    { label: '招标代理', value: registration.agency?.name ?? '' },
    { label: '招标编号', value: announcement?.tenderNo ?? registration.tenderNo ?? '' },
    { label: '标段', value: registration.lotNo ?? '' },
    { label: '轮次', value: `第 ${round} 轮` },
    { label: '投标截止', value: timeOf(announcement?.submissionDeadline) },
  ];
}
