import { CommandTo } from '@engsales/event-sourcing/domain';
import type { Exclusivity, SignatorySide } from './cooperation-agreement.values.js';

export interface AgreementTerms {
  readonly partyId: string;
  readonly partyName: string;
  readonly scope: string;
  readonly commissionBps: number;
  readonly exclusivity: Exclusivity;
  readonly validFrom: string;
  readonly validUntil: string;
}

export interface AgreementSignatory {
  readonly side: SignatorySide;
  readonly personRef: string;
}

export class DraftAgreement extends CommandTo<'agreementId', AgreementTerms> {
  readonly type = 'DraftAgreement';
}

export class SignAgreement extends CommandTo<
  'agreementId',
  {
    readonly agreementNo: string;
    readonly signedOn: string;
    readonly signatories: readonly AgreementSignatory[];
    readonly scanRef: string;
  }
> {
  readonly type = 'SignAgreement';
}

/** Also one that has expired. */
export class RenewAgreement extends CommandTo<'agreementId', { readonly validUntil: string; readonly docRef: string }> {
  readonly type = 'RenewAgreement';
}

export class TerminateAgreement extends CommandTo<'agreementId', { readonly reason: string; readonly on: string }> {
  readonly type = 'TerminateAgreement';
}

export class CancelAgreement extends CommandTo<'agreementId', { readonly reason: string }> {
  readonly type = 'CancelAgreement';
}

/** By timer, on the day after the last one on which it is valid. */
export class ExpireAgreement extends CommandTo<'agreementId', { readonly validUntil: string }> {
  readonly type = 'ExpireAgreement';
}

export type CooperationAgreementCommand =
  DraftAgreement | SignAgreement | RenewAgreement | TerminateAgreement | CancelAgreement | ExpireAgreement;
