import { inContext, type CommandGateway } from '@engsales/http';
import { TimerRunner, workerSchemaOf, type TimerLog } from '@engsales/timers';
import type { Logger } from 'pino';
import type { ServiceRuntime } from '../service-runtime.js';
import { failpointFor } from './failpoint.js';

/** Timers come the way of all commands. The worker calls from contexts of its own, so the service's is put around. */
export function timerRunnerOf(runtime: ServiceRuntime, gateway: CommandGateway): TimerRunner {
  const { definition, config, pools, process: shared, logger } = runtime;
  const { name: service } = definition;
  const log = timerLog(logger);
  return new TimerRunner({
    pool: pools.timers,
    workerSchema: workerSchemaOf(config.schema),
    clock: shared.clock,
    commands: definition.timers ?? [],
    execute: (command) => inContext({ service, actor: command.issued.by.id }, () => gateway.execute(command)),
    failpoint: failpointFor(service, config.ENGSALES_FAILPOINT),
    log: (level, message, fields) => inContext({ service }, () => log(level, message, fields)),
  });
}

export function timerLog(logger: Logger): TimerLog {
  return (level, message, fields = {}) => logger[level](fields, message);
}
