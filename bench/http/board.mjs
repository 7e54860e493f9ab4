import http from 'node:http';
import { pg, say, sleep } from '../bus/common.mjs';

const MERCHANDISERS = ['E3001', 'E3002', 'E3003', 'E3004'];
const DEADLINE_MS = 180_000;

/** GET over one connection that is kept; resolves when the whole body is here. */
function reader(url, headers) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const get = () =>
    new Promise((resolve, reject) => {
      const request = http.get(url, { agent, headers }, (answer) => {
        const chunks = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const body = Buffer.concat(chunks);
          if (answer.statusCode === 200) resolve(body);
          else reject(new Error(`${url} answered ${answer.statusCode}: ${body}`));
        });
      });
      request.on('error', reject);
    });
  return { get, close: () => agent.destroy() };
}

/** Until the board shows every order with its package and its tracking. */
async function whole(client, orders) {
  const until = performance.now() + DEADLINE_MS;
  const text = `SELECT count(*)::int AS shown FROM production_order o
    JOIN engineering_package USING (package_id) JOIN order_tracking USING (tracking_id) WHERE o.state = 'RECEIVED'`;
  for (;;) {
    const { shown } = (await client.query(text)).rows[0];
    if (shown >= orders) return;
    if (performance.now() > until) throw new Error(`the board shows ${shown} of ${orders} orders`);
    await sleep(100);
  }
}

const timed = async (work) => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** A page of 200 of the open orders over HTTP, and the board's own statement through pg, one after another; ms. */
export async function boardBesideSql({ urls, token, ask, productionDatabase }, { rounds, orders, samples }) {
  const client = new pg.Client({ connectionString: productionDatabase });
  await client.connect();
  const authorization = `Bearer ${await token('E3001', 'MERCHANDISER')}`;
  const board = reader(`${urls.production}/api/v1/merchandiser-board?limit=200`, { authorization });
  try {
    const began = performance.now();
    await ask({ kind: 'orders', count: orders, merchandisers: MERCHANDISERS });
    await whole(client, orders);
    const since = () => ((performance.now() - began) / 1000).toFixed(1);
    say(`${orders} orders on the board after ${since()} s`);
    await ask({ kind: 'quiet' });
    say(`nothing of them left to do after ${since()} s`);
    await client.query('ANALYZE production_order, engineering_package, order_tracking');
    await ask({ kind: 'spy' });
    const shown = JSON.parse(await board.get()).items.length;
    const { sql } = await ask({ kind: 'spied' });
    const rows = () => client.query(sql.text, sql.values);
    const { rowCount } = await rows();
    if (shown !== Math.min(200, orders) || rowCount < shown) throw new Error(`${shown} shown of ${rowCount} rows`);
    const figures = { board: [], sql: [] };
    for (let round = 0; round <= rounds; round += 1) {
      const [viaHttp, viaSql] = [[], []];
      for (let i = 0; i < samples; i += 1) {
        viaHttp.push(await timed(board.get));
        viaSql.push(await timed(rows));
      }
      if (round === 0) continue; // warm
      figures.board.push(viaHttp);
      figures.sql.push(viaSql);
    }
    return figures;
  } finally {
    board.close();
    await client.end();
  }
}
