import { randomUUID } from 'node:crypto';
import type { Issued } from '../decider.js';
import type { NumberKind, Reserved } from '../reservation.js';
import { fold, type CommandExecutor } from './command-executor.js';

/** A number as it is held; `since` and `now` are instants: what was reserved a moment ago may be recorded in a moment. */
export interface HeldNumber extends Reserved {
  readonly since: string;
  readonly now: string;
}

/** Takes and gives back numbers that are unique in the company, for a handler that then records what bears the number. */
export class Reservations {
  constructor(
    private readonly executor: CommandExecutor,
    private readonly kind: NumberKind,
    /** Whether the holder uses the number, or may still come to use it. */
    private readonly isHeldRightly: (held: HeldNumber) => Promise<boolean>,
  ) {}

  /**
   * The number belongs to `heldBy` from then on, so a retry after a crash finds it, and a rival request too. One that its holder has no
   * use for any more is freed first. In a dry run nothing is reserved. @throws Rejected with the code of the kind
   */
  async take({ value, heldBy }: Reserved, issued: Issued): Promise<void> {
    const isFreed = await this.freeWhenUseless(value, heldBy, issued);
    // a dry run frees nothing, so the number would still look taken
    if (isFreed && issued.dryRun) return;
    await this.run('Reserve', { value, heldBy }, issued);
  }

  /** The number is free again; nothing, when another holds it, or when its holder bears it, as after the retry of an old request. */
  async giveBack(reserved: Reserved, issued: Issued): Promise<void> {
    if (await this.isHeldRightly({ ...reserved, since: LONG_AGO, now: issued.at })) return;
    await this.run('Release', reserved, issued);
  }

  /** @returns whether it was held without use, and is free now */
  private async freeWhenUseless(value: string, heldBy: string, issued: Issued): Promise<boolean> {
    const stream = `${this.kind.category}-${this.kind.idFor(value)}`;
    const number = fold(this.kind, await this.executor.store.readStream(stream));
    if (number.state === 'FREE' || number.heldBy === heldBy) return false;
    const { since } = number;
    if (await this.isHeldRightly({ heldBy: number.heldBy, value, since, now: issued.at })) return false;
    await this.run('Release', { value, heldBy: number.heldBy }, issued);
    return true;
  }

  private async run(what: 'Reserve' | 'Release', { value, heldBy }: Reserved, issued: Issued): Promise<void> {
    const data = { reservationId: this.kind.idFor(value), value, heldBy };
    await this.executor.execute(this.kind, new this.kind[what](data, issueOfItsOwn(issued)));
  }
}

/** Whether the number is held is decided by what holds it, so every attempt is a command of its own. */
function issueOfItsOwn(issued: Issued): Issued {
  return { ...issued, expectedRevision: undefined, commandId: randomUUID(), causationId: issued.commandId };
}

/** What was reserved then is used, or it is not. */
const LONG_AGO = '1970-01-01T00:00:00.000Z';

/** How long after its reservation a number that nothing bears is left to its holder: a request is answered long before. */
const PATIENCE_MS = 300_000;

export const isJustReserved = ({ since, now }: HeldNumber): boolean =>
  Date.parse(now) - Date.parse(since) < PATIENCE_MS;
