import type { TenderRecord } from './tender-record.events.js';
import type { Issued } from '@engsales/event-sourcing/domain';
import type { ExistingTender } from './tender.state.js';
import type { TenderState } from './tender.values.js';

export const tenderRecord = (
  { tenderId, leadId, state: before }: Pick<ExistingTender, 'tenderId' | 'leadId' | 'state'>,
  issued: Issued,
  state: TenderState = before,
): TenderRecord => ({ tenderId, leadId, state, by: issued.by.id });
