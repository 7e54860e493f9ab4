import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { Gates, PaymentAxis, SignatorySide } from '../contract.values.js';
import type { DocumentRecord, WarningRecord } from '../drafting/drafting.events.js';

/** The whole snapshot: what production, tender and lead need, without a question back. */
export type ContractSigned = DomainEvent<
  'ContractSigned',
  {
    readonly contractId: string;
    readonly contractNo: string;
    readonly contractVersion: number;
    readonly state: 'SIGNED';
    readonly signedOn: string;
    readonly signatories: readonly { readonly side: SignatorySide; readonly personRef: string }[];
    readonly scanRef: string;
    readonly document: DocumentRecord;
    readonly orderLineIds: readonly string[];
    readonly gates: Gates;
    readonly payment: PaymentAxis;
    readonly warnings?: readonly WarningRecord[];
  }
>;
