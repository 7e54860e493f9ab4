import path from 'node:path';
import type { Reservation, ReservationCommand, ReservationEvent } from '@engsales/event-sourcing/domain';
import { holdHistories, Walk } from '@engsales/event-sourcing/testing';
import { furtherKeyOf, keyOfParty, partyKey } from './party-keys.js';

const VALUE = 'NAME:临江市第二人民医院';

class KeyWalk extends Walk<Reservation, ReservationCommand, ReservationEvent, 'reservationId'> {
  constructor() {
    super(partyKey, { reservationId: partyKey.idFor(VALUE) });
  }
}
const taken = () => new KeyWalk().do(partyKey.Reserve, { value: VALUE, heldBy: 'A' });

describe('what a party is known by', () => {
  it.each([
    ['its credit code', { name: '二院', uscc: '91350100m000100y43' }, 'USCC:91350100M000100Y43', 'NAME:二院'],
    ['its name where it has no code', { name: ' 临江 二院（总院）' }, 'NAME:临江二院总院', undefined],
    ['its name as it is where that has signs alone', { name: ' ☆☆ ' }, 'NAME:☆☆', undefined],
    ['the person, for an individual', { personRef: 'p-1' }, 'PERSON:p-1', undefined],
  ])('is %s (L-102)', (_title, known, key, further) =>
    expect([keyOfParty(known), furtherKeyOf(known)]).toEqual([key, further]),
  );

  it('is held by one party (L-102)', () => {
    taken().recorded({
      type: 'PartyKeyReserved',
      data: { value: VALUE, heldBy: 'A', at: '2025-03-10T01:00:00.000Z' },
    });
    expect(taken().refused(partyKey.Reserve, { value: VALUE, heldBy: 'B' })).toEqual({
      code: 'DUPLICATE_PARTY',
      value: VALUE,
      existing: 'A',
    });
  });

  it('is free again once it is given back (L-105)', () =>
    taken()
      .do(partyKey.Release, { value: VALUE, heldBy: 'A' })
      .recorded({ type: 'PartyKeyReleased', data: { value: VALUE, heldBy: 'A', at: '2025-03-10T01:00:00.000Z' } }));

  holdHistories(partyKey, path.join(__dirname, 'history', 'partyKey'), {
    'given-back': () => taken().do(partyKey.Release, { value: VALUE, heldBy: 'A' }),
  });
});
