// What the bench on Kafka shares: the built packages, bare kafkajs, and small statistics.
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const fromRoot = createRequire(path.join(root, 'package.json'));
export const eventSourcing = require('../../libs/event-sourcing/dist/index.js');
export const events = require('../../libs/events/dist/index.js');
export const messaging = require('../../libs/messaging/dist/index.js');
export const http = require('../../libs/http/dist/index.js');
export const launcher = require('../../apps/launcher/dist/index.js');
export const { fixtureP1 } = require('../../stories/dist/walk-p1/fixture-p1.js');
export const pg = fromRoot('pg');
const { Kafka, logLevel, Partitioners } = fromRoot('kafkajs');

/** Bare kafkajs, as its documentation shows it. */
export const bare = (brokers) => new Kafka({ clientId: 'bench', brokers: [brokers], logLevel: logLevel.NOTHING });
export const createPartitioner = Partitioners.DefaultPartitioner;

export const quantile = (values, q) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];
export const median = (values) => quantile(values, 0.5);
export const say = (text) => console.error(text);
export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
