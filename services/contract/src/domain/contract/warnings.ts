import { shareDownFen, sumFen } from '@engsales/values';
import type { ContractDocument } from './drafting/drafting.state.js';

/** What somebody should look at in a contract; nothing is refused for it. */
export type ContractWarning =
  | { readonly code: 'RETENTION_OVER_3_PERCENT'; readonly retentionFen: number; readonly limitFen: number }
  | { readonly code: 'COMMITTED_DATE_BEFORE_SIGNING'; readonly lineIds: readonly string[]; readonly signedOn: string };

/** Retention money of construction is at most 3 % of the price (建质〔2017〕138号 §7). */
const RETENTION_BPS = 300;

/** Of a document as of a day: the signature, or today while it is written (C-86). */
export function warningsOf({ lines, milestones, totalFen }: ContractDocument, signedOn: string): ContractWarning[] {
  const retentionFen = sumFen(milestones.filter((m) => m.kind === 'RETENTION').map((m) => m.amountFen));
  const limitFen = shareDownFen(totalFen, RETENTION_BPS);
  const early = lines.filter((line) => line.committedDate < signedOn).map((line) => line.lineId);
  return [
    ...(retentionFen > limitFen ? [{ code: 'RETENTION_OVER_3_PERCENT' as const, retentionFen, limitFen }] : []),
    ...(early.length > 0 ? [{ code: 'COMMITTED_DATE_BEFORE_SIGNING' as const, lineIds: early, signedOn }] : []),
  ];
}

/** As an event keeps them: nothing where nothing was noticed. */
export const warningsFound = (
  document: ContractDocument,
  signedOn: string,
): { readonly warnings?: readonly ContractWarning[] } => {
  const warnings = warningsOf(document, signedOn);
  return warnings.length > 0 ? { warnings } : {};
};
