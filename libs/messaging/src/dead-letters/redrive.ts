import type { PublicMessage } from '@engsales/events';
import type { Classify, Fault } from '../consumer/faults.js';
import type { Reaction, ReactionStep } from '../reaction.js';
import type { DeadLetter, DeadLetters, Lane } from './dead-letters.js';

export interface RedriveOutcome {
  readonly id: string;
  readonly outcome: 'REDRIVEN' | 'FAILED' | 'WOULD_RUN';
  readonly commands: readonly { readonly command: string; readonly target: string }[];
  readonly fault?: Fault;
}

/** Handles a parked message again, and those queued behind it, in order, until one fails. */
export class Redrive {
  constructor(
    private readonly deadLetters: DeadLetters,
    private readonly reactionOf: (name: string) => Reaction | undefined,
    private readonly run: (reaction: Reaction, message: PublicMessage) => Promise<unknown>,
    private readonly classify: Classify,
  ) {}

  /** undefined when there is no open dead letter of that id. A redriven message passes by its row, not by the cursor. */
  async redrive(id: string, by: string, reason: string, dryRun: boolean): Promise<RedriveOutcome[] | undefined> {
    const asked = await this.deadLetters.find(id);
    if (!asked || !isOpen(asked)) return undefined;
    const reaction = this.reactionOf(asked.reaction);
    if (!reaction)
      return [failed(asked, [], { kind: 'permanent', code: 'NO_REACTION', message: 'no such reaction here' })];
    return this.deadLetters.transaction(async (client) => {
      const outcomes: RedriveOutcome[] = [];
      for (const letter of await this.deadLetters.lockLane(client, laneOf(asked))) {
        const steps = stepsOf(reaction, letter);
        if (dryRun) {
          outcomes.push({ id: letter.id, outcome: 'WOULD_RUN', commands: steps });
          continue;
        }
        try {
          await this.run(reaction, letter.message);
        } catch (error) {
          const fault = this.classify(error);
          await this.deadLetters.failedAgain(client, letter.id, fault);
          return [...outcomes, failed(letter, steps, fault)];
        }
        await this.deadLetters.close(client, letter.id, 'REDRIVEN', by, reason);
        outcomes.push({ id: letter.id, outcome: 'REDRIVEN', commands: steps });
      }
      return outcomes;
    });
  }

  /** Gives one message up. False when there is no open dead letter of that id. */
  discard(id: string, by: string, reason: string): Promise<boolean> {
    return this.deadLetters.transaction(async (client) => {
      const letter = await this.deadLetters.find(id);
      if (!letter) return false;
      const lane = await this.deadLetters.lockLane(client, laneOf(letter));
      if (!lane.some((other) => other.id === id)) return false;
      await this.deadLetters.close(client, id, 'DISCARDED', by, reason);
      const next = lane.find((other) => other.id !== id);
      if (next) await this.deadLetters.promote(client, next.id);
      return true;
    });
  }
}

const isOpen = (letter: DeadLetter) => letter.status === 'PARKED' || letter.status === 'QUEUED';

const laneOf = (letter: DeadLetter): Lane => ({
  group: letter.consumerGroup,
  reaction: letter.reaction,
  source: letter.source,
  subject: letter.subject,
});

function stepsOf(reaction: Reaction, letter: DeadLetter): { command: string; target: string }[] {
  try {
    return reaction.then(letter.message).map((s: ReactionStep) => ({ command: s.command.name, target: s.target }));
  } catch {
    return [];
  }
}

function failed(letter: DeadLetter, commands: RedriveOutcome['commands'], fault: Fault): RedriveOutcome {
  return { id: letter.id, outcome: 'FAILED', commands, fault };
}
