export * from './postgres/postgres-server.js';
