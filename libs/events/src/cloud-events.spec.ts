import fs from 'node:fs';
import path from 'node:path';
import { Kafka, type CloudEvent } from 'cloudevents';
import { CATALOGUE, subjectFieldOf } from './catalogue.js';
import { contractSigned, paymentMilestoneDue } from './contract.events.js';
import { fromWire, toWire, WIRE_HEADERS, type WireHeaders } from './cloud-events.js';
import type { PublicEvent, PublicMessage } from './envelope.js';

const sampleOf = ({ type, version }: PublicEvent<unknown>): unknown =>
  JSON.parse(fs.readFileSync(path.join(__dirname, 'samples', `${type}.v${version}.json`), 'utf8'));

/** The aggregate that the payload names; an odd payload names none. */
function subjectIn({ type }: PublicEvent<unknown>, data: unknown): string {
  const named = (data as Record<string, unknown> | null)?.[subjectFieldOf(type) ?? ''];
  return typeof named === 'string' ? named : '0d8f9a44-9e1a-5c3b-8f2e-6c0a4a7b9c02';
}

const messageOf = (event: PublicEvent<unknown>, data: unknown): PublicMessage => ({
  id: '6f1c7c5e-7a0b-5f0e-9a51-0d6d6c2b8f10',
  type: event.type,
  source: event.service,
  subject: subjectIn(event, data),
  time: '2025-03-10T01:00:00.000Z',
  version: event.version,
  projectId: '临江-2025-0007',
  correlationId: 'P-2025-0007',
  causationId: '2b8f7c1d-0e4a-5d6b-9c3f-1a2b3c4d5e6f',
  sequence: 4,
  position: `${event.service}.57`,
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  data,
});

const events = [...CATALOGUE.values()].map((event) => [event.type, event] as const);
const signed = messageOf(contractSigned, sampleOf(contractSigned));
const wire = toWire(signed);
const { data: _data, ...envelope } = signed;

/** Over the wire as bytes and back, as a broker would carry it. */
function carried(message: PublicMessage) {
  const { headers, value } = toWire(message);
  const bytes = Object.entries(headers).map(([name, text]) => [name, Buffer.from(text, 'utf8')] as const);
  return fromWire(
    message.source,
    Object.fromEntries(bytes.map(([name, buffer]) => [name, buffer.toString('utf8')])),
    Buffer.from(value, 'utf8').toString('utf8'),
  );
}

describe('a public event on the wire', () => {
  it.each(events)('%s comes back exactly', (_type, event) => {
    const message = messageOf(event, sampleOf(event));
    const read = carried(message);
    expect(read.message).toStrictEqual(message);
    expect(read).not.toHaveProperty('defect');
    const { data: _, ...rest } = message;
    expect(read.envelope).toStrictEqual(rest);
  });

  it('has the project as key and every header that the documents name', () => {
    expect(wire.key).toBe(signed.projectId);
    expect(Object.keys(wire.headers).sort()).toEqual(WIRE_HEADERS.map(({ name }) => name).sort());
  });

  it('has no header for what the event does not have', () => {
    const { position: _p, traceparent: _t, ...bare } = signed;
    expect(Object.keys(toWire(bare).headers).sort()).toEqual(
      WIRE_HEADERS.filter(({ required }) => required)
        .map(({ name }) => name)
        .sort(),
    );
    expect(carried(bare).message).toStrictEqual(bare);
  });

  it.each<[string, unknown]>([
    ['a number over 2^53 as text', { big: '9007199254740993' }],
    ['emoji and Chinese', { text: '工程项目 🏗️👷🏽‍♀️ 临江市', '键 🔑': 'x' }],
    ['quotes, newlines and control characters', { text: '"\\\n\r\t\u0001\u2028' }],
    ['200 kB of text', { text: '冷'.repeat(200_000 / 3) }],
    ['nulls and empty things', { none: null, object: {}, list: [], text: '', zero: 0, no: false }],
    ['an empty object', {}],
    ['null', null],
    ['fractions and exponents', { a: 0.1, b: 1e21, c: -0.5, d: Number.MAX_SAFE_INTEGER }],
  ])('carries %s', (_what, data) => {
    const message = messageOf(contractSigned, data);
    expect(carried(message).message).toStrictEqual(message);
  });

  it.each([0, 1, 56])('carries the sequence %d at position 57', (sequence) => {
    expect(carried({ ...signed, sequence }).message?.sequence).toBe(sequence);
  });
});

