export * from './admin-context.js';
export * from './consumer-control.js';
export * from './admin-controllers.js';
export * from './metrics/metrics.js';
export * from './routes/audit.js';
