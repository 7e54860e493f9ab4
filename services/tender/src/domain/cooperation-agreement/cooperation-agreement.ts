import {
  aggregate,
  refuseFuture,
  Rejected,
  type FoldOf,
  type Issued,
  type RulesOf,
} from '@engsales/event-sourcing/domain';
import {
  CancelAgreement,
  DraftAgreement,
  ExpireAgreement,
  RenewAgreement,
  SignAgreement,
  TerminateAgreement,
  type AgreementSignatory,
  type AgreementTerms,
  type CooperationAgreementCommand,
} from './cooperation-agreement.commands.js';
import type {
  AgreementRecord,
  CooperationAgreementDrafted,
  CooperationAgreementEvent,
} from './cooperation-agreement.events.js';
import { SIGNATORY_SIDES, type AgreementState } from './cooperation-agreement.values.js';

interface NoAgreement {
  readonly state: 'NONE';
}

export interface ExistingAgreement extends AgreementTerms {
  readonly state: AgreementState;
  readonly agreementId: string;
  readonly draftedBy: string;
  readonly draftedOn: string;
  readonly agreementNo?: string;
  readonly signedOn?: string;
  readonly signatories: readonly AgreementSignatory[];
  readonly scanRef?: string;
  readonly renewals: readonly { readonly validUntil: string; readonly docRef: string; readonly renewedOn: string }[];
  readonly terminatedOn?: string;
  /** Why it was terminated or cancelled. */
  readonly reason?: string;
}

export type CooperationAgreement = NoAgreement | ExistingAgreement;

const rules = {
  DraftAgreement: { command: DraftAgreement, in: ['NONE'], decide: draftAgreement },
  SignAgreement: { command: SignAgreement, in: ['DRAFT'], decide: signAgreement },
  RenewAgreement: { command: RenewAgreement, in: ['SIGNED', 'EXPIRED'], decide: renewAgreement },
  TerminateAgreement: { command: TerminateAgreement, in: ['SIGNED'], decide: terminateAgreement },
  CancelAgreement: { command: CancelAgreement, in: ['DRAFT'], decide: cancelAgreement },
  ExpireAgreement: { command: ExpireAgreement, in: ['SIGNED'], decide: expireAgreement },
} satisfies RulesOf<DraftAgreement, NoAgreement, CooperationAgreementEvent> &
  RulesOf<Exclude<CooperationAgreementCommand, DraftAgreement>, ExistingAgreement, CooperationAgreementEvent>;

const fold = {
  CooperationAgreementDrafted: (_none, data) => ({
    state: data.state,
    agreementId: data.agreementId,
    partyId: data.partyId,
    partyName: data.partyName,
    scope: data.scope,
    commissionBps: data.commissionBps,
    exclusivity: data.exclusivity,
    validFrom: data.validFrom,
    validUntil: data.validUntil,
    draftedBy: data.by,
    draftedOn: data.draftedOn,
    signatories: [],
    renewals: [],
  }),
  CooperationAgreementSigned: (agreement, { state, agreementNo, signedOn, signatories, scanRef }) => ({
    ...agreement,
    state,
    agreementNo,
    signedOn,
    signatories,
    scanRef,
  }),
  CooperationAgreementRenewed: (agreement, { state, validUntil, docRef, renewedOn }) => ({
    ...agreement,
    state,
    validUntil,
    renewals: [...agreement.renewals, { validUntil, docRef, renewedOn }],
  }),
  CooperationAgreementTerminated: (agreement, { state, reason, terminatedOn }) => ({
    ...agreement,
    state,
    reason,
    terminatedOn,
  }),
  CooperationAgreementCancelled: (agreement, { state, reason }) => ({ ...agreement, state, reason }),
  CooperationAgreementExpired: (agreement, { state }) => ({ ...agreement, state }),
} satisfies FoldOf<CooperationAgreementDrafted, NoAgreement, ExistingAgreement> &
  FoldOf<Exclude<CooperationAgreementEvent, CooperationAgreementDrafted>, ExistingAgreement>;

/** With whom we sell goods of theirs for a commission (合作协议); an agency deal needs one that is valid. */
export const cooperationAgreement = aggregate<
  CooperationAgreement,
  CooperationAgreementCommand,
  CooperationAgreementEvent
>({
  category: 'cooperationAgreement',
  id: 'agreementId',
  initialState: { state: 'NONE' },
  rules,
  fold,
});

