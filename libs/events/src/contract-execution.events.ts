import type { PublicAllocation } from './contract-money.events.js';
import type { ContractSignedData } from './contract.events.js';
import { publicEvent } from './envelope.js';
import contractExecutionFormAcceptedSchema from './schemas/contract.ContractExecutionFormAccepted.v1.json';
import contractCompletedSchema from './schemas/contract.ContractCompleted.v1.json';
import contractClosedSchema from './schemas/contract.ContractClosed.v1.json';
import contractImportedSchema from './schemas/contract.ContractImported.v1.json';

export interface PublicTrackItem {
  readonly item: string;
  readonly ref?: string;
  readonly plannedOn?: string;
  readonly ownerId?: string;
}

export interface ContractExecutionFormAcceptedData {
  readonly contractId: string;
  readonly contractVersion: number;
  readonly state: string;
  readonly orderLineIds: readonly string[];
  readonly formId: string;
  readonly commerceOwnerId: string;
  readonly acceptedOn: string;
  readonly tracks: {
    readonly money: readonly PublicTrackItem[];
    readonly goods: readonly PublicTrackItem[];
    readonly service: readonly PublicTrackItem[];
  };
  readonly specialRequirements?: string;
}

export interface ContractCompletedData {
  readonly contractId: string;
  readonly state: string;
  readonly completedOn: string;
}

export interface ContractClosedData {
  readonly contractId: string;
  readonly state: string;
  readonly closedOn: string;
}

export interface ContractImportedData extends Omit<
  ContractSignedData,
  'source' | 'customerPartyId' | 'warrantyTerms' | 'penaltyTerms' | 'drawings' | 'awardedFen'
> {
  readonly shippedLines: readonly {
    readonly lineId: string;
    readonly shippedQty: string;
    readonly deliveredQty: string;
    /** With what was shipped; absent where it is not known beyond that. */
    readonly producedQty?: string;
  }[];
  readonly receipts: readonly {
    readonly receiptId: string;
    readonly bankRef: string;
    readonly amountFen: number;
    readonly receivedOn: string;
    readonly allocations: readonly PublicAllocation[];
  }[];
  readonly contractReceivedFen: number;
  readonly contractOutstandingFen: number;
  readonly unallocatedFen: number;
  readonly payment: string;
  readonly delivery: string;
  readonly importedOn: string;
}

export const contractExecutionFormAccepted = publicEvent<ContractExecutionFormAcceptedData>({
  type: 'contract.ContractExecutionFormAccepted',
  service: 'contract',
  version: 1,
  nameZh: '合同执行表已接收',
  summary: 'Commerce accepted the execution form: the formal handover from sales.',
  schema: contractExecutionFormAcceptedSchema,
});

export const contractCompleted = publicEvent<ContractCompletedData>({
  type: 'contract.ContractCompleted',
  service: 'contract',
  version: 1,
  nameZh: '合同已履行完毕',
  summary: 'Everything is delivered and accepted.',
  schema: contractCompletedSchema,
});

export const contractClosed = publicEvent<ContractClosedData>({
  type: 'contract.ContractClosed',
  service: 'contract',
  version: 1,
  nameZh: '合同已关闭',
  summary: 'The contract is closed: all but the retention is paid or waived.',
  schema: contractClosedSchema,
});

export const contractImported = publicEvent<ContractImportedData>({
  type: 'contract.ContractImported',
  service: 'contract',
  version: 1,
  nameZh: '合同已导入',
  summary: 'A running contract came from another system, as it stood.',
  schema: contractImportedSchema,
});
