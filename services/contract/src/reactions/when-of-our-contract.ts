import type { PublicEvent, PublicMessage } from '@engsales/events';
import { when, type Reaction, type ReactionCommand } from '@engsales/messaging';

/** What production tells of orders; an order that was received by hand may belong to a contract that lives elsewhere. */
interface ToldOfOrder {
  readonly contractOrigin?: 'EXTERNAL';
}

/** When production says this of a contract of ours, then ...; orders of contracts that live elsewhere are passed over (C-102). */
export const whenOfOurContract = <Data extends ToldOfOrder>(
  event: PublicEvent<Data>,
  { name, then }: { readonly name: string; then(message: PublicMessage<Data>): readonly ReactionCommand[] },
): Reaction =>
  when(event, { name, then: (message) => (message.data.contractOrigin === 'EXTERNAL' ? [] : then(message)) });
