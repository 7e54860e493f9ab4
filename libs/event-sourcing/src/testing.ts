export * from './testing/compared-whole.js';
export * from './testing/given-when-then.js';
export * from './testing/histories.js';
export * from './testing/transitions.js';
export * from './testing/walk.js';
export * from './store/event-store.conformance.js';
