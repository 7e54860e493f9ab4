import type { LeadState } from './lead.values.js';

/** What every fact about a lead says; `state` is the one after it. */
export interface LeadFact {
  readonly leadId: string;
  readonly state: LeadState;
  /** Staff id. */
  readonly by: string;
  /** Business date of the record. */
  readonly recordedOn: string;
}
