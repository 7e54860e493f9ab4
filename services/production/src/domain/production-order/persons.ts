import type { Owner } from '@engsales/event-sourcing/domain';
import type { ProductionOrderCommand } from './production-order.commands.js';
import { isReceived, stepsOf, type ProductionOrder } from './production-order.state.js';

/** A merchandiser acts on the own orders only (P-172), the owner of a step on the own steps only (P-30). */
export function ownersOfOrder(order: ProductionOrder, command: ProductionOrderCommand): Owner[] {
  if (!isReceived(order)) return command.type === 'ReceiveOrder' ? [merchandiser(command.data.merchandiserId)] : [];
  const stepId = 'stepId' in command.data ? command.data.stepId : undefined;
  const step = stepsOf(order).find((other) => other.stepId === stepId);
  return [merchandiser(order.merchandiserId), ...(step ? [ownerOfStep(step.ownerId)] : [])];
}

const merchandiser = (id: string): Owner => ({ role: 'MERCHANDISER', field: 'merchandiserId', ids: [id] });
const ownerOfStep = (id: string): Owner => ({ role: 'STEP_OWNER', field: 'ownerId', ids: [id] });
