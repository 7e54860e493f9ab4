import { derivedId, Rejected, type Command, type Issued } from '@engsales/event-sourcing';
import type { Pool } from 'pg';
import { inTransaction } from './in-transaction.js';
import { addJob } from './jobs.js';
import type { TimerLog } from './worker-log.js';

/** The business clock. `offsetMs` is what it is ahead of real time. */
export interface TimerClock {
  now(): string;
  today(): string;
  readonly offsetMs: number;
}

export type TimerCommand = new (data: never, issued: never) => Command;

export interface FiringParts {
  readonly pool: Pool;
  readonly workerSchema: string;
  readonly clock: TimerClock;
  /** What timers may send, by class name, which is the command's type. */
  readonly commands: readonly TimerCommand[];
  execute(command: Command): Promise<unknown>;
  readonly failpoint: (name: string) => void;
  readonly log: TimerLog;
}

interface DueTimer {
  readonly key: string;
  readonly due_at: Date;
  readonly command: string;
  readonly data: object;
}

/**
 * What a job does when its time has come. It may be killed anywhere and be run again, by two workers at once too: the
 * command's identity comes from key and deadline, so its stream knows that it was done.
 */
export async function fire(key: string, parts: FiringParts): Promise<void> {
  const { rows } = await parts.pool.query<DueTimer>('SELECT key, due_at, command, data FROM timer WHERE key = $1', [
    key,
  ]);
  const timer = rows[0];
  if (!timer) return; // dropped, or done by a run that was killed before it could say so
  if (timer.due_at.getTime() > Date.parse(parts.clock.now())) return postpone(timer, parts);
  const command = commandOf(timer, parts);
  parts.failpoint('before-timer-command');
  await send(command, key, parts);
  parts.failpoint('after-timer-command');
  // a deadline that was set anew meanwhile stands
  await parts.pool.query('DELETE FROM timer WHERE key = $1 AND due_at = $2', [key, timer.due_at]);
}

/** Anything but a refusal is thrown, and the job is tried again. */
async function send(command: Command, key: string, { execute, log }: FiringParts): Promise<void> {
  try {
    await execute(command);
    log('info', `timer: ${command.type} was sent`, { key });
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    const { code, message } = error;
    log('info', `timer: ${command.type} was refused, so it is no longer wanted`, { key, code, reason: message });
  }
}

/** Too early: the clock was set back. By the clock itself, not by the stored offset, which may be about to change. */
async function postpone({ key, due_at }: DueTimer, { pool, workerSchema, clock }: FiringParts): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query('SELECT FROM timer_clock FOR SHARE');
    await addJob(client, workerSchema, key, new Date(due_at.getTime() - clock.offsetMs));
  });
}

function commandOf({ key, due_at, command, data }: DueTimer, { commands, clock }: FiringParts): Command {
  const found = commands.find(({ name }) => name === command);
  if (!found) throw new Error(`timer ${key}: the service knows no command ${command} that timers may send`);
  const issued: Issued = {
    commandId: derivedId('timer', key, due_at.toISOString()),
    fingerprint: `timer:${command}`,
    by: { id: 'system:timer', role: 'SYSTEM' },
    at: clock.now(),
    today: clock.today(),
  };
  return new found(data as never, issued as never);
}
