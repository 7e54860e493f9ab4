import { randomUUID } from 'node:crypto';
import { contractSigned, contractTerminated, topicOf, toWire, type PublicEvent } from '@engsales/events';
import { KafkaSender } from '@engsales/messaging';
import { aMessage } from '@engsales/messaging/testing';
import signedSample from '../libs/events/src/samples/contract.ContractSigned.v1.json';
import terminatedSample from '../libs/events/src/samples/contract.ContractTerminated.v1.json';
import { eventually } from '../tools/testing/eventually.js';
import { KafkaSystem } from '../tools/testing/kafka-system.js';
import { salesAndFactory } from './sales-and-factory.scenarios.js';

describe('sales and factory as two processes on Kafka', () => {
  let system: KafkaSystem | undefined;
  salesAndFactory(async () => {
    system = await KafkaSystem.start(['contract']);
    await system.add('production', { PRODUCTION_ANSWER_WORKING_HOURS: '0' });
    return { client: system };
  });

  // here, so that it is also done when production did not start
  afterAll(() => system?.dispose());

  it('S35, S36: an end that comes before its beginning leaves no live order, and what comes again changes nothing', async () => {
    const [contractId, projectId] = [randomUUID(), randomUUID()];
    const record = <Data>(event: PublicEvent<Data>, data: object, sequence: number) =>
      toWire(aMessage(event, { ...data, contractId } as Data, { subject: contractId, projectId, sequence }));
    const end = record(contractTerminated, terminatedSample, 2);
    const late = record(contractSigned, signedSample, 3);
    const sender = new KafkaSender(system!.broker.client());
    const counts = async () => {
      const { body } = await system!.call('admin', ['ADMIN'], 'production', '/admin/consumers');
      return (body.items as { source: string; duplicate: number }[]).find(({ source }) => source === 'contract')!;
    };
    const { duplicate } = await counts();
    try {
      await sender.send(topicOf('contract'), [end, late, end, late, late]);
      await eventually(async () => (await counts()).duplicate >= duplicate + 3, 'three came again');
    } finally {
      await sender.close();
    }
    const streams = await system!.productionEvents(contractId);
    const orders = Object.keys(streams).filter((stream) => stream.startsWith('productionOrder-'));
    expect(Object.values(streams)).toEqual(orders.map(() => ['ProductionOrderForestalled']));
    expect(orders).toHaveLength(3);
    const { body } = await system!.call('admin', ['ADMIN'], 'production', '/admin/dead-letters');
    expect(body.items).toEqual([]);
  });
});
