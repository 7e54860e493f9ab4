import { namedId } from '@engsales/event-sourcing/domain';
import type { BondType } from './bond/bond.values.js';
import type { OfferRefType } from './offers/offer.values.js';

/** Every id that the tender service derives. The same source gives the same id, whoever tells of it and however often. */

/** The tender of a converted lead; a lead that was revived leads to another one. */
export const tenderIdOfLead = (leadId: string, attemptNo: number) => namedId(`tender:lead:${leadId}:${attemptNo}`);

/** The next round of a tender that is tendered again. */
export const nextTenderId = (previousTenderId: string) => namedId(`tender:next:${previousTenderId}`);

/** A tender has one bid bond, a contract one of each other type. */
export const bondIdOf = (type: BondType, refId: string) =>
  namedId(type === 'BID_BOND' ? `bond:tender:${refId}` : `bond:contract:${refId}:${type}`);

/** How a tender, or a lead that is negotiated directly, is run. */
export const operationDecisionId = (refType: OfferRefType, refId: string) => namedId(`operation:${refType}:${refId}`);
export const riskAssessmentId = (refType: OfferRefType, refId: string) => namedId(`risk:${refType}:${refId}`);

/** A task for a person: one per kind and thing that it is about. */
export const taskId = (kind: string, of: string) => namedId(`tender-task:${kind}:${of}`);
