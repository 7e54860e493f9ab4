import type { Issued } from '@engsales/event-sourcing/domain';
import { tenderRecord } from '../tender-record.js';
import type { ExistingTender } from '../tender.state.js';
import { defaultChecklist } from '../preparing/default-checklist.js';
import type { BidPreparationBegun } from './publishing.events.js';

/** Published, commerce engaged, and GO: the later of the three begins the preparation of the bid. */
export function beginPreparation(after: ExistingTender, issued: Issued): BidPreparationBegun[] {
  const { state, commerceOwnerId, goDecision, announcement } = after;
  if (state !== 'PUBLISHED' || commerceOwnerId === undefined || goDecision?.go !== true) return [];
  const checklist = defaultChecklist(announcement?.bondRequiredFen ?? 0);
  const record = tenderRecord(after, issued, 'PREPARING');
  return [{ type: 'BidPreparationBegun', data: { ...record, checklist, begunOn: issued.today } }];
}
