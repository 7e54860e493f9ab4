import { LeaseLost, type MessageBus, type MessageSource } from '../bus/message-bus.js';
import type { Reaction } from '../reaction.js';
import { sleep } from './faults.js';
import { together } from './together.js';
import { MessageHandler, type HandlerParts } from './message-handler.js';

export interface RunnerHooks {
  /** The way to the messages failed; the runner subscribes again after a pause. */
  onTrouble?(group: string, source: string, error: unknown): void;
  /** Outages pass; anything else may fail CRASH_BUDGET times in a row before it is reported as hopeless. */
  isOutage?(error: unknown): boolean;
  /** Waiting will not mend it: somebody must look, and a process of its own had better end. */
  onHopeless?(group: string, source: string, error: unknown): void;
}

export const CRASH_BUDGET = 5;

/** Keeps the consumer groups of a service subscribed. */
export class ConsumerRunner {
  constructor(
    private readonly group: string,
    private readonly reactions: readonly Reaction[],
    private readonly bus: MessageBus,
    private readonly parts: HandlerParts,
    private readonly hooks: RunnerHooks = {},
  ) {}

  get sources(): MessageSource[] {
    return [...new Set(this.reactions.map((reaction) => reaction.source))];
  }

  /** What only one replica may read. Resolves when the signal aborts and the messages in hand are done. @throws LeaseLost */
  runUnderLease(epoch: bigint, signal: AbortSignal): Promise<void> {
    const sources = this.sources.filter((source) => !this.bus.dividesAmongReplicas(source));
    return this.run(sources, epoch, signal);
  }

  /** What every replica reads its share of. */
  runAsMember(signal: AbortSignal): Promise<void> {
    const sources = this.sources.filter((source) => this.bus.dividesAmongReplicas(source));
    return this.run(sources, 0n, signal);
  }

  private async run(sources: readonly MessageSource[], epoch: bigint, signal: AbortSignal): Promise<void> {
    await together(
      signal,
      sources.map((source) => (both) => this.consume(source, epoch, both)),
    );
  }

  private async consume(source: MessageSource, epoch: bigint, signal: AbortSignal): Promise<void> {
    const reactions = this.reactions.filter((reaction) => reaction.source === source);
    const handler = new MessageHandler(this.group, source, reactions, this.parts);
    let pause = 100;
    let crashes = 0;
    while (!signal.aborted) {
      try {
        await this.bus.subscribe({
          group: this.group,
          source,
          epoch,
          signal,
          deliver: async (batch, claim, both) => {
            await handler.deliver(batch, claim, both);
            pause = 100;
            crashes = 0;
          },
        });
      } catch (error) {
        if (error instanceof LeaseLost) throw error;
        if (signal.aborted) return;
        this.hooks.onTrouble?.(this.group, source, error);
        crashes += this.isOutage(error) ? 0 : 1;
        if (crashes === CRASH_BUDGET) this.hooks.onHopeless?.(this.group, source, error);
        await sleep(pause, signal);
        pause = Math.min(pause * 2, 10_000);
      }
    }
  }

  private isOutage(error: unknown): boolean {
    return this.parts.classify(error).kind === 'transient' || (this.hooks.isOutage?.(error) ?? false);
  }
}
