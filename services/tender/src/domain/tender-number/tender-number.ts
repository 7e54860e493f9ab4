import { reservation } from '@engsales/event-sourcing/domain';
import { foldedNumber } from '@engsales/values';

/** A tender number belongs to one of our tenders per lot and round. */
export const tenderNumber = reservation('TenderNumber', { code: 'DUPLICATE_TENDER_NO', foldedBy: foldedNumber });

/** What is reserved: the number with its lot (标段) and its round. */
export const reservedNumber = (tenderNo: string, lotNo: string | undefined, round: number): string =>
  [tenderNo, lotNo ?? '', String(round)].join(' / ');
