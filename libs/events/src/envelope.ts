/** The services that publish; each has one topic. */
export const SERVICES = ['lead', 'tender', 'contract', 'production', 'aftersales'] as const;
export type ServiceName = (typeof SERVICES)[number];

export const topicOf = (service: ServiceName): string => `engsales.${service}.events`;
/** Where a service puts copies of the messages that it could not handle. */
export const deadLetterTopicOf = (service: ServiceName): string => `engsales.${service}.dead-letters`;
/** Never changed: more partitions would move keys. */
export const PARTITIONS = 12;

/** A public event as consumers see it, whatever carried it. On Kafka the fields are CloudEvents 1.0 attributes (binary mode). */
export interface PublicMessage<Data = unknown> {
  /** `ce_id`: id of the stored event, uuid. */
  readonly id: string;
  /** `<service>.<Event>`; `ce_type` is `engsales.` + this. */
  readonly type: string;
  /** `ce_source`: the publishing service. */
  readonly source: ServiceName;
  /** `ce_subject`: id of the aggregate that it happened to. */
  readonly subject: string;
  /** `ce_time`: when it happened, RFC 3339 UTC. */
  readonly time: string;
  /** `ce_dataschema` names it: version of the payload's schema. */
  readonly version: number;
  /** `ce_projectid`, also the key: everything of one engineering project stays in order. */
  readonly projectId: string;
  readonly correlationId: string;
  readonly causationId: string;
  /** `ce_sequence`: revision of the aggregate; increasing, not contiguous. */
  readonly sequence: number;
  /** `ce_position`: where the event stands in the publisher's store, `<service>.<n>`. */
  readonly position?: string;
  readonly traceparent?: string;
  readonly data: Data;
}

/** One line of the catalogue: everything that is known about a public event except its occurrences. */
export interface PublicEvent<Data> {
  readonly type: string;
  readonly service: ServiceName;
  readonly version: number;
  readonly nameZh: string;
  readonly summary: string;
  /** JSON Schema 2020-12 of the payload. */
  readonly schema: object;
  /** Only for the compiler; never set. */
  readonly payload?: Data;
}

export function publicEvent<Data>(event: PublicEvent<Data>): PublicEvent<Data> {
  return event;
}
