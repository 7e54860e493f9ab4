import { HOLDS, type Activity } from '../../domain/production-order/holds.js';
import { gatesOf, isPassable, type LiveOrder } from '../../domain/production-order/order-state.js';

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

/** What blocks this order, and who can lift it? Read from the order itself, so that it is never behind. */
export function blocksOf(order: LiveOrder, today: string): Block[] {
  const released = order.instructionNo !== undefined;
  const gates = gatesOf(order);
  const form: Block[] = order.executionFormAccepted
    ? []
    : [{ what: 'EXECUTION_FORM_NOT_ACCEPTED', blocks: ['ReleaseOrder'], liftedBy: 'COMMERCE: AcceptExecutionForm' }];
  const money = 'FINANCE: RecordReceipt, or COMPANY_LEADER: GrantCreditRelease';
  const release: Block[] = isPassable(gates.RELEASE_PRODUCTION, today)
    ? []
    : [{ what: 'PAYMENT_GATE_CLOSED', blocks: ['ReleaseOrder'], ref: 'RELEASE_PRODUCTION', liftedBy: money }];
  const dispatch: Block[] = isPassable(gates.DISPATCH, today)
    ? []
    : [{ what: 'SHIPMENT_PAYMENT_GATE_CLOSED', blocks: ['DispatchShipment'], ref: 'DISPATCH', liftedBy: money }];
  const holds = (order.holds ?? []).map(({ code, ref, stepId, since }): Block => {
    const { blocks, liftedBy } = HOLDS[code];
    return { what: code, blocks, ref, ...(stepId ? { stepId } : {}), since, liftedBy };
  });
  return [...(released ? [] : [...form, ...release]), ...dispatch, ...holds];
}
