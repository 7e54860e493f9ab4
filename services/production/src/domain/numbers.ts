import { reservation } from '@engsales/event-sourcing/domain';
import { foldedNumber } from '@engsales/values';

/** The note (送货单) with which a supplier delivers: it comes in once, whichever order it is for. */
export const goodsInNote = reservation('GoodsInNote', { code: 'DUPLICATE_GOODS_IN', foldedBy: foldedNumber });

/** Suppliers number their notes each for himself. */
export const noteOf = (docRef: string, supplierPartyId: string): string => `${supplierPartyId}/${docRef}`;
