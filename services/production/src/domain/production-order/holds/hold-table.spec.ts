import { refusalOf } from '@engsales/event-sourcing/testing';
import { HOLD_CODES, type Activity, type HoldCode } from '../production-order.values.js';
import { HOLDS, holdsAgainst, refuseHeld, withHold, withoutHold } from './hold-table.js';
import type { Hold } from './holds.state.js';

const aHold = (code: HoldCode, ref = '1', stepId?: string): Hold => ({
  code,
  ref,
  stepId,
  since: '2025-03-10',
  by: 'someone',
});
const ACTIVITIES: readonly Activity[] = [
  'ReleaseOrder',
  'StartStep',
  'ReportProgress',
  'CompleteStep',
  'DispatchShipment',
];

/** What each hold stands in the way of, as the rules say; written by hand, not read from the table. */
const BLOCKS: Readonly<Record<HoldCode, readonly Activity[]>> = {
  ENGINEERING_STOP: ['StartStep', 'ReportProgress', 'CompleteStep'],
  CONTRACT_SUSPENDED: ['ReleaseOrder', 'StartStep', 'ReportProgress', 'CompleteStep', 'DispatchShipment'],
  CHANGE_PENDING: ['ReleaseOrder', 'StartStep', 'ReportProgress', 'CompleteStep', 'DispatchShipment'],
  PAYMENT_GATE: ['StartStep'],
  MATERIAL: ['StartStep'],
  QUALITY: ['StartStep', 'ReportProgress', 'CompleteStep', 'DispatchShipment'],
};
/** Which of them concern one step where they name it. */
const OF_ITS_STEP_ONLY: readonly HoldCode[] = ['ENGINEERING_STOP', 'MATERIAL', 'QUALITY'];

describe('the table of holds', () => {
  it('has every code, and says of each who lifts it (P-20)', () => {
    expect(Object.keys(HOLDS).sort()).toEqual([...HOLD_CODES].sort());
    for (const code of HOLD_CODES) expect(HOLDS[code].liftedBy).toMatch(/^[A-Z_, ]+: .+/);
  });
  it.each(HOLD_CODES.flatMap((code) => ACTIVITIES.map((activity) => [code, activity] as const)))(
    '%s and %s (P-12, P-13, P-14, P-15)',
    (code, activity) => {
      const held = BLOCKS[code].includes(activity) ? 1 : 0;
      expect(holdsAgainst([aHold(code)], activity)).toHaveLength(held);
      expect(holdsAgainst([aHold(code)], activity, 'S1')).toHaveLength(held);
    },
  );
  it.each(HOLD_CODES)('%s of one step leaves the others alone, where it is of a step (P-16)', (code) => {
    const [activity] = BLOCKS[code].filter((each) => each !== 'ReleaseOrder') as [Activity];
    const hold = aHold(code, '1', 'S1');
    expect(holdsAgainst([hold], activity, 'S1')).toEqual([hold]);
    expect(holdsAgainst([hold], activity, 'S2')).toEqual(OF_ITS_STEP_ONLY.includes(code) ? [] : [hold]);
    // what is not of a step is concerned by the hold of any step
    expect(holdsAgainst([hold], activity)).toEqual([hold]);
  });
});

describe('holds', () => {
  it('are all named where they refuse', () =>
    expect(
      refusalOf(() =>
        refuseHeld([aHold('MATERIAL'), aHold('CONTRACT_SUSPENDED', '2'), aHold('QUALITY', '3')], 'CompleteStep', 'S1'),
      ),
    ).toEqual({
      code: 'ORDER_ON_HOLD',
      activity: 'CompleteStep',
      holds: [
        { code: 'CONTRACT_SUSPENDED', ref: '2', since: '2025-03-10' },
        { code: 'QUALITY', ref: '3', since: '2025-03-10' },
      ],
    }));
  it('refuse nothing that they do not block', () =>
    expect(refusalOf(() => refuseHeld([aHold('MATERIAL')], 'DispatchShipment')).code).toBe('accepted'));
  it('stand once per code and reference, and each is lifted by its own (P-11)', () => {
    const one = withHold([], aHold('MATERIAL'));
    expect(withHold(one, aHold('MATERIAL', '1', 'S2'))).toBe(one);
    const two = withHold(withHold(one, aHold('MATERIAL', '2')), aHold('QUALITY'));
    expect(two).toHaveLength(3);
    expect(withoutHold(two, 'MATERIAL', '1')).toEqual([aHold('MATERIAL', '2'), aHold('QUALITY')]);
    expect(withoutHold(two, 'PAYMENT_GATE', '1')).toEqual(two);
  });
});
