// The process under load: the embedded system, and beside it a Nest application with one bare route.
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { Body, Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { eventSourcing, launcher, pg } from '../bus/common.mjs';
import { metadata } from '../subjects/metadata.mjs';

const BARE_CONNECTIONS = 10; // what `pg` opens when nothing is said
const QUIET_WITHIN_MS = 60_000;

/** What one would write without us: the body as it comes, one row, the answer. */
async function startBare(connectionString) {
  const pool = new pg.Pool({ connectionString, max: BARE_CONNECTIONS });
  pool.on('error', () => undefined);
  await pool.query(
    'CREATE TABLE bare_rows (id uuid PRIMARY KEY, recorded_at timestamptz NOT NULL DEFAULT now(), body json NOT NULL)',
  );
  class BareController {
    async insert(body) {
      const id = randomUUID();
      await pool.query({
        name: 'insert',
        text: 'INSERT INTO bare_rows (id, body) VALUES ($1, $2)',
        values: [id, JSON.stringify(body)],
      });
      return { id };
    }
  }
  Controller('bare')(BareController);
  Body()(BareController.prototype, 'insert', 0);
  Post()(BareController.prototype, 'insert', Object.getOwnPropertyDescriptor(BareController.prototype, 'insert'));
  class BareModule {}
  Module({ controllers: [BareController] })(BareModule);
  const app = await NestFactory.create(BareModule, { logger: false, forceCloseConnections: true });
  await app.listen(0, '127.0.0.1');
  const close = async () => {
    await app.close();
    await pool.end();
  };
  return { url: `http://127.0.0.1:${app.getHttpServer().address().port}/bare`, close };
}

/** Orders as a signed contract makes them; their packages and trackings follow by the service's own reaction. */
async function receiveOrders({ store }, { count, merchandisers }) {
  const receive = (index) => {
    const productionOrderId = randomUUID();
    const day = new Date(Date.UTC(2028, 0, 1 + (index % 365))).toISOString().slice(0, 10);
    const data = {
      productionOrderId,
      projectId: randomUUID(),
      contractId: randomUUID(),
      lineId: `L${1 + (index % 4)}`,
      kind: 'PRODUCE',
      itemCode: `CH-${2000 + (index % 50)}`,
      name: '离心式冷水机组',
      qty: '2',
      uom: '台',
      amountFen: 372_000_000,
      committedDate: day,
      merchandiserId: merchandisers[index % merchandisers.length],
      packageId: randomUUID(),
      trackingId: randomUUID(),
      contractVersion: 1,
      state: 'RECEIVED',
      gates: { RELEASE_PRODUCTION: { state: 'CLOSED' }, DISPATCH: { state: 'CLOSED' } },
      holds: [],
      receivedOn: '2025-11-10',
      releaseDueAt: '2099-11-11T01:00:00.000Z',
    };
    const event = { id: randomUUID(), type: 'ProductionOrderReceived', data, metadata: metadata() };
    return store.append(`productionOrder-${productionOrderId}`, eventSourcing.NO_STREAM, [event]);
  };
  for (let done = 0; done < count; done += 50)
    await Promise.all(Array.from({ length: Math.min(50, count - done) }, (_, i) => receive(done + i)));
  return {};
}

/** Until what was set off is done: less than a tenth of a second's work in a second. */
async function quiet() {
  const began = performance.now();
  for (;;) {
    const before = performance.eventLoopUtilization();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const { utilization } = performance.eventLoopUtilization(before);
    const waited = performance.now() - began;
    if (utilization < 0.1) return { seconds: waited / 1000, utilization };
    if (waited > QUIET_WITHIN_MS) return { error: `the services are still at work (${utilization.toFixed(2)})` };
  }
}

/** The statement that the board itself sends, with what it binds. */
function spyOnBoard({ database }) {
  const query = database.query.bind(database);
  let seen;
  database.query = (text, values, ...rest) => {
    if (/AS "unansweredInquiries"/.test(text)) seen = { text, values };
    return query(text, values, ...rest);
  };
  return () => {
    database.query = query;
    return seen ? { sql: seen } : { error: 'the board sent no statement of its own' };
  };
}

const system = await launcher.startEmbedded(process.env, (line) => console.error(line));
const { runtime: production } = system.hosts.find((host) => host.name === 'production');
const { runtime: contract } = system.hosts.find((host) => host.name === 'contract');
const bare = await startBare(contract.config.databaseUrl);
let spied;
const answers = {
  orders: (question) => receiveOrders(production, question),
  quiet,
  spy: () => ((spied = spyOnBoard(production)), {}),
  spied: () => spied(),
};
process.on('message', (question) => {
  const answer = Promise.resolve().then(() => answers[question.kind](question));
  answer.catch((error) => ({ error: error.stack })).then((value) => process.send(value));
});
process.once('disconnect', () => {
  bare
    .close()
    .then(() => system.stop())
    .then(
      () => process.exit(0),
      (error) => (console.error(error), process.exit(1)),
    );
});
process.send({ urls: { ...system.urls, bare: bare.url }, productionDatabase: production.config.databaseUrl });
