import { publicEvent } from './envelope.js';
import type { GateState, PublicContractLine, PublicMilestone } from './contract.events.js';
import effectiveSchema from './schemas/contract.ChangeOrderEffective.v1.json';

export interface PublicLineChange {
  readonly op: string;
  readonly lineId: string;
  readonly fields: readonly { readonly field: string; readonly before?: unknown; readonly after?: unknown }[];
  /** The whole line, where it is added. */
  readonly line?: PublicContractLine;
}

export interface ChangeOrderEffectiveData {
  readonly contractId: string;
  readonly contractNo: string;
  readonly contractVersion: number;
  readonly state: string;
  readonly changeOrderId: string;
  readonly changeNo: number;
  readonly requestedBy: string;
  readonly changes: readonly PublicLineChange[];
  readonly originalTotalFen: number;
  readonly currentTotalFen: number;
  readonly taxFen: number;
  readonly deltaFen: number;
  readonly refundDueFen: number;
  readonly lines: readonly PublicContractLine[];
  readonly orderLineIds: readonly string[];
  readonly milestones: readonly PublicMilestone[];
  readonly gates: { readonly RELEASE_PRODUCTION: GateState; readonly DISPATCH: GateState };
  readonly removedLineIds: readonly string[];
  readonly merchandiserId: string;
  readonly salespersonId: string;
  readonly executionFormAccepted: boolean;
  readonly suspension?: { readonly suspensionNo: number; readonly since: string };
  readonly payment: string;
  readonly delivery: string;
  readonly acceptance: string;
  readonly customerDocRef: string;
  readonly effectiveOn: string;
}

export const changeOrderEffective = publicEvent<ChangeOrderEffectiveData>({
  type: 'contract.ChangeOrderEffective',
  service: 'contract',
  version: 1,
  nameZh: '合同变更已生效',
  summary: 'A change of the contract holds: lines, total, schedule and gates are anew.',
  schema: effectiveSchema,
});
