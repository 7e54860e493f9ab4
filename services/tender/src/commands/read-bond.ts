import { fold, type EventStore } from '@engsales/event-sourcing';
import { bond } from '../domain/bond/bond.js';
import { exists, remainingFen, type Bond } from '../domain/bond/bond.state.js';
import type { BondThen } from '../domain/tender/submitting/submission-gates.js';

export async function readBondState(store: EventStore, bondId: string): Promise<Bond> {
  return fold(bond, await store.readStream(`${bond.category}-${bondId}`));
}

/** What another aggregate must know of a bond; undefined where none was asked for. The amount is what is left of it. */
export async function readBond(store: EventStore, bondId: string): Promise<BondThen | undefined> {
  const found = await readBondState(store, bondId);
  if (!exists(found)) return undefined;
  const { state, instrument, validUntil } = found;
  return { bondId, state, amountFen: remainingFen(found), instrument, validUntil };
}
