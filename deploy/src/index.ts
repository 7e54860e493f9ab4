export * from './embedded.js';
export * from './postgres/postgres-server.js';
