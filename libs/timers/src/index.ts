export * from './timers.js';
export * from './schema.js';
export * from './firing.js';
export * from './timer-runner.js';
export * from './timer-list.js';
export type { TimerLog } from './worker-log.js';
