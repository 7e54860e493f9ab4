import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, type CommandResult } from '@engsales/event-sourcing';
import { noteOf } from '../domain/numbers.js';
import { productionOrder } from '../domain/production-order/production-order.js';
import { ReceiveGoods } from '../domain/production-order/shop-floor/shop-floor.commands.js';
import { goodsInNotes } from './goods-in-notes.js';

/** Goods-in by a note that comes in once: try the decision, reserve the note for the order, take the goods in. */
@CommandHandler(ReceiveGoods)
export class ReceiveGoodsHandler implements ICommandHandler<ReceiveGoods, CommandResult> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute(command: ReceiveGoods): Promise<CommandResult> {
    const { data, issued } = command;
    const trial = await this.executor.execute(productionOrder, new ReceiveGoods(data, { ...issued, dryRun: true }));
    const value = noteOf(data.docRef, data.supplierPartyId);
    await goodsInNotes(this.executor).take({ value, heldBy: data.productionOrderId }, issued);
    return issued.dryRun ? trial : this.executor.execute(productionOrder, command);
  }
}
