import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { DunningChannel } from './dunning.values.js';

export type DunningLogged = DomainEvent<
  'DunningLogged',
  {
    readonly contractId: string;
    readonly projectId: string;
    readonly no: number;
    readonly channel: DunningChannel;
    readonly promiseDate?: string;
    readonly promisedFen?: number;
    readonly milestoneIds?: readonly string[];
    readonly note?: string;
    readonly loggedBy: string;
    readonly loggedOn: string;
  }
>;