describe('a record that is no public event', () => {
  const defectOf = (change: Record<string, string | undefined>, value: string | null = wire.value) =>
    fromWire('contract', { ...wire.headers, ...change } as WireHeaders, value).defect;
  const badEnvelope = (message: string) => ({ code: 'BAD_ENVELOPE', message });
  const required = WIRE_HEADERS.filter((header) => header.required).map(({ name }) => name);

  it.each(required)('lacks %s', (name) => {
    const { [name]: _gone, ...rest } = wire.headers;
    const read = fromWire('contract', rest, wire.value);
    expect(read.defect).toEqual(badEnvelope(`missing: ${name}`));
    expect(read).not.toHaveProperty('message');
    expect(defectOf({ [name]: '' })).toEqual(badEnvelope(`missing: ${name}`));
  });

  it('lacks everything', () => {
    expect(fromWire('contract', {}, null)).toEqual({
      envelope: { source: 'contract' },
      defect: badEnvelope(`missing: ${required.join(', ')}`),
    });
  });

  it.each<[string, Record<string, string>, string]>([
    ['is of another CloudEvents version', { ce_specversion: '0.3' }, 'ce_specversion 0.3 is not 1.0'],
    [
      'comes from another service',
      { ce_source: '/tender' },
      'ce_source /tender does not publish on engsales.contract.events',
    ],
    [
      'comes from outside',
      { ce_source: 'https://example.org/contract' },
      'ce_source https://example.org/contract does not publish on engsales.contract.events',
    ],
    ['has a foreign type', { ce_type: 'com.example.Signed' }, 'not readable: type'],
    ['names no type', { ce_type: 'engsales.' }, 'not readable: type'],
    ['names no schema version', { ce_dataschema: 'https://example.org/schema.json' }, 'not readable: version'],
    ['has words for a sequence', { ce_sequence: 'four' }, 'not readable: sequence'],
    ['has a fraction for a sequence', { ce_sequence: '4.5' }, 'not readable: sequence'],
    ['has a negative sequence', { ce_sequence: '-1' }, 'not readable: sequence'],
    ['has a sequence that no number holds', { ce_sequence: '9007199254740993' }, 'not readable: sequence'],
    [
      'has a type of another service',
      { ce_type: 'engsales.tender.ContractSigned' },
      'ce_type engsales.tender.ContractSigned is not of contract',
    ],
    [
      'names the schema of another type',
      { ce_dataschema: 'urn:engsales:schema:contract.ContractVoided:1' },
      'ce_dataschema urn:engsales:schema:contract.ContractVoided:1 is of another type than engsales.contract.ContractSigned',
    ],
    ['names version 0', { ce_dataschema: 'urn:engsales:schema:contract.ContractSigned:0' }, 'not readable: version'],
    ['happened at no time', { ce_time: 'yesterday' }, 'ce_time yesterday is no instant in UTC'],
    ['happened in some year', { ce_time: '2025' }, 'ce_time 2025 is no instant in UTC'],
    ['happened on no day', { ce_time: '2025-13-10T01:00:00Z' }, 'ce_time 2025-13-10T01:00:00Z is no instant in UTC'],
    ['has a word for an id', { ce_id: 'one' }, 'ce_id one is no uuid'],
    ['stands in another store', { ce_position: 'tender.57' }, 'ce_position tender.57 is no position of contract'],
    ['stands before the first', { ce_position: 'contract.0' }, 'ce_position contract.0 is no position of contract'],
    [
      'stands where no store counts to',
      { ce_position: 'contract.1000000000001' },
      'ce_position contract.1000000000001 is no position of contract',
    ],
    ['is a sequence of JSON', { 'content-type': 'application/json-seq' }, 'content-type is not application/json'],
    ['is XML', { 'content-type': 'application/xml' }, 'content-type is not application/json'],
    [
      'is a structured CloudEvent',
      { 'content-type': 'application/cloudevents+json' },
      'content-type is not application/json',
    ],
    ['has a control character', { ce_subject: 'a\u0000b' }, 'too long, or not printable: ce_subject'],
    ['has half a surrogate', { ce_projectid: '\ud83c' }, 'too long, or not printable: ce_projectid'],
    ['has an endless id', { ce_id: 'x'.repeat(513) }, 'too long, or not printable: ce_id'],
    ['has a line break in an optional header', { traceparent: '00\n' }, 'too long, or not printable: traceparent'],
  ])('%s', (_what, change, message) => {
    expect(defectOf(change)).toEqual(badEnvelope(message));
  });

  it.each<[string, string | null, string]>([
    ['a tombstone', null, 'the record has no value'],
    ['empty', '', 'the record has no value'],
    ['no JSON', '{"contractId":', 'the value is no JSON'],
    ['text', '合同', 'the value is no JSON'],
  ])('is %s', (_what, value, message) => {
    const read = fromWire('contract', wire.headers, value);
    expect(read).toStrictEqual({ envelope, defect: { code: 'UNREADABLE', message } });
  });

  it.each<[string, Record<string, string>]>([
    ['57 at position 57', { ce_sequence: '57' }],
    ['what was forged once', { ce_sequence: '999999999999999' }],
  ])('counts its aggregate higher than its store: %s', (_what, change) => {
    expect(defectOf(change)).toEqual({
      code: 'SEQUENCE_IMPOSSIBLE',
      message: `ce_sequence ${change.ce_sequence} is not below ce_position contract.57`,
    });
  });

  it.each(events)('%s is about another aggregate than its payload', (_type, event) => {
    const field = subjectFieldOf(event.type);
    const { headers, value } = toWire({ ...messageOf(event, sampleOf(event)), subject: 'another' });
    expect(fromWire(event.service, headers, value).defect).toEqual({
      code: 'SUBJECT_CONTRADICTED',
      message: `ce_subject another is not the ${field} of the payload`,
    });
  });

  it('leaves it to the schema where the payload names no aggregate', () => {
    const { headers } = toWire({ ...signed, subject: 'another' });
    for (const value of ['{}', '"text"', '{"contractId":17}', 'null', '{"__proto__":{"contractId":"x"}}'])
      expect(fromWire('contract', headers, value)).not.toHaveProperty('defect');
  });

  it('is a value that nobody should parse', () => {
    const message = 'the value is nested deeper than 32 levels';
    for (const value of ['['.repeat(1_000_000), '['.repeat(500_000) + ']'.repeat(500_000)])
      expect(defectOf({}, value)).toEqual({ code: 'UNREADABLE', message });
  });

  it('still tells what could be read of it', () => {
    expect(fromWire('contract', { ...wire.headers, ce_sequence: 'four' }, wire.value).envelope).toStrictEqual(
      Object.fromEntries(Object.entries(envelope).filter(([name]) => name !== 'sequence')),
    );
  });

  it.each<[string, Record<string, string>]>([
    ['headers that nobody knows', { tracestate: 'a=b', ce_partitionkey: 'x', 'x-origin': '\u0000' }],
    ['a content-type with its charset', { 'content-type': 'application/json; charset=utf-8' }],
  ])('is not recognised by %s', (_what, change) => {
    expect(fromWire('contract', { ...wire.headers, ...change }, wire.value).message).toStrictEqual(signed);
  });
});

