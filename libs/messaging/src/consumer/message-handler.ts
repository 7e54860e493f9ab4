import { CATALOGUE, impossibleStep, isDisbelieved, type PublicMessage } from '@engsales/events';
import type { ClaimFence } from '../bus/claim-fence.js';
import {
  LeaseLost,
  OWN_FEED,
  type Claim,
  type Incoming,
  type MessageSource,
  type UnreadableMessage,
} from '../bus/message-bus.js';
import { NO_REACTION, type Lane } from '../dead-letters/dead-letter.js';
import type { DeadLetters } from '../dead-letters/dead-letters.js';
import type { Reaction, ReactionCommand } from '../reaction.js';
import { noCounts, type Counters, type Counts } from './counters.js';
import type { Cursors } from './cursors.js';
import { NOT_ARRIVED, persist, type Classify, type Fault, type RetryRules } from './faults.js';
import { validateMessage } from './validate.js';

export interface HandlerParts {
  readonly cursors: Cursors;
  readonly fence: ClaimFence;
  readonly counters: Counters;
  readonly deadLetters: DeadLetters;
  /** Issues one command of a reaction; throws what the command throws. */
  readonly execute: (wanted: ReactionCommand, reaction: Reaction, message: PublicMessage) => Promise<void>;
  readonly classify: Classify;
  readonly rules: RetryRules;
  /** Lets tests kill the process at a named point. */
  readonly failpoint: (name: string) => void;
}

/** What is known while a batch is handled; only the holder of the claim parks, so nobody else opens a lane meanwhile. */
interface MessageStanding {
  readonly done: Map<string, number>;
  /** Subjects with a parked message. */
  readonly parked: Set<string>;
  readonly counts: Counts;
  readonly claim: Claim | undefined;
  readonly signal: AbortSignal;
}

/** `LATER`: parked or queued, and may be handled yet. `NEVER`: parked, since the message itself is wrong. */
type ReactionOutcome = 'DONE' | 'LATER' | 'NEVER';

const LANES_AT_ONCE = 16;

/** What a consumer group does with a batch: validate, react, cursor; in order per project, projects side by side. */
export class MessageHandler {
  constructor(
    private readonly group: string,
    private readonly source: MessageSource,
    private readonly reactions: readonly Reaction[],
    private readonly parts: HandlerParts,
  ) {}

  async deliver(batch: readonly Incoming[], claim: Claim | undefined, signal: AbortSignal): Promise<void> {
    if (batch.length === 0) return;
    const subjects = [...new Set(batch.map((message) => message.subject))];
    const known = await this.parts.cursors.load(this.group, this.source, subjects);
    const standing = { ...known, counts: noCounts(), claim, signal };
    const lanes = lanesOf(batch);
    const worker = async () => {
      for (let lane = lanes.shift(); lane; lane = lanes.shift()) {
        for (const message of lane) {
          signal.throwIfAborted();
          await this.parts.fence.assertHeld(claim);
          if ('defect' in message) await this.parkUnreadable(message, standing);
          else await this.handle(message, standing);
        }
      }
    };
    try {
      await allDone(Array.from({ length: Math.min(LANES_AT_ONCE, lanes.length) }, worker));
      if (standing.counts.handled > 0) this.parts.failpoint('before-checkpoint');
    } finally {
      await this.parts.counters.add(this.group, this.source, standing.counts);
    }
  }

  private async handle(message: PublicMessage, standing: MessageStanding): Promise<void> {
    const { done, counts, claim } = standing;
    const reactions = this.reactions.filter((reaction) => reaction.type === message.type);
    if (reactions.length === 0) return this.passBy(message, standing);
    if (message.sequence <= (done.get(message.subject) ?? -1)) {
      counts.duplicate += 1;
      return;
    }
    const impossible = this.source === OWN_FEED ? undefined : impossibleStep(message, done.get(message.subject));
    if (impossible) {
      const fault = { kind: 'permanent' as const, code: 'SEQUENCE_IMPOSSIBLE', message: impossible, attempts: 1 };
      return this.park(NO_REACTION, message, fault, standing);
    }
    this.parts.failpoint('before-reaction');
    const outcomes: ReactionOutcome[] = [];
    for (const reaction of reactions) outcomes.push(await this.react(reaction, message, standing));
    this.parts.failpoint('after-effect');
    // what can never be handled is believed in nothing, its sequence included
    if (outcomes.includes('NEVER')) return;
    await this.parts.cursors.advance(this.group, this.source, message, claim);
    done.set(message.subject, message.sequence);
    if (!outcomes.includes('LATER')) counts.handled += 1;
  }

  /** Not this group's business; but a type that nobody here knows is kept for a newer version to handle. */
  private async passBy(message: PublicMessage, standing: MessageStanding): Promise<void> {
    if (this.source === OWN_FEED || CATALOGUE.has(message.type)) standing.counts.ignored += 1;
    else {
      const unknown = { code: 'UNKNOWN_EVENT', message: `no public event ${message.type} is known here` };
      await this.park(NO_REACTION, message, { kind: 'permanent', attempts: 1, ...unknown }, standing);
    }
  }

  private async parkUnreadable(message: UnreadableMessage, standing: MessageStanding): Promise<void> {
    const concerned = this.reactions.filter((reaction) => reaction.type === message.type);
    const isOurs = concerned.length > 0 || !message.type || !CATALOGUE.has(message.type);
    if (!isOurs) standing.counts.ignored += 1;
    // nobody waits behind what may be forged: it is in no reaction's lane
    const isLane = concerned.length > 0 && !isDisbelieved(message.defect.code);
    const names = isLane ? concerned.map(({ name }) => name) : [NO_REACTION];
    const fault = { kind: 'permanent' as const, attempts: 1, ...message.defect };
    for (const name of isOurs ? names : []) await this.park(name, message, fault, standing);
  }

  private async react(reaction: Reaction, message: PublicMessage, standing: MessageStanding): Promise<ReactionOutcome> {
    const { parked, counts, claim, signal } = standing;
    const lane = this.lane(reaction.name, message);
    const mayQueue = !reaction.neverQueued && parked.has(message.subject);
    if (mayQueue && (await this.parts.deadLetters.queueBehind(lane, message))) {
      counts.queued += 1;
      return 'LATER';
    }
    const run = async () => {
      await this.parts.fence.assertHeld(claim); // again before each try: the pauses between them are long
      const nothingToDo = await runReaction(reaction, message, this.parts);
      counts.nothing_to_do += nothingToDo; // not `+= await`: that reads the sum before the other lanes have added to it
    };
    const fault = await persist(run, this.parts.classify, this.parts.rules, signal);
    if (!fault) return 'DONE';
    await this.park(reaction.name, message, fault, standing);
    return fault.kind === 'permanent' ? 'NEVER' : 'LATER';
  }

  private async park(
    reaction: string,
    message: Incoming,
    fault: Fault & { attempts: number },
    { parked, counts, claim }: MessageStanding,
  ): Promise<void> {
    await this.parts.fence.assertHeld(claim);
    const mayArrive = fault.kind === 'refusal' && fault.code === NOT_ARRIVED;
    await this.parts.deadLetters.park(this.lane(reaction, message), message, fault, mayArrive);
    parked.add(message.subject);
    counts.parked += 1;
  }

  private lane(reaction: string, { subject }: Incoming): Lane {
    return { group: this.group, reaction, source: this.source, subject };
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
    reaction.then(message).map((wanted) => parts.execute(wanted, reaction, message)),
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

function lanesOf(batch: readonly Incoming[]): Incoming[][] {
  const lanes = new Map<string, Incoming[]>();
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
