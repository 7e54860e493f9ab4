import { contractVoided, toWire, type ContractVoidedData } from '@engsales/events';
import type { KafkaMessage } from 'kafkajs';
import sample from '../../../events/src/samples/contract.ContractVoided.v1.json';
import { aMessage } from '../testing.js';
import { decode } from './decode.js';

const good = {
  ...aMessage(contractVoided, sample as ContractVoidedData, { subject: sample.contractId, sequence: 4 }),
  position: 'contract.9',
};
const wire = toWire(good);

const decoded = (changes: Partial<KafkaMessage>) =>
  decode('contract', 'engsales.contract.events', 3, {
    key: Buffer.from(wire.key),
    value: Buffer.from(wire.value),
    headers: { ...wire.headers },
    offset: '42',
    timestamp: '0',
    attributes: 0,
    ...changes,
  } as KafkaMessage);

const defectOf = (changes: Partial<KafkaMessage>) => {
  const read = decoded(changes);
  return 'defect' in read ? `${read.defect.code}: ${read.defect.message}` : undefined;
};

describe('a record of a topic', () => {
  it('is the event that was sent', () => {
    const { record, ...message } = decoded({});
    expect(message).toStrictEqual(good);
    expect(record).toMatchObject({ topic: 'engsales.contract.events', partition: 3, offset: '42' });
    expect(record).not.toHaveProperty('headerBytes');
  });

  it.each<[string, Partial<KafkaMessage>, string]>([
    [
      'a megabyte of [',
      { value: Buffer.from('['.repeat(1_000_000)) },
      'UNREADABLE: the value is nested deeper than 32 levels',
    ],
    ['no value', { value: null }, 'UNREADABLE: the record has no value'],
    ['no UTF-8', { value: Buffer.from([0x22, 0xff, 0x22]) }, 'UNREADABLE: the value is not UTF-8'],
    ['three megabytes', { value: Buffer.alloc(3_000_000, 'x') }, 'UNREADABLE: the value is larger than 2097152 bytes'],
    ['no key', { key: null }, 'BAD_ENVELOPE: the key is not ce_projectid'],
    ['a key that is not UTF-8', { key: Buffer.from([0xff]) }, 'BAD_ENVELOPE: the key is not ce_projectid'],
    [
      'a header with NUL',
      { headers: { ...wire.headers, ce_subject: 'a\0b' } },
      'BAD_ENVELOPE: too long, or not printable: ce_subject',
    ],
    [
      'an endless header',
      { headers: { ...wire.headers, ce_id: 'x'.repeat(1_000_000) } },
      'BAD_ENVELOPE: too long, or not printable: ce_id',
    ],
  ])('with %s is kept as it is and not handled', (_what, changes, defect) => {
    expect(defectOf(changes)).toBe(defect);
    expect(decoded(changes).record).toMatchObject({
      value: changes.value === undefined ? Buffer.from(wire.value) : changes.value,
    });
  });

  it('keeps the bytes of headers that no text tells', () => {
    const headers = { ...wire.headers, raw: Buffer.from([0xff]), twice: ['1', '2'], none: null as unknown as string };
    const { record } = decoded({ headers });
    expect(record?.headers).toMatchObject({ raw: '\ufffd', twice: '1', none: '' });
    expect(record?.headerBytes?.slice(-4)).toEqual([
      { name: 'raw', value: '/w==' },
      { name: 'twice', value: 'MQ==' },
      { name: 'twice', value: 'Mg==' },
      { name: 'none', value: null },
    ]);
  });
});
