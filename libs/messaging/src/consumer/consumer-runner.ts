import { LeaseLost, type MessageBus, type MessageSource } from '../bus/message-bus.js';
import type { Reaction } from '../reaction.js';
import { sleep } from './faults.js';
import { together } from './together.js';
import { MessageHandler, type HandlerParts } from './message-handler.js';

export interface RunnerHooks {
  /** The way to the messages failed; the runner subscribes again after a pause. */
  onTrouble?(group: string, source: string, error: unknown): void;
}

/** Keeps the consumer groups of a service subscribed while this process holds the lease. */
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

  /** Resolves when the signal aborts and the messages in hand are done. @throws LeaseLost */
  async run(epoch: bigint, signal: AbortSignal): Promise<void> {
    await together(
      signal,
      this.sources.map((source) => (both) => this.consume(source, epoch, both)),
    );
  }

  private async consume(source: MessageSource, epoch: bigint, signal: AbortSignal): Promise<void> {
    const reactions = this.reactions.filter((reaction) => reaction.source === source);
    const handler = new MessageHandler(this.group, source, reactions, this.parts);
    let pause = 100;
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
          },
        });
      } catch (error) {
        if (error instanceof LeaseLost) throw error;
        if (signal.aborted) return;
        this.hooks.onTrouble?.(this.group, source, error);
        await sleep(pause, signal);
        pause = Math.min(pause * 2, 10_000);
      }
    }
  }
}
