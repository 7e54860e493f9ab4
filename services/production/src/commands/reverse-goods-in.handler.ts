import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, type CommandResult } from '@engsales/event-sourcing';
import { noteOf } from '../domain/numbers.js';
import { productionOrder } from '../domain/production-order/production-order.js';
import { ReverseGoodsIn } from '../domain/production-order/shop-floor/shop-floor.commands.js';
import { goodsInNotes, readGoodsIn } from './goods-in-notes.js';

/** The note of a goods-in that was taken back may come in again, for whichever order. */
@CommandHandler(ReverseGoodsIn)
export class ReverseGoodsInHandler implements ICommandHandler<ReverseGoodsIn, CommandResult> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute(command: ReverseGoodsIn): Promise<CommandResult> {
    const { data, issued } = command;
    const { productionOrderId: heldBy, goodsInId } = data;
    const goodsIn = await readGoodsIn(this.executor, heldBy);
    const result = await this.executor.execute(productionOrder, command);
    const before = goodsIn.find((other) => other.goodsInId === goodsInId);
    if (before && !issued.dryRun) {
      const value = noteOf(before.docRef, before.supplierPartyId);
      await goodsInNotes(this.executor).giveBack({ value, heldBy }, issued);
    }
    return result;
  }
}
