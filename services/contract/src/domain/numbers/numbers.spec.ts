import type { NumberKind, Reservation, ReservationCommand, ReservationEvent } from '@engsales/event-sourcing/domain';
import { holdHistories, Walk } from '@engsales/event-sourcing/testing';
import path from 'node:path';
import { contractNumber, invoiceNumber } from './numbers.js';

class NumberWalk extends Walk<Reservation, ReservationCommand, ReservationEvent, 'reservationId'> {
  constructor(private readonly kind: NumberKind) {
    super(kind, { reservationId: kind.idFor('HT-1') });
  }
  reserve(heldBy: string) {
    return this.do(this.kind.Reserve, { value: 'HT-1', heldBy });
  }
  release(heldBy: string) {
    return this.do(this.kind.Release, { value: 'HT-1', heldBy });
  }
}
const at = '2025-03-10T01:00:00.000Z';

describe.each([
  ['a contract number', contractNumber, 'ContractNumber', 'DUPLICATE_CONTRACT_NO'],
  ['the number of an invoice', invoiceNumber, 'InvoiceNumber', 'DUPLICATE_INVOICE'],
])('%s', (_title, kind, name, code) => {
  const reserved = () => new NumberWalk(kind).reserve('A');

  it('is reserved for one contract (C-31)', () =>
    reserved().recorded({ type: `${name}Reserved`, data: { value: 'HT-1', heldBy: 'A', at } }));
  it('is found by the contract that holds it (C-32)', () => reserved().reserve('A').recorded());
  it('is refused to any other (C-31)', () =>
    expect(reserved().refused(kind.Reserve, { value: 'HT-1', heldBy: 'B' })).toEqual({
      code,
      value: 'HT-1',
      existing: 'A',
    }));
  it('is given back by its holder (C-33)', () =>
    reserved()
      .release('A')
      .recorded({ type: `${name}Released`, data: { value: 'HT-1', heldBy: 'A', at } }));
  it('is not given back by another (C-33)', () => reserved().release('B').recorded());
  it('can be reserved again once given back (C-33)', () =>
    reserved()
      .release('A')
      .reserve('B')
      .recorded({ type: `${name}Reserved`, data: { value: 'HT-1', heldBy: 'B', at } }));
  it('is the same in another width, case and with blanks (C-31)', () =>
    expect(kind.idFor(' ht　－１ ')).toBe(kind.idFor('HT-1')));

  holdHistories(kind, path.join(__dirname, 'history', kind.category), {
    'given-back': () => reserved().release('A').reserve('B'),
  });
});
