import type { PublicMessage } from '@engsales/events';
import { LeaseLost, OWN_FEED, type MessageSource } from '../bus/message-bus.js';
import type { DeadLetters, Lane } from '../dead-letters/dead-letters.js';
import type { Reaction, ReactionStep } from '../reaction.js';
import { noCounts, type Counters, type Counts } from './counters.js';
import type { Cursors } from './cursors.js';
import { persist, type Classify, type RetryRules } from './faults.js';
import { validateMessage } from './validate.js';

export interface HandlerParts {
  readonly cursors: Cursors;
  readonly counters: Counters;
  readonly deadLetters: DeadLetters;
  /** Issues one command of a reaction; throws what the command throws. */
  readonly execute: (step: ReactionStep, reaction: Reaction, message: PublicMessage) => Promise<void>;
  readonly classify: Classify;
  readonly rules: RetryRules;
  /** Lets tests kill the process at a named point. */
  readonly failpoint: (name: string) => void;
}

const LANES_AT_ONCE = 16;

/** What a consumer group does with a batch: validate, react, cursor; in order per project, projects side by side. */
export class MessageHandler {
  constructor(
    private readonly group: string,
    private readonly source: MessageSource,
    private readonly reactions: readonly Reaction[],
    private readonly parts: HandlerParts,
  ) {}

  async deliver(batch: readonly PublicMessage[], epoch: bigint, signal: AbortSignal): Promise<void> {
    if (batch.length === 0) return;
    const counts = noCounts();
    const subjects = [...new Set(batch.map((message) => message.subject))];
    const done = await this.parts.cursors.load(this.group, this.source, subjects);
    const lanes = lanesOf(batch);
    const worker = async () => {
      for (let lane = lanes.shift(); lane; lane = lanes.shift()) {
        for (const message of lane) await this.handle(message, done, counts, epoch, signal);
      }
    };
    try {
      await allDone(Array.from({ length: Math.min(LANES_AT_ONCE, lanes.length) }, worker));
      if (counts.handled > 0) this.parts.failpoint('before-checkpoint');
    } finally {
      await this.parts.counters.add(this.group, this.source, counts);
    }
  }

  private async handle(
    message: PublicMessage,
    done: Map<string, number>,
    counts: Counts,
    epoch: bigint,
    signal: AbortSignal,
  ): Promise<void> {
    signal.throwIfAborted();
    const reactions = this.reactions.filter((reaction) => reaction.type === message.type);
    if (reactions.length === 0) {
      counts.ignored += 1;
      return;
    }
    if (message.sequence <= (done.get(message.subject) ?? -1)) {
      counts.duplicate += 1;
      return;
    }
    this.parts.failpoint('before-reaction');
    let handled = true;
    for (const reaction of reactions) {
      if (!(await this.react(reaction, message, counts, signal))) handled = false;
    }
    this.parts.failpoint('after-effect');
    await this.parts.cursors.advance(this.group, this.source, message, epoch);
    done.set(message.subject, message.sequence);
    if (handled) counts.handled += 1;
  }

  private async react(
    reaction: Reaction,
    message: PublicMessage,
    counts: Counts,
    signal: AbortSignal,
  ): Promise<boolean> {
    const lane: Lane = { group: this.group, reaction: reaction.name, source: this.source, subject: message.subject };
    if (!reaction.neverQueued && (await this.parts.deadLetters.queueBehind(lane, message))) {
      counts.queued += 1;
      return false;
    }
    const run = async () => {
      const nothingToDo = await runReaction(reaction, message, this.parts);
      counts.nothing_to_do += nothingToDo; // not `+= await`: that reads the sum before the other lanes have added to it
    };
    const fault = await persist(run, this.parts.classify, this.parts.rules, signal);
    if (!fault) return true;
    await this.parts.deadLetters.park(lane, message, fault);
    counts.parked += 1;
    return false;
  }
}

/** Issues every command of a reaction and tells how many found nothing to do. @throws the first refusal that is none */
export async function runReaction(
  reaction: Reaction,
  message: PublicMessage,
  parts: Pick<HandlerParts, 'execute' | 'classify'>,
): Promise<number> {
  if (reaction.source !== OWN_FEED) validateMessage(message);
  const outcomes = await Promise.allSettled(
    reaction.then(message).map((step) => parts.execute(step, reaction, message)),
  );
  let nothingToDo = 0;
  for (const outcome of outcomes) {
    if (outcome.status === 'fulfilled') continue;
    const fault = parts.classify(outcome.reason);
    if (fault.kind !== 'refusal' || !reaction.nothingToDo.includes(fault.code)) throw outcome.reason;
    nothingToDo += 1;
  }
  return nothingToDo;
}

function lanesOf(batch: readonly PublicMessage[]): PublicMessage[][] {
  const lanes = new Map<string, PublicMessage[]>();
  for (const message of batch) {
    const lane = lanes.get(message.projectId);
    if (lane) lane.push(message);
    else lanes.set(message.projectId, [message]);
  }
  return [...lanes.values()];
}

/** Like Promise.all, but no worker is still running when it rejects: nobody may write after the batch was given up. */
async function allDone(workers: readonly Promise<void>[]): Promise<void> {
  const outcomes = await Promise.allSettled(workers);
  const failures = outcomes.filter((outcome) => outcome.status === 'rejected').map((o) => o.reason as unknown);
  const lost = failures.find((reason) => reason instanceof LeaseLost);
  if (failures.length > 0) throw lost ?? failures[0];
}
