import { Rejected, type Decider } from '@engsales/event-sourcing/decider';
import type {
  CancelOrder,
  HandOverToEngineering,
  ProductionOrderCommand,
  ReceivedOrder,
  ReceiveOrder,
} from './production-order.commands.js';
import { productionOrderEvents, type ProductionOrderEvent } from './production-order.events.js';

export type OrderState = 'RECEIVED' | 'WITH_ENGINEERING' | 'CANCELLED';

interface LiveOrder extends ReceivedOrder {
  readonly state: OrderState;
  readonly receivedOn: string;
  readonly backupCopyRef?: string;
  readonly cancelReason?: string;
}

interface ForestalledOrder {
  readonly state: 'FORESTALLED';
  readonly productionOrderId: string;
  readonly projectId: string;
  readonly contractId: string;
  readonly lineId: string;
  readonly reason: string;
}

export type ProductionOrder = { readonly state: 'NONE' } | LiveOrder | ForestalledOrder;

/** In which states a command is possible; ReceiveOrder only where nothing is. */
export const PRODUCTION_ORDER_TRANSITIONS: Readonly<Record<ProductionOrderCommand['type'], readonly string[]>> = {
  ReceiveOrder: ['NONE'],
  HandOverToEngineering: ['RECEIVED'],
  CancelOrder: ['NONE', 'RECEIVED', 'WITH_ENGINEERING'],
};

export const productionOrder: Decider<ProductionOrder, ProductionOrderCommand, ProductionOrderEvent> = {
  category: 'productionOrder',
  stored: productionOrderEvents,
  initialState: { state: 'NONE' },
  decide(command, order) {
    switch (command.type) {
      case 'ReceiveOrder':
        return receive(command, order);
      case 'HandOverToEngineering':
        return handOver(command, order);
      case 'CancelOrder':
        return cancel(command, order);
    }
  },
  evolve(order, event) {
    switch (event.type) {
      case 'ProductionOrderReceived':
        return event.data;
      case 'OrderHandedToEngineering':
        return { ...(order as LiveOrder), state: 'WITH_ENGINEERING', backupCopyRef: event.data.backupCopyRef };
      case 'ProductionOrderCancelled':
        return { ...(order as LiveOrder), state: 'CANCELLED', cancelReason: event.data.reason };
      case 'ProductionOrderForestalled': {
        const { contractVersion: _version, ...forestalled } = event.data;
        return forestalled;
      }
    }
  },
};

/** One order per contract line, whatever arrives twice; none where the end came first. */
function receive({ data, issued }: ReceiveOrder, order: ProductionOrder): ProductionOrderEvent[] {
  if (order.state === 'FORESTALLED') throw new Rejected('INVALID_TRANSITION', order.reason, { state: order.state });
  if (order.state !== 'NONE') {
    const details = { productionOrderId: data.productionOrderId, state: order.state };
    throw new Rejected('DUPLICATE_PRODUCTION_ORDER', 'the line has its order', details);
  }
  return [{ type: 'ProductionOrderReceived', data: { ...data, state: 'RECEIVED', receivedOn: issued.today } }];
}

/** The merchandiser of the order hands it over and keeps a copy (seed D14). */
function handOver({ data, issued }: HandOverToEngineering, order: ProductionOrder): ProductionOrderEvent[] {
  if (order.state === 'NONE') throw new Rejected('NOT_FOUND', `there is no production order ${data.productionOrderId}`);
  if (order.state !== 'RECEIVED') throw notPossible('HandOverToEngineering', order.state);
  if (issued.by.id !== order.merchandiserId) {
    throw new Rejected('ROLE_NOT_ALLOWED', 'only the merchandiser of the order hands it over', {
      merchandiserId: order.merchandiserId,
    });
  }
  const backupCopyRef = data.backupCopyRef?.trim();
  if (!backupCopyRef) throw new Rejected('ORDER_BACKUP_REQUIRED', 'a backup copy of the order must be kept');
  const { productionOrderId, contractId, packageId, merchandiserId } = order;
  const handedOverOn = issued.today;
  return [
    {
      type: 'OrderHandedToEngineering',
      data: {
        productionOrderId,
        contractId,
        state: 'WITH_ENGINEERING',
        packageId,
        merchandiserId,
        backupCopyRef,
        handedOverOn,
      },
    },
  ];
}

/** Cancels what exists, and takes the place of what does not exist yet. */
function cancel({ data }: CancelOrder, order: ProductionOrder): ProductionOrderEvent[] {
  const { productionOrderId, projectId, contractId, lineId, initiator, reason, contractVersion } = data;
  if (order.state === 'NONE') {
    const forestalled = { productionOrderId, projectId, contractId, lineId, reason, contractVersion };
    return [{ type: 'ProductionOrderForestalled', data: { ...forestalled, state: 'FORESTALLED' } }];
  }
  if (order.state === 'CANCELLED' || order.state === 'FORESTALLED') throw notPossible('CancelOrder', order.state);
  const nothingMade = { producedQty: '0', shippedQty: '0', wipCostFen: 0, scrapCostFen: 0, recoverableFen: 0 };
  return [
    {
      type: 'ProductionOrderCancelled',
      data: {
        productionOrderId,
        contractId,
        lineId,
        state: 'CANCELLED',
        initiator,
        reason,
        ...nothingMade,
        contractVersion,
      },
    },
  ];
}

function notPossible(command: ProductionOrderCommand['type'], state: string): Rejected {
  const details = { command, state, possibleIn: PRODUCTION_ORDER_TRANSITIONS[command] };
  return new Rejected('INVALID_TRANSITION', `${command} is not possible in ${state}`, details);
}
