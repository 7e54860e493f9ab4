import { judgeTransitions, typesWrittenOut } from '@engsales/event-sourcing/testing';
import {
  CancelAgreement,
  DraftAgreement,
  ExpireAgreement,
  RenewAgreement,
  SignAgreement,
  TerminateAgreement,
} from './cooperation-agreement.commands.js';
import { cooperationAgreement } from './cooperation-agreement.js';
import {
  AGREEMENT_ID,
  AgreementWalk,
  cancelledWalk,
  draftedWalk,
  expiredWalk,
  OURS_REF,
  renewedWalk,
  SIGNATURE,
  signedWalk,
  terminatedWalk,
  TERMS,
  THEIRS_REF,
} from './cooperation-agreement.walk.js';

const RECORD = { agreementId: AGREEMENT_ID, partyId: 'party-12', validUntil: '2025-03-31', by: 'sun-li' };

describe('a cooperation agreement', () => {
  it('is drafted with its commission and its days (T-330)', () => {
    draftedWalk().recorded({
      type: 'CooperationAgreementDrafted',
      data: {
        ...RECORD,
        state: 'DRAFT',
        partyName: '江东冷机制造有限公司',
        scope: '临江市区离心式冷水机组',
        commissionBps: 300,
        exclusivity: 'NON_EXCLUSIVE',
        validFrom: '2025-01-01',
        draftedOn: '2025-03-10',
      },
    });
    expect(new AgreementWalk().refused(DraftAgreement, { ...TERMS, validUntil: '2024-12-31' })).toEqual({
      code: 'AGREEMENT_DATES_INVALID',
      validFrom: '2025-01-01',
      validUntil: '2024-12-31',
    });
    expect(new AgreementWalk().refused(DraftAgreement, { ...TERMS, validUntil: '2025-01-01' }).code).toBe('accepted');
  });

  it('is signed by both sides, not after its last day and not in the future (T-331)', () => {
    signedWalk().recorded({
      type: 'CooperationAgreementSigned',
      data: {
        ...RECORD,
        state: 'SIGNED',
        agreementNo: 'HZ-2025-003',
        partyName: '江东冷机制造有限公司',
        commissionBps: 300,
        exclusivity: 'NON_EXCLUSIVE',
        validFrom: '2025-01-01',
        signedOn: '2025-03-09',
        signatories: [
          { side: 'OURS', personRef: OURS_REF },
          { side: 'THEIRS', personRef: THEIRS_REF },
        ],
        scanRef: 'DOC-220',
        recordedOn: '2025-03-10',
      },
    });
    const refused = (changes: Partial<typeof SIGNATURE>) =>
      draftedWalk().refused(SignAgreement, { ...SIGNATURE, ...changes });
    expect(refused({ signatories: SIGNATURE.signatories.slice(0, 1) })).toEqual({
      code: 'SIGNATORY_MISSING',
      missing: ['THEIRS'],
    });
    expect(refused({ signatories: [] })).toEqual({ code: 'SIGNATORY_MISSING', missing: ['OURS', 'THEIRS'] });
    expect(refused({ signedOn: '2025-03-11' }).code).toBe('DATE_IN_FUTURE');
    const late = draftedWalk().on('2025-04-01');
    expect(late.refused(SignAgreement, { ...SIGNATURE, signedOn: '2025-04-01' })).toEqual({
      code: 'AGREEMENT_DATES_INVALID',
      signedOn: '2025-04-01',
      validUntil: '2025-03-31',
    });
  });

  it('expires on the day after its last day (T-332)', () => {
    expiredWalk().recorded({
      type: 'CooperationAgreementExpired',
      data: { ...RECORD, state: 'EXPIRED', by: 'system:timer', expiredOn: '2025-04-01' },
    });
    expect(signedWalk().expire('2025-03-31', '2025-03-31').types).toEqual([]);
  });

  it('is renewed to a later day that has not passed, also when it had expired (T-333)', () => {
    renewedWalk().recorded({
      type: 'CooperationAgreementRenewed',
      data: { ...RECORD, state: 'SIGNED', validUntil: '2026-03-31', docRef: 'DOC-221', renewedOn: '2025-04-01' },
    });
    expect(renewedWalk().now.renewals).toEqual([
      { validUntil: '2026-03-31', docRef: 'DOC-221', renewedOn: '2025-04-01' },
    ]);
    const renew = (walk: AgreementWalk, validUntil: string) =>
      walk.refused(RenewAgreement, { validUntil, docRef: 'DOC-221' });
    expect(renew(signedWalk(), '2025-03-31')).toEqual({
      code: 'AGREEMENT_DATES_INVALID',
      validUntil: '2025-03-31',
      renewedUntil: '2025-03-31',
    });
    expect(renew(expiredWalk().on('2025-04-03'), '2025-04-02').code).toBe('AGREEMENT_DATES_INVALID');
    expect(renew(expiredWalk().on('2025-04-03'), '2025-04-03').code).toBe('accepted');
  });

  it('that was renewed is not ended by the bell of its old last day (T-332)', () => {
    const renewed = signedWalk().do(RenewAgreement, { validUntil: '2026-03-31', docRef: 'DOC-221' });
    expect(renewed.expire('2025-04-01', '2025-03-31').types).toEqual([]);
  });

  it('is terminated, or as a draft cancelled, with a reason (T-333)', () => {
    terminatedWalk().recorded({
      type: 'CooperationAgreementTerminated',
      data: {
        ...RECORD,
        state: 'TERMINATED',
        reason: '双方协商终止',
        terminatedOn: '2025-03-10',
        recordedOn: '2025-03-10',
      },
    });
    cancelledWalk().recorded({
      type: 'CooperationAgreementCancelled',
      data: { ...RECORD, state: 'CANCELLED', reason: '对方改签他人', cancelledOn: '2025-03-10' },
    });
    expect(signedWalk().refused(TerminateAgreement, { reason: 'x', on: '2025-03-11' }).code).toBe('DATE_IN_FUTURE');
  });
});

describe('in which state', () => {
  const possible = judgeTransitions({
    aggregate: cooperationAgreement,
    ids: { agreementId: AGREEMENT_ID },
    states: {
      NONE: () => new AgreementWalk(),
      DRAFT: draftedWalk,
      SIGNED: signedWalk,
      EXPIRED: expiredWalk,
      TERMINATED: terminatedWalk,
      CANCELLED: cancelledWalk,
    },
    codeIn: (state) => (state === 'NONE' ? 'NOT_FOUND' : 'INVALID_TRANSITION'),
  });
  possible(DraftAgreement, TERMS, ['NONE']);
  possible(SignAgreement, SIGNATURE, ['DRAFT']);
  possible(RenewAgreement, { validUntil: '2026-03-31', docRef: 'D' }, ['SIGNED', 'EXPIRED']);
  possible(TerminateAgreement, { reason: 'x', on: '2025-03-10' }, ['SIGNED']);
  possible(CancelAgreement, { reason: 'x' }, ['DRAFT']);
  possible(ExpireAgreement, { validUntil: '2025-03-31' }, ['SIGNED']);
  possible.every(cooperationAgreement.transitions);
});

it('every event of an agreement is compared whole in a spec', () => {
  const written = typesWrittenOut(__dirname);
  expect(Object.keys(cooperationAgreement.stored).filter((type) => !written.has(type))).toEqual([]);
});
