import { freePort } from '@engsales/launcher';
import { eventually } from '../tools/testing/eventually.js';
import { testBroker } from '../tools/testing/kafka.js';
import { KafkaSystem } from '../tools/testing/kafka-system.js';
import { expectExactlyThree } from '../tools/testing/system-client.js';
import { TcpProxy } from '../tools/testing/tcp-proxy.js';

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

describe('a way to the broker that loses replies', () => {
  it('makes the relay send again and the consumers fetch again: nothing is lost, nothing happens twice, order is kept', async () => {
    const port = await freePort();
    const proxy = new TcpProxy({ host: '127.0.0.1', port });
    // the broker names the proxy as its address, so that every connection leads through it
    const advertised = await proxy.listen();
    const properties = { 'advertised.listeners': `PLAINTEXT://127.0.0.1:${advertised}` };
    const broker = await testBroker({ port, properties });
    const system = await KafkaSystem.start(['contract', 'production'], broker, `127.0.0.1:${advertised}`);
    let losing = true;
    const loss = (async () => {
      while (losing) {
        proxy.loseReplies(1);
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
    })();
    try {
      const keys = Array.from({ length: 24 }, (_, i) => `lost-${i}`);
      const contracts = await Promise.all(keys.map((key) => system.signContract(key, today())));
      await eventually(async () => Promise.resolve(proxy.lost >= 60), 'sixty replies lost');
      losing = false;
      await loss;
      for (const { contractId } of contracts) {
        await eventually(
          async () => Object.keys(await system.productionEvents(contractId)).length >= 9,
          `the orders of ${contractId}`,
        );
        expectExactlyThree(await system.productionEvents(contractId));
      }
      const onTopic = await system.expectOrderOnTopic('contract');
      for (const { contractId } of contracts) expect(onTopic.get(contractId)?.length).toBeGreaterThan(1);
    } finally {
      losing = false;
      await loss;
      await system.dispose();
      await proxy.close();
    }
  });
});
