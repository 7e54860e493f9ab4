import { Rejected } from '@engsales/event-sourcing/domain';
import type { Activity, HoldCode } from '../production-order.values.js';
import type { Hold } from './holds.state.js';

interface HoldRule {
  readonly blocks: readonly Activity[];
  /** With a step it concerns that step only. */
  readonly ofItsStepOnly: boolean;
  /** Who or what lifts it. */
  readonly liftedBy: string;
}

const STEP_WORK = ['StartStep', 'ReportProgress', 'CompleteStep'] as const;

/** The table of holds, read by the rules and by "what blocks this order". */
export const HOLDS: Readonly<Record<HoldCode, HoldRule>> = {
  ENGINEERING_STOP: { blocks: STEP_WORK, ofItsStepOnly: true, liftedBy: 'ENGINEERING: LiftStopWork' },
  CONTRACT_SUSPENDED: {
    blocks: ['ReleaseOrder', ...STEP_WORK, 'DispatchShipment'],
    ofItsStepOnly: false,
    liftedBy: 'COMMERCE, SALES_MANAGER: ResumeContract',
  },
  CHANGE_PENDING: {
    blocks: ['ReleaseOrder', ...STEP_WORK, 'DispatchShipment'],
    ofItsStepOnly: false,
    liftedBy: 'COMMERCE, SALES_MANAGER: the change order is decided',
  },
  // a running step ends
  PAYMENT_GATE: {
    blocks: ['StartStep'],
    ofItsStepOnly: false,
    liftedBy: 'FINANCE: RecordReceipt, or a credit release',
  },
  MATERIAL: { blocks: ['StartStep'], ofItsStepOnly: true, liftedBy: 'WORKSHOP_DIRECTOR: ResolveException' },
  QUALITY: {
    blocks: [...STEP_WORK, 'DispatchShipment'],
    ofItsStepOnly: true,
    liftedBy: 'WORKSHOP_DIRECTOR, QC: DispositionNonconformance',
  },
};

/** The holds that stand in the way of an activity, of a step where it is one. */
export function holdsAgainst(holds: readonly Hold[], activity: Activity, stepId?: string): Hold[] {
  return holds.filter((hold) => {
    const { blocks, ofItsStepOnly } = HOLDS[hold.code];
    const concerns = !ofItsStepOnly || hold.stepId === undefined || stepId === undefined || hold.stepId === stepId;
    return blocks.includes(activity) && concerns;
  });
}

/** @throws Rejected ORDER_ON_HOLD with details.holds */
export function refuseHeld(holds: readonly Hold[], activity: Activity, stepId?: string): void {
  const standing = holdsAgainst(holds, activity, stepId);
  if (standing.length === 0) return;
  const details = { activity, holds: standing.map(({ code, ref, since }) => ({ code, ref, since })) };
  throw new Rejected('ORDER_ON_HOLD', `held by ${standing.map((hold) => hold.code).join(', ')}`, details);
}

/** A code with one reference stands once. */
export function withHold(holds: readonly Hold[], hold: Hold): readonly Hold[] {
  return holds.some(({ code, ref }) => code === hold.code && ref === hold.ref) ? holds : [...holds, hold];
}

export function withoutHold(holds: readonly Hold[], code: HoldCode, ref: string): readonly Hold[] {
  return holds.filter((hold) => hold.code !== code || hold.ref !== ref);
}
