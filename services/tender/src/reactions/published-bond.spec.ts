import type { RecordedEvent } from '@engsales/event-sourcing';
import { publishing } from '@engsales/messaging';
import { publicationFaults } from '@engsales/messaging/testing';
import type { BondEvent } from '../domain/bond/bond.events.js';
import { BID_BOND_ID, PERFORMANCE_BOND_ID, PROJECT_ID, TENDER_ID } from '../domain/bond/bond.fixtures.js';
import { bondLives, convertedWalk, expiredWalk, forfeitedWalk, releasedWalk } from '../domain/bond/bond.walk.js';
import { publishedBond } from './published-bond.js';

const publishedEvents = publishing<BondEvent>({ ...publishedBond });
const published = (events: readonly BondEvent[]) =>
  events.flatMap((event) => publishedEvents(event as unknown as RecordedEvent) ?? []);
const plain = (data: unknown): unknown => JSON.parse(JSON.stringify(data));

const BOND = {
  bondId: BID_BOND_ID,
  leadId: PROJECT_ID,
  type: 'BID_BOND',
  refType: 'TENDER',
  refId: TENDER_ID,
  projectName: '临江市第二人民医院新院区中央空调',
  amountFen: 15_000_000,
  instrument: 'CASH_TRANSFER',
  risk: 'NONE',
  releasedFen: 0,
  interestFen: 0,
  convertedFen: 0,
  forfeitedFen: 0,
};
const DUE = { basis: 'CONTRACT_SIGNED', releaseDueOn: '2025-03-17' };

describe('what others hear of a bond (T-252)', () => {
  it('is that it is lodged, due back and back, with all its amounts', () =>
    expect(published(releasedWalk().past).map(({ event, data }) => [event.type, plain(data)])).toEqual([
      ['tender.BondLodged', { ...BOND, state: 'LODGED', remainingFen: 15_000_000, on: '2025-01-20' }],
      ['tender.BondReleaseDue', { ...BOND, ...DUE, state: 'RELEASE_DUE', remainingFen: 15_000_000, on: '2025-03-10' }],
      [
        'tender.BondReleased',
        {
          ...BOND,
          ...DUE,
          state: 'RELEASED',
          remainingFen: 0,
          releasedFen: 15_000_000,
          interestFen: 8_630,
          on: '2025-03-18',
        },
      ],
    ]));

  it('is that it was converted, kept, or has ended', () => {
    const last = (events: readonly BondEvent[]) => plain(published(events).at(-1)?.data);
    expect(last(convertedWalk().past)).toMatchObject({
      state: 'CONVERTED',
      convertedFen: 15_000_000,
      convertedToBondId: PERFORMANCE_BOND_ID,
      on: '2025-03-10',
    });
    expect(last(forfeitedWalk().past)).toMatchObject({
      forfeitedFen: 15_000_000,
      reason: '放弃中标',
      on: '2025-03-12',
    });
    expect(last(expiredWalk().past)).toMatchObject({
      state: 'EXPIRED',
      instrument: 'BANK_GUARANTEE',
      issuer: '临江农商银行',
      validUntil: '2025-04-27',
      remainingFen: 0,
      on: '2025-04-28',
    });
  });

  it('is described by its schemas to the last field', () => {
    const all = Object.values(bondLives).flatMap((life) => published(life().past));
    // the other public events of this service are published elsewhere
    expect(publicationFaults('tender', all).filter((fault) => fault.includes('tender.Bond'))).toEqual([]);
  });
});
