import { fold, isJustReserved, Reservations, type CommandExecutor } from '@engsales/event-sourcing';
import { isSameNumber } from '@engsales/values';
import { goodsInNote, noteOf } from '../domain/numbers.js';
import { productionOrder } from '../domain/production-order/production-order.js';
import { isReceived } from '../domain/production-order/production-order.state.js';
import type { GoodsIn } from '../domain/production-order/shop-floor/shop-floor.state.js';

/** Notes of suppliers, each held by its order: a note is free again once nothing of the order came in by it. */
export function goodsInNotes(executor: CommandExecutor): Reservations {
  return new Reservations(executor, goodsInNote, async (held) => {
    const goodsIn = await readGoodsIn(executor, held.heldBy);
    const isBorne = goodsIn.some((came) => isSameNumber(noteOf(came.docRef, came.supplierPartyId), held.value));
    return isBorne || isJustReserved(held);
  });
}

export async function readGoodsIn(executor: CommandExecutor, productionOrderId: string): Promise<readonly GoodsIn[]> {
  const stream = `${productionOrder.category}-${productionOrderId}`;
  const order = fold(productionOrder, await executor.store.readStream(stream));
  return isReceived(order) && order.kind === 'PROCURE' ? order.goodsIn : [];
}
