import {
  OWN_FEED,
  type BusSubscription,
  type MessageBus,
  type MessagePlace,
  type MessageSource,
} from './message-bus.js';

/** The own feed is always read from the own store; messages of other services come over whatever bus there is. */
export class OwnFeedBus implements MessageBus {
  constructor(
    private readonly own: MessageBus,
    private readonly others: MessageBus,
  ) {}

  subscribe(subscription: BusSubscription): Promise<void> {
    return this.for(subscription.source).subscribe(subscription);
  }

  dividesAmongReplicas(source: MessageSource): boolean {
    return this.for(source).dividesAmongReplicas(source);
  }

  handledUpTo(group: string, source: MessageSource): Promise<bigint | undefined> {
    return this.for(source).handledUpTo(group, source);
  }

  rewind(group: string, source: MessageSource, position: bigint): Promise<bigint> {
    return this.for(source).rewind(group, source, position);
  }

  hasPassed(group: string, source: MessageSource, place: MessagePlace): Promise<boolean> {
    return this.for(source).hasPassed(group, source, place);
  }

  skip(group: string, source: MessageSource, place: MessagePlace): Promise<void> {
    return this.for(source).skip(group, source, place);
  }

  private for(source: MessageSource): MessageBus {
    return source === OWN_FEED ? this.own : this.others;
  }
}
