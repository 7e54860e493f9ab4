export * from './embedded.js';
export * from './ports.js';
export * from './postgres/postgres-server.js';
export * from './story/fixture-p1.js';
export * from './story/p1-walk.js';
export * from './story/story-run.js';
export * from './kafka/kafka-jars.js';
export * from './kafka/kafka-server.js';
