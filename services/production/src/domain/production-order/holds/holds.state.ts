import type { HoldCode, StopScope, ViolatedArtefact } from '../production-order.values.js';

export interface Hold {
  readonly code: HoldCode;
  /** What it came from: stop, suspension, exception; lifted by it only. */
  readonly ref: string;
  /** With a step it may concern that step only. */
  readonly stepId?: string;
  /** First day. */
  readonly since: string;
  readonly by: string;
}

/** 停止作业 by engineering, with the document that was violated. */
export interface StopWork {
  readonly stopId: string;
  readonly scope: StopScope;
  readonly stepId?: string;
  readonly violatedArtefact: ViolatedArtefact;
  readonly state: 'ACTIVE' | 'LIFTED';
  readonly correction?: string;
}
