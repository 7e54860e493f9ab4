export * from './envelope.js';
export * from './cloud-events.js';
export * from './contract.events.js';
export * from './production.events.js';
export * from './catalogue.js';