describe('the cloudevents package', () => {
  const readBy = (message: PublicMessage) => {
    const record = toWire(message);
    return Kafka.toEvent({ ...record, body: record.value }) as CloudEvent<unknown>;
  };

  it.each(events)('reads %s as a valid CloudEvent', (_type, event) => {
    const message = messageOf(event, sampleOf(event));
    const read = readBy(message);
    expect(read.validate()).toBe(true);
    expect({ ...read }).toEqual({
      specversion: '1.0',
      id: message.id,
      type: `engsales.${message.type}`,
      source: `/${message.source}`,
      subject: message.subject,
      time: message.time,
      datacontenttype: 'application/json',
      dataschema: `urn:engsales:schema:${message.type}:1`,
      data: message.data,
      projectid: message.projectId,
      correlationid: message.correlationId,
      causationid: message.causationId,
      sequence: '4',
      position: message.position,
      partitionkey: message.projectId,
    });
  });

  it('writes what we read', () => {
    const message = messageOf(paymentMilestoneDue, sampleOf(paymentMilestoneDue));
    const { headers, value } = Kafka.binary(readBy(message));
    const strings = Object.entries(headers).filter(([, text]) => text !== undefined) as [string, string][];
    const read = fromWire('contract', Object.fromEntries(strings), JSON.stringify(value));
    const { traceparent: _, ...rest } = message;
    expect(read.message).toStrictEqual(rest);
  });
});
