import { CONTRACT_ID, DOCUMENT, aDocument, MILESTONES, SIGNATORIES } from '../contract.fixtures.js';
import { approvedWalk, SIGNATURE, signedWalk } from '../contract.walk.js';
import { SignContract } from './signing.commands.js';
import { signingRules } from './signing.js';
import { possible } from '../contract.possible.fixtures.js';

const [m1, ...others] = MILESTONES;
const M1_DUE = { ...m1!, status: 'DUE', triggeredOn: '2025-03-10', dueOn: '2025-03-17', triggeredBy: 'FACT' } as const;

describe('a contract is signed', () => {
  it('with the whole snapshot, the order lines, the gates, and what is due by it (C-28, C-29, C-30, C-34)', () =>
    signedWalk().recorded(
      {
        type: 'ContractSigned',
        data: {
          contractId: CONTRACT_ID,
          contractNo: 'HT-2025-0031',
          contractVersion: 1,
          state: 'SIGNED',
          signedOn: '2025-03-10',
          signatories: SIGNATORIES,
          scanRef: 'scan-1',
          document: { ...DOCUMENT, milestones: [M1_DUE, ...others] },
          orderLineIds: ['L1', 'L2', 'L3'],
          gates: { RELEASE_PRODUCTION: { state: 'CLOSED' }, DISPATCH: { state: 'CLOSED' } },
          payment: 'DUE',
        },
      },
      {
        type: 'PaymentMilestoneDue',
        data: {
          contractId: CONTRACT_ID,
          milestoneId: 'M1',
          kind: 'ADVANCE',
          amountFen: 210_000_000,
          paidFen: 0,
          dueOn: '2025-03-17',
          gate: 'RELEASE_PRODUCTION',
          status: 'DUE',
          trigger: 'SIGNED',
          triggeredOn: '2025-03-10',
          triggeredBy: 'FACT',
          payment: 'DUE',
        },
      },
    ));

  it.each([
    ['before the day of approval', '2025-03-09'],
    ['tomorrow', '2025-03-12'],
  ])('not %s (C-25)', (_title, signedOn) =>
    expect(
      approvedWalk()
        .on('2025-03-11')
        .refused(SignContract, { ...SIGNATURE, signedOn }),
    ).toEqual({
      code: 'SIGNING_DATE_INVALID',
      signedOn,
      earliest: '2025-03-10',
      latest: '2025-03-11',
    }),
  );
  it('on the day of approval too (C-25)', () => {
    const walk = approvedWalk().on('2025-03-11').do(SignContract, SIGNATURE);
    expect(walk.types).toEqual(['ContractSigned', 'PaymentMilestoneDue']);
  });
  it.each([
    [[], ['OURS', 'THEIRS']],
    [[SIGNATORIES[0]], ['THEIRS']],
    [[SIGNATORIES[1]], ['OURS']],
  ])('not by %j alone (C-26)', (signatories, missing) =>
    expect(approvedWalk().refused(SignContract, { ...SIGNATURE, signatories })).toEqual({
      code: 'SIGNATORY_MISSING',
      missing,
    }),
  );
  it('makes a milestone of a date that has come by then due (C-28)', () => {
    const [first, ...rest] = aDocument().paymentMilestones;
    const dated = { ...first!, trigger: 'DATE' as const, date: '2025-03-05' };
    const walk = signedWalk({ paymentMilestones: [dated, ...rest] });
    expect(walk.types).toEqual(['ContractSigned', 'PaymentMilestoneDue']);
    expect(walk.milestone('M1')).toMatchObject({ status: 'DUE', triggeredOn: '2025-03-05', dueOn: '2025-03-12' });
  });
  it('with an open gate where no milestone guards it (C-58)', () => {
    const paymentMilestones = aDocument().paymentMilestones.map((m) => ({ ...m, gate: 'NONE' as const }));
    expect(signedWalk({ paymentMilestones }).now.gates).toEqual({
      RELEASE_PRODUCTION: { state: 'OPEN' },
      DISPATCH: { state: 'OPEN' },
    });
  });
});

describe('in which state (C-77)', () => {
  possible(SignContract, { ...SIGNATURE }, ['APPROVED']);
  possible.every(signingRules);
});
