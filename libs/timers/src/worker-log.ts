import { Logger } from 'graphile-worker';

export type TimerLog = (
  level: 'error' | 'warn' | 'info' | 'debug',
  message: string,
  fields?: Record<string, unknown>,
) => void;

/** Its everyday lines go to debug; jobs and payloads, which it passes along, are kept out of the log. */
const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'debug' } as const;

/** graphile-worker's lines through our logger, never the console. */
export function workerLogger(log: TimerLog): Logger {
  return new Logger(({ label, taskIdentifier, jobId }) => (level, message, meta) => {
    const err = meta?.error;
    log(LEVELS[level], `timers: ${message}`, { label, taskIdentifier, jobId, ...(err ? { err } : {}) });
  });
}
