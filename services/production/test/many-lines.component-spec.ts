import { contractSigned, contractVoided, type ContractSignedData, type ContractVoidedData } from '@engsales/events';
import { randomUUID } from 'node:crypto';
import signedSample from '../../../libs/events/src/samples/contract.ContractSigned.v1.json';
import voidedSample from '../../../libs/events/src/samples/contract.ContractVoided.v1.json';
import { eventually } from '../../../tools/testing/eventually.js';
import { packageIdOf, trackingIdOf } from '../src/domain/ids.js';
import { placesOf, Talk } from './talk.fixtures.js';

interface Cost {
  readonly bytes: number;
  readonly updates: number;
}

const [line] = (signedSample as ContractSignedData).lines;
const linesOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...line!,
    lineId: `L${index + 1}`,
    packageKey: 'one',
    trackingKey: 'one',
  }));

/** What the life of a contract costs whose lines share one package and one tracking: signed, received, voided. */
async function costOf(count: number): Promise<Cost> {
  const contractId = randomUUID();
  const talk = new Talk(contractId);
  await talk.begin('2025-03-10T01:00:00.000Z');
  try {
    const { runtime } = talk.service.host;
    const revisionOf = async (stream: string) => (await runtime.store.readStream(stream)).length;
    const untilCaughtUp = async () => {
      const head = await runtime.store.head();
      const positions = runtime.definition.projections.map(({ name }) => runtime.projections.positionOf(name));
      return (await Promise.all(positions)).every((position) => (position ?? 0n) >= head);
    };
    const lines = linesOf(count);
    const orderLineIds = lines.map(({ lineId }) => lineId);
    await talk.put(talk.message(contractSigned, { ...signedSample, lines, orderLineIds }));
    const shared = [
      `engineeringPackage-${packageIdOf(contractId, 'one')}`,
      `orderTracking-${trackingIdOf(contractId, 'one')}`,
    ];
    for (const stream of shared) {
      await eventually(async () => (await revisionOf(stream)) === count, `${count} orders in ${stream}`);
    }
    await talk.put(talk.message(contractVoided, { ...(voidedSample as ContractVoidedData), orderLineIds }));
    await talk.becomes('CLOSED', placesOf(contractId).tracking('one'));
    await eventually(untilCaughtUp, 'rows');
    const { rows: stored } = await runtime.pools.read.query<{ bytes: string }>(
      'SELECT sum(octet_length(data::text)) AS bytes FROM events',
    );
    const { rows: changed } = await runtime.pools.read.query<{ updates: string }>(
      `SELECT sum(n_tup_upd) AS updates FROM pg_stat_user_tables WHERE schemaname = current_schema() AND relname = ANY($1)`,
      [runtime.definition.projections.flatMap(({ tables }) => tables)],
    );
    return { bytes: Number(stored[0]?.bytes), updates: Number(changed[0]?.updates) };
  } finally {
    await talk.service.stop();
  }
}

describe('a contract whose lines share one package and one tracking', () => {
  it('costs twice as much with twice as many lines, no more: no event repeats what was said before (P-63, P-71)', async () => {
    const few = await costOf(50);
    const many = await costOf(100);
    expect(few.bytes).toBeGreaterThan(50 * 500);
    expect(many.bytes / few.bytes).toBeLessThan(2.1);
    // per order one row is made and ended, and it joins and leaves what it shares
    expect(many.updates).toBeLessThanOrEqual(100 * 4);
  });
});
