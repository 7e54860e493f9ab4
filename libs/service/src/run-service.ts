import { Clock } from './clock/clock.js';
import { ConfigError } from './config/service-config.js';
import type { ServiceModule } from './definition.js';
import { prepareService } from './service-host.js';

/** Runs one service as a process of its own (distributed profile) until SIGTERM or SIGINT. */
export async function runService(module: ServiceModule, env: NodeJS.ProcessEnv = process.env): Promise<void> {
  try {
    let end: (code: number) => void = (code) => process.exit(code);
    const hopeless = () => end(1);
    const shared = { clock: new Clock(), feeds: new Map(), groups: [], hopeless };
    const host = await prepareService(module, env, shared, false);
    end = (code) => void host.stop().then(() => process.exit(code));
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => end(0));
    }
    process.once('disconnect', () => end(0)); // only a launcher has a channel to us
    const port = await host.start();
    process.stdout.write(`engsales ${host.name} ready on port ${port}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigError ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
