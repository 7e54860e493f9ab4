import { fold, Reservations, type CommandExecutor } from '@engsales/event-sourcing';
import { isSameNumber } from '@engsales/values';
import { contract } from '../domain/contract/contract.js';
import { isSigned } from '../domain/contract/contract.state.js';
import { contractNumber } from '../domain/numbers/numbers.js';

/** Contract numbers: one is free again once its holder can no longer be signed under it, being abandoned or signed under another. */
export function contractNumbers(executor: CommandExecutor): Reservations {
  return new Reservations(executor, contractNumber, async ({ heldBy, value }) => {
    const holder = fold(contract, await executor.store.readStream(`${contract.category}-${heldBy}`));
    return holder.state !== 'ABANDONED' && !(isSigned(holder) && !isSameNumber(holder.contractNo, value));
  });
}
