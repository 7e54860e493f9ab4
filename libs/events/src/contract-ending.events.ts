import { publicEvent } from './envelope.js';
import contractSuspendedSchema from './schemas/contract.ContractSuspended.v1.json';
import contractResumedSchema from './schemas/contract.ContractResumed.v1.json';
import contractTerminatedSchema from './schemas/contract.ContractTerminated.v1.json';
import contractSettledSchema from './schemas/contract.ContractSettled.v1.json';

export interface ContractSuspendedData {
  readonly contractId: string;
  readonly contractVersion: number;
  readonly state: string;
  readonly orderLineIds: readonly string[];
  readonly suspensionNo: number;
  readonly reason: string;
  readonly since: string;
}

export interface ContractResumedData {
  readonly contractId: string;
  readonly contractVersion: number;
  readonly state: string;
  readonly orderLineIds: readonly string[];
  readonly suspensionNo: number;
  readonly resumedOn: string;
  readonly dateShifts: readonly {
    readonly lineId: string;
    readonly from: string;
    readonly to: string;
    readonly reason: string;
  }[];
}

export interface ContractTerminatedData {
  readonly contractId: string;
  readonly source?: { readonly type: 'TENDER' | 'NEGOTIATION'; readonly id: string };
  readonly contractVersion: number;
  readonly state: string;
  readonly orderLineIds: readonly string[];
  readonly initiator: 'CUSTOMER' | 'US' | 'MUTUAL';
  readonly reason: string;
  readonly docRef: string;
  readonly receivedFen: number;
  readonly refundedFen: number;
  readonly shippedLines: readonly {
    readonly lineId: string;
    readonly qty: string;
  }[];
}

export interface ContractSettledData {
  readonly contractId: string;
  readonly state: string;
  readonly finalFen: number;
  readonly receivedFen: number;
  readonly balanceFen: number;
  readonly sunkCostFen: number;
  readonly cancelledMilestoneIds?: readonly string[];
  readonly refundDueFen?: number;
  readonly settledOn: string;
}

export const contractSuspended = publicEvent<ContractSuspendedData>({
  type: 'contract.ContractSuspended',
  service: 'contract',
  version: 1,
  nameZh: '合同已中止',
  summary: 'The contract waits: production holds its orders.',
  schema: contractSuspendedSchema,
});

export const contractResumed = publicEvent<ContractResumedData>({
  type: 'contract.ContractResumed',
  service: 'contract',
  version: 1,
  nameZh: '合同已恢复',
  summary: 'The contract goes on; dates move only as it says.',
  schema: contractResumedSchema,
});

export const contractTerminated = publicEvent<ContractTerminatedData>({
  type: 'contract.ContractTerminated',
  service: 'contract',
  version: 1,
  nameZh: '合同已解除',
  summary: 'The contract ends before its time; its orders end, and the settlement of the money comes later.',
  schema: contractTerminatedSchema,
});

export const contractSettled = publicEvent<ContractSettledData>({
  type: 'contract.ContractSettled',
  service: 'contract',
  version: 1,
  nameZh: '合同已结算',
  summary: 'What is paid in the end is agreed.',
  schema: contractSettledSchema,
});
