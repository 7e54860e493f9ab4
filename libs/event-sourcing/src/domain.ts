export * from './aggregate.js';
export * from './decider.js';
export { namedId } from './derived-ids.js';
