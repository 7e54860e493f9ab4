export * from './kafka/kafka-jars.js';
export * from './kafka/kafka-server.js';
