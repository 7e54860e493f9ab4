import { Walk } from '@engsales/event-sourcing/testing';
import {
  BookDeal,
  ChangeDeal,
  EndDeal,
  MoveDealMoney,
  RateDeal,
  SettleDeal,
  type DealCommand,
} from './deal.commands.js';
import type { DealEvent } from './deal.events.js';
import type { Deal } from './deal.state.js';
import { deal } from './deal.js';

export const CONTRACT_ID = '0d8f9a44-9e1a-5c3b-8f2e-6c0a4a7b9c02';

/** P1, a hospital's air conditioning. */
export const P1 = {
  projectId: '5b0f4b53-6f6b-5f0e-9d0c-2f1f3a8f7a01',
  projectName: '市第一人民医院',
  customerPartyId: 'party-7',
  customerName: '市第一人民医院',
  salespersonId: 'li-na',
  signedOn: '2025-03-10',
  totalFen: 700_000_000,
};

/** A deal that is led through commands. */
export class DealWalk extends Walk<Deal, DealCommand, DealEvent, 'contractId'> {
  constructor() {
    super(deal, { contractId: CONTRACT_ID }, { id: 'system:book-deal-when-contract-signed', role: 'SYSTEM' });
  }
}

export const bookedWalk = (): DealWalk => new DealWalk().do(BookDeal, P1);
export const forestalledWalk = (): DealWalk => new DealWalk().do(EndDeal, { kind: 'VOIDED', on: '2025-08-01' });
export const voidedWalk = (): DealWalk => bookedWalk().do(EndDeal, { kind: 'VOIDED', on: '2025-08-01' });
export const terminatedWalk = (): DealWalk => bookedWalk().do(EndDeal, { kind: 'TERMINATED', on: '2025-08-01' });
export const settledWalk = (): DealWalk => terminatedWalk().do(SettleDeal, { finalFen: 310_000_000, on: '2025-09-01' });

/** Lives of deals that together record every type of event; their streams are frozen in `history/`. */
export const dealLives: Readonly<Record<string, () => DealWalk>> = {
  settled: () =>
    bookedWalk()
      .do(MoveDealMoney, { ref: 'receipt:1', amountFen: 210_000_000, on: '2025-03-12' })
      .do(ChangeDeal, { contractVersion: 2, currentTotalFen: 710_240_000, on: '2025-05-06' })
      .do(RateDeal, { ref: 'visit:1', scoreTenths: 45, on: '2025-06-01' })
      .do(EndDeal, { kind: 'VOIDED', on: '2025-08-01' })
      .do(EndDeal, { kind: 'TERMINATED', on: '2025-08-01' })
      .do(SettleDeal, { finalFen: 310_000_000, on: '2025-09-01' }),
  'ended-before-its-signature': () => forestalledWalk().do(BookDeal, P1),
};
