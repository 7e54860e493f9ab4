import { createRequire } from 'node:module';
import { say } from '../bus/common.mjs';

const autocannon = createRequire(import.meta.url)('autocannon');
const CONNECTIONS = 64;
/** A contract of one line, as one begins it. */
const DRAFT = {
  projectName: '临江市第二人民医院新院区中央空调',
  customer: { name: '临江市第二人民医院' },
  salespersonId: 'E1001',
  operationMode: 'OWN_PRODUCTION',
  lines: [
    {
      lineId: 'L1',
      itemCode: 'CH-2000',
      name: '离心式冷水机组',
      qty: '2',
      uom: '台',
      unitPrice: '1860000.00',
      taxRateBps: 1300,
      fulfilment: 'MAKE',
      committedDate: '2027-09-01',
    },
  ],
};

/** Answered requests per second. @throws when one was refused or failed */
async function rate(url, authorization, duration) {
  const result = await autocannon({
    url,
    method: 'POST',
    connections: CONNECTIONS,
    duration,
    headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
    body: JSON.stringify(DRAFT),
  });
  if (result.errors || result.non2xx || !result['2xx'])
    throw new Error(`${url}: ${result['2xx']} answered, ${result.non2xx} refused, ${result.errors} failed`);
  return result['2xx'] / result.duration;
}

/** The same body at 64 connections, in turns: through guard, validation, decider and store, and into a row. */
export async function commandsBesideBare({ urls, token, ask }, { rounds, seconds }) {
  const authorization = `Bearer ${await token('E1001', 'SALES')}`;
  const measure = {
    bare: () => rate(urls.bare, undefined, seconds),
    ours: () => rate(`${urls.contract}/api/v1/contracts`, authorization, seconds),
  };
  await measure.ours(); // warm
  await measure.bare();
  const idle = () => ask({ kind: 'quiet' }); // read models have caught up: nobody pays for the turn before
  const figures = { bare: [], ours: [] };
  for (let round = 1; round <= rounds; round += 1) {
    const { seconds: waited } = await idle();
    for (const [name, run] of Object.entries(measure)) figures[name].push(await run());
    say(
      `round ${round} of ${rounds}: bare ${figures.bare.at(-1).toFixed(0)}, ours ${figures.ours.at(-1).toFixed(0)} (quiet after ${waited.toFixed(0)} s)`,
    );
  }
  return figures;
}
