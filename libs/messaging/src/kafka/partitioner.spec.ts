import { PARTITIONS } from '@engsales/events';
import { Partitioners } from 'kafkajs';

/**
 * Keys never move: partitions as org.apache.kafka.common.utils.Utils.murmur2 of kafka-clients 4.1.0 gives them. A change
 * of the partitioner would tear projects apart, and other clients would write beside ours.
 */
describe('the partitioner', () => {
  it.each([
    ['a', 4],
    ['contract-1', 9],
    ['P-2025-0007', 7],
    ['b1e0c7b2-7d52-5b7a-8f0f-6f1f0f4c2a11', 1],
    ['临江市第二人民医院', 10],
    ['00000000-0000-4000-8000-000000000001', 6],
    ['x'.repeat(200), 1],
  ])('puts %s where Java puts it', (key, partition) => {
    const partitionMetadata = Array.from({ length: PARTITIONS }, (_, partitionId) => ({
      partitionId,
      leader: 1,
      replicas: [1],
      isr: [1],
      partitionErrorCode: 0,
    }));
    const choose = Partitioners.DefaultPartitioner();
    expect(choose({ topic: 't', partitionMetadata, message: { key, value: '' } })).toBe(partition);
  });
});
