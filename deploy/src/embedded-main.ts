import { ConfigError } from '@engsales/service';
import { startEmbedded } from './embedded.js';

/** `npm start`: the only owner of signals in the process. */
async function main(): Promise<void> {
  const began = performance.now();
  const say = (line: string) =>
    process.stdout.write(`[${((performance.now() - began) / 1000).toFixed(1)} s] ${line}\n`);
  let stopping = false;
  const starting = startEmbedded(process.env, say);
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
  const system = await starting;
  const lines = Object.entries(system.urls).map(([name, url]) => `  ${name.padEnd(11)} ${url}   API page ${url}/docs`);
  process.stdout.write(
    `\n${lines.join('\n')}\n\n` +
      '  a token:  npm run -s token -- --role SALES --name "Li Na"     (roles: npm run token -- --help)\n' +
      '  a walk:   npm run story\n\nengsales ready\n',
  );
}

main().catch((error: unknown) => {
  const known =
    error instanceof ConfigError || (error instanceof Error && /port|another engsales|PostgreSQL/.test(error.message));
  process.stderr.write(
    `\nengsales could not start: ${error instanceof Error ? (known ? error.message : error.stack) : String(error)}\n`,
  );
  process.exit(1);
});
