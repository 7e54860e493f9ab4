import type { TenderState } from './tender.values.js';

/** What every event says of the tender. */
export interface TenderRecord {
  readonly tenderId: string;
  readonly leadId?: string;
  readonly state: TenderState;
  readonly by: string;
}
