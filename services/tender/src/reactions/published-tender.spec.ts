import type { RecordedEvent } from '@engsales/event-sourcing';
import { publishing } from '@engsales/messaging';
import { publicationFaults } from '@engsales/messaging/testing';
import { RevokeAward } from '../domain/tender/awarding/awarding.commands.js';
import type { TenderEvent } from '../domain/tender/tender.events.js';
import { BOND_ID, COMMERCE, LEAD_ID, LINE, TENDER_ID } from '../domain/tender/tender.fixtures.js';
import { awardedWalk, lostWalk, submittedWalk, tenderLives } from '../domain/tender/tender.walk.js';
import { publishedTender } from './published-tender.js';

const publishes = publishing<TenderEvent>({ ...publishedTender });
/** As it goes over the wire: what is absent is absent there. */
const published = (events: readonly TenderEvent[]) =>
  events
    .flatMap((event) => publishes(event as unknown as RecordedEvent) ?? [])
    .map(({ event, data }) => [event.type, JSON.parse(JSON.stringify(data)) as unknown] as const);

const OF = { tenderId: TENDER_ID, leadId: LEAD_ID };

describe('what is published of a tender', () => {
  it('is described by its schemas to the last field', () => {
    const events = Object.values(tenderLives).flatMap((life) => life().past);
    const all = events.flatMap((event) => publishes(event as unknown as RecordedEvent) ?? []);
    const others = /Bond|Proposal|OperationMode|Buyout|Cooperation/;
    expect(publicationFaults('tender', all).filter((fault) => !others.test(fault))).toEqual([]);
  });

  it('is the bid that was handed in, with what it stands on', () =>
    expect(published(submittedWalk().last)).toEqual([
      [
        'tender.BidSubmitted',
        {
          ...OF,
          state: 'SUBMITTED',
          round: 1,
          bidVersion: 1,
          priceFen: 700_000_000,
          submittedAt: '2025-01-06T01:00:00.000Z',
          enteredLate: false,
          validityUntil: '2025-04-27',
          bondId: BOND_ID,
          mode: 'OWN_PRODUCTION',
        },
      ],
    ]));

  it('is the award, with all that the contract is drafted from', () =>
    expect(published(awardedWalk().last)).toEqual([
      [
        'tender.BidAwarded',
        {
          ...OF,
          state: 'AWARDED',
          noticeNo: 'ZB-1',
          noticeOn: '2025-02-20',
          awardedFen: 700_000_000,
          lines: [{ ...LINE, amountFen: 700_000_000 }],
          contractSigningDueOn: '2025-03-24',
          performanceBondFen: 35_000_000,
          mode: 'OWN_PRODUCTION',
          projectName: '临江市第二人民医院新院区中央空调',
          customer: { partyId: 'party-1', name: '临江市第二人民医院' },
          salespersonId: 'li-na',
          round: 1,
          noticeFen: 700_000_000,
          promoted: false,
          bondId: BOND_ID,
        },
      ],
    ]));

  it('is the loss, with what we learn of it', () =>
    expect(published(lostWalk().last)).toEqual([
      [
        'tender.BidLost',
        {
          ...OF,
          state: 'LOST',
          round: 1,
          winnerName: '华东机电',
          winnerPriceFen: 682_000_000,
          ourPriceFen: 700_000_000,
          ourRank: 2,
          marginBps: 1_200,
          reasons: ['PRICE'],
          lessons: '报价偏高',
          bondId: BOND_ID,
          lostOn: '2025-02-20',
        },
      ],
    ]));

  it('names the next round where it is tendered again', () => {
    const walk = awardedWalk().do(RevokeAward, { reason: '投诉成立', docRef: 'D', retender: true }, COMMERCE);
    expect(published(walk.last)).toEqual([
      [
        'tender.AwardRevoked',
        {
          ...OF,
          state: 'AWARD_REVOKED',
          noticeNo: 'ZB-1',
          reason: '投诉成立',
          retender: true,
          nextTenderId: walk.now.nextTenderId,
          revokedOn: '2025-02-20',
        },
      ],
    ]);
    expect(walk.now.nextTenderId).toMatch(/^[\da-f-]{36}$/);
  });
});
