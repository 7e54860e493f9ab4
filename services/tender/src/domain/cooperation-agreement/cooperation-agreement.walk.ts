import { Walk } from '@engsales/event-sourcing/testing';
import {
  CancelAgreement,
  DraftAgreement,
  ExpireAgreement,
  RenewAgreement,
  SignAgreement,
  TerminateAgreement,
  type AgreementTerms,
  type CooperationAgreementCommand,
} from './cooperation-agreement.commands.js';
import type { CooperationAgreementEvent } from './cooperation-agreement.events.js';
import { cooperationAgreement, type CooperationAgreement, type ExistingAgreement } from './cooperation-agreement.js';

export const AGREEMENT_ID = '3a2b3c4d-5e6f-5a7b-8c9d-0e1f2a3b4c51';
export const OURS_REF = '3a2b3c4d-5e6f-5a7b-8c9d-0e1f2a3b4c52';
export const THEIRS_REF = '3a2b3c4d-5e6f-5a7b-8c9d-0e1f2a3b4c53';

export const TERMS: AgreementTerms = {
  partyId: 'party-12',
  partyName: '江东冷机制造有限公司',
  scope: '临江市区离心式冷水机组',
  commissionBps: 300,
  exclusivity: 'NON_EXCLUSIVE',
  validFrom: '2025-01-01',
  validUntil: '2025-03-31',
};

export const SIGNATURE: Omit<SignAgreement['data'], 'agreementId'> = {
  agreementNo: 'HZ-2025-003',
  signedOn: '2025-03-09',
  signatories: [
    { side: 'OURS', personRef: OURS_REF },
    { side: 'THEIRS', personRef: THEIRS_REF },
  ],
  scanRef: 'DOC-220',
};

const SYSTEM = { id: 'system:timer', role: 'SYSTEM' };

/** An agreement that is led through commands. */
export class AgreementWalk extends Walk<
  CooperationAgreement,
  CooperationAgreementCommand,
  CooperationAgreementEvent,
  'agreementId'
> {
  constructor() {
    super(cooperationAgreement, { agreementId: AGREEMENT_ID });
  }

  get now(): ExistingAgreement {
    if (this.state.state === 'NONE') throw new Error('there is no agreement');
    return this.state;
  }

  expire(today: string, validUntil: string): this {
    return this.on(today).do(ExpireAgreement, { validUntil }, SYSTEM);
  }
}

export const draftedWalk = (terms: AgreementTerms = TERMS): AgreementWalk =>
  new AgreementWalk().do(DraftAgreement, terms);
export const signedWalk = (): AgreementWalk => draftedWalk().do(SignAgreement, SIGNATURE);
export const expiredWalk = (): AgreementWalk => signedWalk().expire('2025-04-01', '2025-03-31');
export const renewedWalk = (): AgreementWalk =>
  expiredWalk().do(RenewAgreement, { validUntil: '2026-03-31', docRef: 'DOC-221' });
export const terminatedWalk = (): AgreementWalk =>
  signedWalk().do(TerminateAgreement, { reason: '双方协商终止', on: '2025-03-10' });
export const cancelledWalk = (): AgreementWalk => draftedWalk().do(CancelAgreement, { reason: '对方改签他人' });

/** Lives of agreements that together record every type of event; their streams are frozen in `history/`. */
export const agreementLives: Readonly<Record<string, () => AgreementWalk>> = {
  'expired-and-renewed': renewedWalk,
  terminated: terminatedWalk,
  cancelled: cancelledWalk,
};
