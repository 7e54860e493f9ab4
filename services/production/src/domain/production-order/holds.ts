import { Rejected } from '@engsales/event-sourcing/decider';

/** What a hold can stop. */
export type Activity = 'ReleaseOrder' | 'StartStep' | 'ReportProgress' | 'CompleteStep' | 'DispatchShipment';
export type HoldCode =
  'ENGINEERING_STOP' | 'CONTRACT_SUSPENDED' | 'CHANGE_PENDING' | 'PAYMENT_GATE' | 'MATERIAL' | 'QUALITY';

interface HoldRule {
  readonly blocks: readonly Activity[];
  /** With a step it concerns that step only. */
  readonly ofItsStepOnly: boolean;
  /** Who or what lifts it. */
  readonly liftedBy: string;
}

const STEP_WORK = ['StartStep', 'ReportProgress', 'CompleteStep'] as const;

/** The table of holds (domain.md 2.4), read by the decider and by "what blocks this order". */
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

export interface Hold {
  readonly code: HoldCode;
  /** What it came from: stop, suspension, exception; lifted by it only. */
  readonly ref: string;
  readonly stepId?: string;
  /** First day. */
  readonly since: string;
  readonly by: string;
}

/** The holds that stand in the way of an activity, of a step where it is one. */
export function holdsAgainst(holds: readonly Hold[], activity: Activity, stepId?: string): Hold[] {
  return holds.filter(({ code, stepId: of }) => {
    const { blocks, ofItsStepOnly } = HOLDS[code];
    return blocks.includes(activity) && (!ofItsStepOnly || of === undefined || stepId === undefined || of === stepId);
  });
}

/** @throws Rejected ORDER_ON_HOLD with details.holds */
export function refuseHeld(holds: readonly Hold[], activity: Activity, stepId?: string): void {
  const standing = holdsAgainst(holds, activity, stepId);
  if (standing.length === 0) return;
  const details = { activity, holds: standing.map(({ code, ref, since }) => ({ code, ref, since })) };
  throw new Rejected('ORDER_ON_HOLD', `held by ${standing.map((hold) => hold.code).join(', ')}`, details);
}

/** Equal (code, ref) once. */
export function withHold(holds: readonly Hold[], hold: Hold): readonly Hold[] {
  return holds.some(({ code, ref }) => code === hold.code && ref === hold.ref) ? holds : [...holds, hold];
}

export function withoutHold(holds: readonly Hold[], code: HoldCode, ref: string): readonly Hold[] {
  return holds.filter((hold) => hold.code !== code || hold.ref !== ref);
}
