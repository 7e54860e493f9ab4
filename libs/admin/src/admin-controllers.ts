import { HealthController } from './health/health.controller.js';
import { PersonsController } from './persons/persons.controller.js';
import { ConsumersController } from './routes/consumers.controller.js';
import { CursorsController } from './routes/cursors.controller.js';
import { DeadLettersController } from './routes/dead-letters.controller.js';
import { OperationsController } from './routes/operations.controller.js';
import { ProjectionsController } from './routes/projections.controller.js';
import { RelayController } from './routes/relay.controller.js';
import { SkipController } from './routes/skip.controller.js';
import { StreamsController } from './routes/streams.controller.js';
import { TimersController } from './routes/timers.controller.js';

/** What every service answers besides its own routes. */
export const ADMIN_CONTROLLERS = [
  HealthController,
  PersonsController,
  StreamsController,
  ProjectionsController,
  ConsumersController,
  CursorsController,
  SkipController,
  DeadLettersController,
  RelayController,
  TimersController,
  OperationsController,
];
