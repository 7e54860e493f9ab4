import { HOLDS } from '../domain/production-order/holds/hold-table.js';
import { isPassable } from '../domain/production-order/holds/payment-gates.js';
import type { LiveOrder } from '../domain/production-order/production-order.state.js';
import type { Activity } from '../domain/production-order/production-order.values.js';

export interface Block {
  readonly what: string;
  /** What it stands in the way of. */
  readonly blocks: readonly Activity[];
  readonly ref?: string;
  readonly stepId?: string;
  readonly since?: string;
  /** Who can lift it, and how. */
  readonly liftedBy: string;
}

const MONEY = 'FINANCE: RecordReceipt, or COMPANY_LEADER: GrantCreditRelease';
const FORM: Block = {
  what: 'EXECUTION_FORM_NOT_ACCEPTED',
  blocks: ['ReleaseOrder'],
  liftedBy: 'COMMERCE: AcceptExecutionForm',
};
const RELEASE: Block = {
  what: 'PAYMENT_GATE_CLOSED',
  blocks: ['ReleaseOrder'],
  ref: 'RELEASE_PRODUCTION',
  liftedBy: MONEY,
};
const DISPATCH: Block = {
  what: 'SHIPMENT_PAYMENT_GATE_CLOSED',
  blocks: ['DispatchShipment'],
  ref: 'DISPATCH',
  liftedBy: MONEY,
};

/** What blocks this order, and who can lift it? Read from the order itself, so that it is never behind. */
export function blocksOf(order: LiveOrder, today: string): Block[] {
  const { gates, holds, instructionNo, executionFormAccepted } = order;
  const isReleased = instructionNo !== undefined;
  return [
    ...(isReleased || executionFormAccepted ? [] : [FORM]),
    ...(isReleased || isPassable(gates.RELEASE_PRODUCTION, today) ? [] : [RELEASE]),
    ...(isPassable(gates.DISPATCH, today) ? [] : [DISPATCH]),
    ...holds.map(({ code, ref, stepId, since }): Block => {
      const { blocks, liftedBy } = HOLDS[code];
      return { what: code, blocks, ref, stepId, since, liftedBy };
    }),
  ];
}
