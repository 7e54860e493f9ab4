import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { AgreementState, Exclusivity, SignatorySide } from './cooperation-agreement.values.js';

/** What every event says of the agreement. */
export interface AgreementRecord {
  readonly agreementId: string;
  readonly state: AgreementState;
  readonly partyId: string;
  readonly validUntil: string;
  readonly by: string;
}

export type CooperationAgreementDrafted = DomainEvent<
  'CooperationAgreementDrafted',
  AgreementRecord & {
    readonly partyName: string;
    readonly scope: string;
    readonly commissionBps: number;
    readonly exclusivity: Exclusivity;
    readonly validFrom: string;
    readonly draftedOn: string;
  }
>;
export type CooperationAgreementSigned = DomainEvent<
  'CooperationAgreementSigned',
  AgreementRecord & {
    readonly agreementNo: string;
    readonly partyName: string;
    readonly commissionBps: number;
    readonly exclusivity: Exclusivity;
    readonly validFrom: string;
    readonly signedOn: string;
    readonly signatories: readonly { readonly side: SignatorySide; readonly personRef: string }[];
    readonly scanRef: string;
    readonly recordedOn: string;
  }
>;
export type CooperationAgreementRenewed = DomainEvent<
  'CooperationAgreementRenewed',
  AgreementRecord & { readonly docRef: string; readonly renewedOn: string }
>;
export type CooperationAgreementTerminated = DomainEvent<
  'CooperationAgreementTerminated',
  AgreementRecord & { readonly reason: string; readonly terminatedOn: string; readonly recordedOn: string }
>;
export type CooperationAgreementCancelled = DomainEvent<
  'CooperationAgreementCancelled',
  AgreementRecord & { readonly reason: string; readonly cancelledOn: string }
>;
export type CooperationAgreementExpired = DomainEvent<
  'CooperationAgreementExpired',
  AgreementRecord & { readonly expiredOn: string }
>;

export type CooperationAgreementEvent =
  | CooperationAgreementDrafted
  | CooperationAgreementSigned
  | CooperationAgreementRenewed
  | CooperationAgreementTerminated
  | CooperationAgreementCancelled
  | CooperationAgreementExpired;
