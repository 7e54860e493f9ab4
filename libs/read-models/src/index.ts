export * from './projection.js';
export * from './guarded-rows.js';
export * from './schema.js';
export * from './projection-checkpoints.js';
export * from './projection-runner.js';
export * from './rebuild.js';
export * from './keyset.js';
export * from './search.js';
