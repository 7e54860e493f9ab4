// npm run bench -- http: commands over HTTP beside a bare Nest route that inserts one row, and the merchandiser board beside
// its own SQL, on one PostgreSQL (fsync on); the services in a process of their own, as `npm start` runs them.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { median, quantile, say } from './bus/common.mjs';
import { boardBesideSql } from './http/board.mjs';
import { commandsBesideBare } from './http/commands.mjs';
import { startSystem } from './http/system.mjs';

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const seconds = Number(process.env.BENCH_SECONDS ?? 3);
const orders = Number(process.env.BENCH_BOARD_ORDERS ?? 2_000);
const samples = Number(process.env.BENCH_BOARD_SAMPLES ?? 200);
const show = (name, value, digits = 0) => console.log(`${name}=${value.toFixed(digits)}`);

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'engsales-bench-'));
chmodSync(dataDir, 0o755);
let system;
try {
  system = await startSystem(dataDir);
  // the board first: after the commands their projections still have work
  const board = await boardBesideSql(system, { rounds, orders, samples });
  const of = (rounds, q) => median(rounds.map((times) => quantile(times, q)));
  const p95 = (rounds) => of(rounds, 0.95);
  show('board_sql_p50_ms', of(board.sql, 0.5), 2);
  show('board_p50_ms', of(board.board, 0.5), 2);
  show('board_sql_p95_ms', p95(board.sql), 2);
  show('board_p95_ms', p95(board.board), 2);
  show('board_vs_sql', p95(board.board) / p95(board.sql), 2);
  const commands = await commandsBesideBare(system, { rounds, seconds });
  show('bare_per_s', median(commands.bare));
  show('commands_per_s', median(commands.ours));
  show('http_command_vs_bare', median(commands.ours) / median(commands.bare), 2);
  console.log(
    `# ${rounds} interleaved rounds, medians; 64 connections for ${seconds} s each; ${orders} open orders, pages of 200, ${samples} of each in a round`,
  );
} catch (error) {
  say(error.stack);
  process.exitCode = 1;
} finally {
  await system?.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