const agreementRecord = (
  { agreementId, partyId, validUntil }: Pick<ExistingAgreement, 'agreementId' | 'partyId' | 'validUntil'>,
  state: AgreementState,
  { by }: Issued,
): AgreementRecord => ({ agreementId, state, partyId, validUntil, by: by.id });

/** @throws Rejected AGREEMENT_DATES_INVALID {validFrom, validUntil} */
function draftAgreement({ data, issued }: DraftAgreement): CooperationAgreementEvent[] {
  const { validFrom, validUntil, partyName, scope, commissionBps, exclusivity } = data;
  if (validUntil < validFrom) {
    throw new Rejected('AGREEMENT_DATES_INVALID', 'the agreement ends before it begins', { validFrom, validUntil });
  }
  const terms = { partyName, scope, commissionBps, exclusivity, validFrom };
  const record = agreementRecord(data, 'DRAFT', issued);
  return [{ type: 'CooperationAgreementDrafted', data: { ...record, ...terms, draftedOn: issued.today } }];
}

/** @throws Rejected DATE_IN_FUTURE, AGREEMENT_DATES_INVALID {signedOn, validUntil}, SIGNATORY_MISSING {missing} */
function signAgreement({ data, issued }: SignAgreement, agreement: ExistingAgreement): CooperationAgreementEvent[] {
  const { agreementNo, signedOn, signatories, scanRef } = data;
  refuseFuture('signedOn', signedOn, issued.today);
  const { validUntil } = agreement;
  if (signedOn > validUntil) {
    throw new Rejected('AGREEMENT_DATES_INVALID', 'it is signed after its last day', { signedOn, validUntil });
  }
  const missing = SIGNATORY_SIDES.filter((side) => !signatories.some((signatory) => signatory.side === side));
  if (missing.length > 0) {
    throw new Rejected('SIGNATORY_MISSING', `nobody signs for ${missing.join(' and ')}`, { missing });
  }
  return [
    {
      type: 'CooperationAgreementSigned',
      data: {
        ...agreementRecord(agreement, 'SIGNED', issued),
        agreementNo,
        partyName: agreement.partyName,
        commissionBps: agreement.commissionBps,
        exclusivity: agreement.exclusivity,
        validFrom: agreement.validFrom,
        signedOn,
        signatories: signatories.map(({ side, personRef }) => ({ side, personRef })),
        scanRef,
        recordedOn: issued.today,
      },
    },
  ];
}

/** It ends later than it did, and not before today. @throws Rejected AGREEMENT_DATES_INVALID {validUntil, renewedUntil} */
function renewAgreement({ data, issued }: RenewAgreement, agreement: ExistingAgreement): CooperationAgreementEvent[] {
  const { docRef, validUntil: renewedUntil } = data;
  const { validUntil } = agreement;
  if (renewedUntil <= validUntil || renewedUntil < issued.today) {
    throw new Rejected('AGREEMENT_DATES_INVALID', 'it would not end later', { validUntil, renewedUntil });
  }
  const record = agreementRecord({ ...agreement, validUntil: renewedUntil }, 'SIGNED', issued);
  return [{ type: 'CooperationAgreementRenewed', data: { ...record, docRef, renewedOn: issued.today } }];
}

/** @throws Rejected DATE_IN_FUTURE */
function terminateAgreement(
  { data, issued }: TerminateAgreement,
  agreement: ExistingAgreement,
): CooperationAgreementEvent[] {
  const { reason, on: terminatedOn } = data;
  refuseFuture('on', terminatedOn, issued.today);
  const record = agreementRecord(agreement, 'TERMINATED', issued);
  const terminated = { reason, terminatedOn, recordedOn: issued.today };
  return [{ type: 'CooperationAgreementTerminated', data: { ...record, ...terminated } }];
}

function cancelAgreement({ data, issued }: CancelAgreement, agreement: ExistingAgreement): CooperationAgreementEvent[] {
  const record = agreementRecord(agreement, 'CANCELLED', issued);
  const { reason } = data;
  return [{ type: 'CooperationAgreementCancelled', data: { ...record, reason, cancelledOn: issued.today } }];
}

/** Only for the last day that stands, and after it. */
function expireAgreement({ data, issued }: ExpireAgreement, agreement: ExistingAgreement): CooperationAgreementEvent[] {
  if (data.validUntil !== agreement.validUntil || issued.today <= agreement.validUntil) return [];
  const record = agreementRecord(agreement, 'EXPIRED', issued);
  return [{ type: 'CooperationAgreementExpired', data: { ...record, expiredOn: issued.today } }];
}
