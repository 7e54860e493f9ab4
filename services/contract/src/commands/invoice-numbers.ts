import { fold, isJustReserved, Reservations, type CommandExecutor } from '@engsales/event-sourcing';
import { isSameNumber } from '@engsales/values';
import { contract } from '../domain/contract/contract.js';
import { isSigned } from '../domain/contract/contract.state.js';
import { invoiceNumber } from '../domain/numbers/numbers.js';
import { invoiceNumbersOf } from '../domain/contract/money/money.state.js';

/** Numbers of invoices and red letters: one is free again once its holder has no such invoice and is not just recording it. */
export function invoiceNumbers(executor: CommandExecutor): Reservations {
  return new Reservations(executor, invoiceNumber, async (held) => {
    const holder = fold(contract, await executor.store.readStream(`${contract.category}-${held.heldBy}`));
    const numbers = isSigned(holder) ? invoiceNumbersOf(holder.invoices) : [];
    return numbers.some((number) => isSameNumber(number, held.value)) || isJustReserved(held);
  });
}
