import { Partitioners, type Kafka, type Producer } from 'kafkajs';
import { within } from '../consumer/faults.js';

export interface OutgoingRecord {
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: string | Buffer | null;
}

/**
 * Sends records in the order given, acknowledged by all replicas, one request under way at a time. Not the idempotent
 * producer: that one dies on a lost sequence; a repeated send is a duplicate that consumers drop.
 */
export class KafkaSender {
  private producer: Promise<Producer> | undefined;

  constructor(private readonly kafka: Kafka) {}

  /** @throws when the outcome is not known to be good; sending the same again is safe */
  async send(topic: string, records: readonly OutgoingRecord[]): Promise<void> {
    try {
      const producer = await this.connected();
      await producer.send({ topic, acks: -1, messages: records.map((record) => ({ ...record })) });
    } catch (error) {
      await this.close(); // the next send begins with a connection of its own
      throw error;
    }
  }

  async close(): Promise<void> {
    const { producer } = this;
    this.producer = undefined;
    if (producer)
      await within(
        3_000,
        producer.then((p) => p.disconnect()),
      );
  }

  private connected(): Promise<Producer> {
    this.producer ??= this.connect();
    return this.producer;
  }

  private async connect(): Promise<Producer> {
    const producer = this.kafka.producer({
      createPartitioner: Partitioners.DefaultPartitioner,
      allowAutoTopicCreation: false,
      idempotent: false,
      maxInFlightRequests: 1,
    });
    await producer.connect();
    return producer;
  }
}
