export * from './given-when-then.js';
export * from './store/event-store.contract.js';
