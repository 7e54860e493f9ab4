import { Injectable } from '@nestjs/common';
import type { ConsumerControl } from '@engsales/admin';
import { derivedId, type Command, type Issued } from '@engsales/event-sourcing';
import type { PublicMessage } from '@engsales/events';
import { CommandGateway, inContext } from '@engsales/http';
import {
  ConsumerRunner,
  isKafkaOutage,
  OWN_FEED,
  Redrive,
  Retrier,
  RETRY_RULES,
  runReaction,
  together,
  type HandlerParts,
  type Reaction,
  type ReactionCommand,
} from '@engsales/messaging';
import type { TimerRunner } from '@engsales/timers';
import { ServiceRuntime } from '../service-runtime.js';
import { classify } from './classify.js';
import { failpointFor } from './failpoint.js';
import { timerRunnerOf } from './timers.js';

/** What a service does beside HTTP: under the lease what only one replica may, and its share of the Kafka groups. */
@Injectable()
export class BackgroundWork implements ConsumerControl {
  private readonly parts: HandlerParts;
  readonly consumers: ConsumerRunner;
  readonly redrive: Redrive;
  private readonly timers: TimerRunner;
  private forgetClock = () => undefined as void;
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly gateway: CommandGateway,
  ) {
    const { definition, config, counters, deadLetters, logger } = runtime;
    this.parts = {
      cursors: runtime.cursors,
      fence: runtime.fence,
      counters,
      deadLetters,
      classify,
      rules: RETRY_RULES,
      failpoint: failpointFor(definition.name, config.ENGSALES_FAILPOINT),
      execute: (wanted, reaction, message) => this.execute(wanted, reaction, message),
    };
    this.consumers = new ConsumerRunner(definition.name, definition.reactions, runtime.bus, this.parts, {
      onTrouble: (group, source, error) =>
        logger.error({ err: error, group, source }, 'consumer: will subscribe again'),
      isOutage: isKafkaOutage,
      onHopeless: (group, source, error) => {
        logger.error({ err: error, group, source }, 'consumer: failed again and again without progress');
        runtime.process.hopeless?.(error);
      },
    });
    this.redrive = new Redrive(
      deadLetters,
      definition.reactions,
      (reaction, message) => runReaction(reaction, message, this.parts),
      classify,
    );
    this.timers = timerRunnerOf(runtime, gateway);
  }

  start(): void {
    const { definition, lease, projections, process: shared, bus, kafka, deadLetters } = this.runtime;
    const retrier = new Retrier(deadLetters, this.redrive, (error) =>
      this.runtime.logger.error({ err: error }, 'dead letters: will try again'),
    );
    for (const source of this.consumers.sources) {
      shared.groups.push({
        group: definition.name,
        source: source === OWN_FEED ? definition.name : source,
        handledUpTo: () => bus.handledUpTo(definition.name, source),
      });
    }
    const work = async (epoch: bigint, signal: AbortSignal) => {
      await together(signal, [
        (both) => this.consumers.runUnderLease(epoch, both),
        (both) => projections.run(epoch, both),
        (both) => retrier.run(both),
        (both) => this.timers.run(both),
        (both) => (kafka ? kafka.relay.run(epoch, both) : Promise.resolve()),
        (both) => (kafka ? kafka.copies.run(both) : Promise.resolve()),
        untilAborted, // a service without consumers and projections holds its lease all the same
      ]);
    };
    this.forgetClock = shared.clock.onSet(() => this.timers.clockWasSet());
    const { signal } = this.stopping;
    this.running = inContext({ service: definition.name }, async () => {
      await Promise.all([lease.whileHeld(work, signal), this.consumers.runAsMember(signal), kafka?.link.watch(signal)]);
    });
  }

  /** The message in hand is finished or given back; resolves when nothing runs any more. */
  async stop(): Promise<void> {
    this.forgetClock();
    this.stopping.abort();
    await this.running;
  }

  /** A redelivery finds its own command in the stream: the identity comes from the message, the reaction and the target. */
  private async execute(wanted: ReactionCommand, reaction: Reaction, message: PublicMessage): Promise<void> {
    const { clock } = this.runtime.process;
    const issued: Issued = {
      commandId: derivedId(message.id, reaction.name, wanted.target),
      fingerprint: `reaction:${reaction.name}`,
      by: { id: `system:${reaction.name}`, role: 'SYSTEM' },
      at: clock.now(),
      today: clock.today(),
      causationId: message.id,
      ...(message.traceparent ? { traceparent: message.traceparent } : {}),
    };
    const command = new wanted.command(wanted.data as never, issued as never) as Command;
    const { name: service } = this.runtime.definition;
    const { correlationId, traceparent } = message;
    const context = { service, correlationId, actor: issued.by.id, ...(traceparent ? { traceparent } : {}) };
    await inContext(context, () => this.gateway.execute(command));
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
