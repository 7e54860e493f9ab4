export * from './projections-hold.js';
