/** What an offer belongs to: a tender, or a lead that is negotiated directly (no tender needed). */
export const OFFER_REF_TYPES = ['TENDER', 'LEAD'] as const;
export type OfferRefType = (typeof OFFER_REF_TYPES)[number];

export { OPERATION_MODES, type OperationMode } from '@engsales/values';
