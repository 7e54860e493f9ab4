import { aggregate, CommandTo, type Aggregate } from './aggregate.js';
import { Rejected, type Command, type DomainEvent, type Issued } from './decider.js';
import { namedId } from './derived-ids.js';

/** What a reservation says: the number as it was written, and the id of what holds it. */
export interface Reserved {
  readonly value: string;
  readonly heldBy: string;
}

/** Whether a number is held, by what, and since which instant. */
export type Reservation =
  { readonly state: 'FREE' } | { readonly state: 'HELD'; readonly heldBy: string; readonly since: string };

/** `<Name>Reserved` or `<Name>Released`, with the instant. */
export type ReservationEvent = DomainEvent<
  `${string}Reserved` | `${string}Released`,
  Reserved & { readonly at: string }
>;

export type ReservationCommand = CommandTo<'reservationId', Reserved>;
type ReservationCommandClass = new (data: ReservationCommand['data'], issued: Issued) => ReservationCommand;

/** A kind of number that is unique in the company: an aggregate per number, and how it is addressed and commanded. */
export interface NumberKind extends Aggregate<Reservation, ReservationCommand & Command, ReservationEvent> {
  /** What looks the same has the same id. */
  idFor(value: string): string;
  readonly Reserve: ReservationCommandClass;
  readonly Release: ReservationCommandClass;
}

/** How a kind of number refuses a second holder, and how its numbers are compared. */
interface Uniqueness {
  readonly code: string;
  readonly foldedBy: (value: string) => string;
}

/**
 * Reservation streams for one kind of number: one stream per number, with the events `<Name>Reserved` and `<Name>Released`. Who
 * holds it already may ask again, and then holds it anew; any other is refused with `code` {value, existing}.
 */
export function reservation(name: string, { code, foldedBy }: Uniqueness): NumberKind {
  const category = name.charAt(0).toLowerCase() + name.slice(1);
  class Reserve extends CommandTo<'reservationId', Reserved> {
    readonly type = `Reserve${name}`;
  }
  class Release extends CommandTo<'reservationId', Reserved> {
    readonly type = `Release${name}`;
  }
  const kind = aggregate<Reservation, ReservationCommand & Command, ReservationEvent>({
    category,
    id: 'reservationId',
    initialState: { state: 'FREE' },
    rules: {
      [`Reserve${name}`]: {
        command: Object.defineProperty(Reserve, 'name', { value: `Reserve${name}` }),
        in: ['FREE', 'HELD'],
        decide({ data: { value, heldBy }, issued }: Command<string, Reserved>, number: Reservation) {
          if (number.state === 'FREE') {
            return [{ type: `${name}Reserved`, data: { value, heldBy, at: issued.at } }];
          }
          if (number.heldBy === heldBy) {
            return isFresh(number.since, issued.at)
              ? []
              : [{ type: `${name}Reserved`, data: { value, heldBy, at: issued.at } }];
          }
          throw new Rejected(code, `${value} is taken already`, { value, existing: number.heldBy });
        },
      },
      [`Release${name}`]: {
        command: Object.defineProperty(Release, 'name', { value: `Release${name}` }),
        in: ['FREE', 'HELD'],
        decide({ data: { value, heldBy }, issued }: Command<string, Reserved>, number: Reservation) {
          if (number.state === 'FREE' || number.heldBy !== heldBy) return [];
          return [{ type: `${name}Released`, data: { value, heldBy, at: issued.at } }];
        },
      },
    },
    fold: {
      [`${name}Reserved` as const]: (_number: Reservation, { heldBy, at }: ReservationEvent['data']): Reservation => ({
        state: 'HELD',
        heldBy,
        since: at,
      }),
      [`${name}Released` as const]: (): Reservation => ({ state: 'FREE' }),
    },
  });
  return { ...kind, idFor: (value) => namedId(`${category}:${foldedBy(value)}`), Reserve, Release };
}

/** Within this time a second request of the same holder is a retry of the first. */
const RETRY_MS = 60_000;

const isFresh = (since: string, now: string): boolean => Date.parse(now) - Date.parse(since) < RETRY_MS;
