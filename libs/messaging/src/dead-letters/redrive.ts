import { SERVICES, type PublicMessage } from '@engsales/events';
import { InvalidMessage, type Classify, type Fault } from '../consumer/faults.js';
import { readRecord } from '../kafka/decode.js';
import type { Reaction, ReactionCommand } from '../reaction.js';
import { laneOf, NO_REACTION, type DeadLetter, type DeadRecord } from './dead-letter.js';
import type { DeadLetters } from './dead-letters.js';

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
    private readonly reactions: readonly Reaction[],
    private readonly run: (reaction: Reaction, message: PublicMessage) => Promise<unknown>,
    private readonly classify: Classify,
  ) {}

  /** undefined when there is no open dead letter of that id. A redriven message passes by its row, not by the cursor. */
  async redrive(id: string, by: string, reason: string, dryRun: boolean): Promise<RedriveOutcome[] | undefined> {
    const asked = await this.deadLetters.find(id);
    if (!asked || !isOpen(asked)) return undefined;
    return this.deadLetters.transaction(async (client) => {
      const outcomes: RedriveOutcome[] = [];
      for (const letter of await this.deadLetters.lockLane(client, laneOf(asked))) {
        const outcome = await this.again(letter, dryRun);
        outcomes.push(outcome);
        if (dryRun) continue;
        if (outcome.fault) {
          await this.deadLetters.failedAgain(client, letter.id, outcome.fault);
          return outcomes;
        }
        await this.deadLetters.close(client, letter.id, 'REDRIVEN', by, reason);
      }
      return outcomes;
    });
  }

  private async again(letter: DeadLetter, dryRun: boolean): Promise<RedriveOutcome> {
    const { id } = letter;
    let commands: RedriveOutcome['commands'] = [];
    try {
      const message = readAgain(letter);
      const reactions = this.reactionsFor(letter, message);
      commands = reactions.flatMap((reaction) => stepsOf(reaction, message));
      if (dryRun) return { id, outcome: 'WOULD_RUN', commands };
      for (const reaction of reactions) await this.run(reaction, message);
      return { id, outcome: 'REDRIVEN', commands };
    } catch (error) {
      return { id, outcome: 'FAILED', commands, fault: this.classify(error) };
    }
  }

  private reactionsFor(letter: DeadLetter, message: PublicMessage): readonly Reaction[] {
    const found = this.reactions.filter(({ name, source, type }) =>
      letter.reaction === NO_REACTION ? source === message.source && type === message.type : name === letter.reaction,
    );
    if (found.length === 0) throw new InvalidMessage('NO_REACTION', `nothing here reacts to ${message.type}`);
    return found;
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

/** A record that could not be read may be readable to a newer version of this service. @throws InvalidMessage */
function readAgain({ message, record }: DeadLetter): PublicMessage {
  if (!('defect' in message)) return message;
  const source = SERVICES.find((service) => service === message.source);
  const read = source && record ? readRecord(source, bytesIn(record)) : undefined;
  if (read?.message) return read.message;
  const { code, message: why } = read?.defect ?? message.defect;
  throw new InvalidMessage(code, why);
}

function bytesIn({ key, headers, value }: DeadRecord) {
  const bytes = (text: string | null) => (text === null ? null : Buffer.from(text, 'base64'));
  return { key: bytes(key), headers, value: bytes(value) };
}

function stepsOf(reaction: Reaction, message: PublicMessage): { command: string; target: string }[] {
  try {
    return reaction
      .then(message)
      .map((wanted: ReactionCommand) => ({ command: wanted.command.name, target: wanted.target }));
  } catch {
    return []; // a reaction that cannot even read the message says so when it is run
  }
}
