import { randomUUID } from 'node:crypto';
import { bare, createPartitioner, events, eventSourcing, fixtureP1, http, sleep } from './common.mjs';

const { topicOf } = events;

/** Produces one record and waits until a consumer of the same process has it. */
export async function roundTrips(brokers) {
  const kafka = bare(brokers);
  const producer = kafka.producer({ createPartitioner });
  const consumer = kafka.consumer({ groupId: `bench-${randomUUID()}` });
  const waiting = new Map();
  await Promise.all([producer.connect(), consumer.connect()]);
  await consumer.subscribe({ topics: [topicOf('lead')], fromBeginning: true });
  let joined;
  const ready = new Promise((resolve) => (joined = resolve));
  consumer.on(consumer.events.GROUP_JOIN, () => joined());
  await consumer.run({
    eachMessage: async ({ message }) => {
      waiting.get(message.key.toString())?.();
      waiting.delete(message.key.toString());
    },
  });
  await ready;
  const value = JSON.stringify({ note: 'x'.repeat(588) });
  const once = async () => {
    const key = randomUUID();
    const began = performance.now();
    const seen = new Promise((resolve) => waiting.set(key, resolve));
    await producer.send({ topic: topicOf('lead'), acks: -1, messages: [{ key, value }] });
    await seen;
    return performance.now() - began;
  };
  for (let i = 0; i < 20; i += 1) await once();
  const close = () => Promise.all([producer.disconnect(), consumer.disconnect()]);
  return { once, close };
}

async function people(keysDir) {
  const key = await http.embeddedKey(keysDir);
  const token = (id, role) => http.signToken(key, { id, name: id, roles: [role] }, 4);
  return {
    SALES: await token('E1001', 'SALES'),
    COMPANY_LEADER: await token('E0001', 'COMPANY_LEADER'),
    COMMERCE: await token('E2003', 'COMMERCE'),
  };
}

/** Contracts that are ready to be signed, and the way from the request to sign to the last readable order. */
export async function signing(system, keysDir) {
  const tokens = await people(keysDir);
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const document = {
    ...fixtureP1((date) => date.replace(/^20\d\d/, (year) => String(Number(year) + 3))),
    salespersonId: 'E1001',
    merchandiserId: 'E3007',
  };
  const lines = document.lines.filter((line) => line.fulfilment !== 'SERVICE');
  const contracts = `${system.urls.contract}/api/v1/contracts`;
  const post = async (role, url, body) => {
    const answer = await fetch(url, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { authorization: `Bearer ${tokens[role]}`, 'content-type': 'application/json' },
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text}`);
    return JSON.parse(text);
  };
  const { personRef: signer } = await post('COMMERCE', `${system.urls.contract}/api/v1/persons`, { name: '王建国' });
  const prepare = async () => {
    const { id } = await post('SALES', contracts, document);
    await post('SALES', `${contracts}/${id}/submit-for-approval`, {});
    await post('COMPANY_LEADER', `${contracts}/${id}/approve-contract`, {});
    return id;
  };
  const prepareMany = async (count) => {
    const ready = [];
    let left = count;
    const worker = async () => {
      while (left > 0) {
        left -= 1;
        ready.push(await prepare());
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    return ready;
  };
  const headers = { authorization: `Bearer ${tokens.SALES}` };
  /** From the request to sign until the last of its production orders can be read; ms. */
  const signToOrder = async (id, began = performance.now()) => {
    await post('COMMERCE', `${contracts}/${id}/sign-contract`, {
      contractNo: `B-${randomUUID()}`,
      signedOn: today,
      signatories: [
        { side: 'OURS', personRef: signer },
        { side: 'THEIRS', personRef: signer },
      ],
      scanRef: 'scan',
    });
    const order = `${system.urls.production}/api/v1/production-orders/${eventSourcing.namedId(`${id}:${lines.at(-1).lineId}`)}`;
    for (;;) {
      const answer = await fetch(order, { headers });
      await answer.arrayBuffer();
      if (answer.ok) return performance.now() - began;
      if (answer.status !== 404) throw new Error(`${order} answered ${answer.status}`);
      await sleep(1);
    }
  };
  return { prepareMany, signToOrder };
}
