import { ConfigError } from '@engsales/service';

export interface Launched {
  stop(): Promise<void>;
  /** Resolves when what was launched has ended by itself. */
  untilEnded?(): Promise<void>;
}

/** What every launcher does: says how far it is with the time, owns the signals, stops in order, ends with a clear line. */
export async function launch<System extends Launched>(
  start: (say: (line: string) => void) => Promise<System>,
  tell: (system: System) => string,
): Promise<void> {
  const began = performance.now();
  const say = (line: string) =>
    process.stdout.write(`[${((performance.now() - began) / 1000).toFixed(1)} s] ${line}\n`);
  let stopping = false;
  const starting = start(say);
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    say('stopping');
    const system = await starting.catch(() => undefined);
    const failure = await system?.stop().catch((error: unknown) => error);
    say(failure instanceof Error ? `stopped, but: ${failure.message}` : 'stopped');
    process.exit(failure ? 1 : 0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
  try {
    const system = await starting;
    process.stdout.write(tell(system));
    if (!system.untilEnded) return;
    await system.untilEnded();
    if (stopping) return;
    say('it has ended by itself');
    process.exit(1);
  } catch (error) {
    process.stderr.write(`\nengsales could not start: ${describe(error)}\n`);
    process.exit(1);
  }
}

const KNOWN = /port|another engsales|PostgreSQL|Kafka|topics|ended with/;

/** A known trouble in a sentence, anything else with its stack. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error instanceof ConfigError || KNOWN.test(error.message) ? error.message : (error.stack ?? error.message);
}

/** One line per service, for the end of a start. */
export function serviceTable(urls: Readonly<Record<string, string>>): string {
  const lines = Object.entries(urls).map(([name, url]) => `  ${name.padEnd(11)} ${url}   API page ${url}/docs`);
  return `\n${lines.join('\n')}\n`;
}
