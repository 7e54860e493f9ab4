import { randomUUID } from 'node:crypto';
import {
  acceptanceSigned,
  bidAwarded,
  bidLost,
  bidSubmitted,
  contractDrafted,
  contractSigned,
  orderHandedToEngineering,
  proposalSent,
  shipmentDispatched,
} from '@engsales/events';
import acceptanceSample from '../../../libs/events/src/samples/aftersales.AcceptanceSigned.v1.json';
import awardedSample from '../../../libs/events/src/samples/tender.BidAwarded.v1.json';
import draftedSample from '../../../libs/events/src/samples/contract.ContractDrafted.v1.json';
import handedSample from '../../../libs/events/src/samples/production.OrderHandedToEngineering.v1.json';
import lostSample from '../../../libs/events/src/samples/tender.BidLost.v1.json';
import proposalSample from '../../../libs/events/src/samples/tender.ProposalSent.v1.json';
import shipmentSample from '../../../libs/events/src/samples/production.ShipmentDispatched.v1.json';
import signedSample from '../../../libs/events/src/samples/contract.ContractSigned.v1.json';
import submittedSample from '../../../libs/events/src/samples/tender.BidSubmitted.v1.json';
import { LEADS, liNa, manager, Market, zhaoLei } from './leads.fixtures.js';
import {
  aCall,
  aVisit,
  FOLLOW_UPS,
  productLine,
  qualified,
  registered,
  tendered,
  VISITS,
} from './lead-world.fixtures.js';

const CITY = { city: '临江市', source: 'BILLBOARD' };

/** Forecasts are of leads that were captured on 2025-03-03, funnels of those from 2025-03-10 on. */
describe('what may be sold, and how far it has come', () => {
  const market = new Market();
  let party: { partyId: string; contactId: string };
  let line = '';
  beforeAll(async () => {
    await market.begin('2025-03-03T01:00:00Z');
    party = await market.party('临江市第二人民医院');
    line = await productLine(market, 'CHILLER');
  });
  afterAll(() => market.service.stop());

  const on = (leadId: string, command: string, body: object = {}, by = liNa) =>
    market.done(by, `${LEADS}/${leadId}/${command}`, body);
  const hear = (projectName: string, words: object = {}, by = liNa) =>
    market.begun(by, LEADS, { ...CITY, projectName, ...words });
  const giveUp = { reason: 'NO_FUNDING', note: '停建' };
  const report = async (name: string, query: Record<string, string> = {}) => {
    const minPosition = `lead.${await market.service.host.runtime.store.head()}`;
    return market.get(`/api/v1/${name}?${new URLSearchParams({ ...query, minPosition }).toString()}`);
  };

  describe('a forecast (L-92)', () => {
    const row = (month: string | null, salespersonId: string | null, leads: number, figures: readonly number[]) => ({
      month,
      salespersonId,
      leads,
      estimatedFen: figures[0],
      weightedFen: figures[1],
    });
    let captured = '';
    beforeAll(async () => {
      const expect = (leadId: string, expectedSigningOn: string, words: object = {}) =>
        on(leadId, 'forecast-lead', { expectedSigningOn, ...words });
      captured = await hear('甲', { estimatedAmountFen: 1_001 });
      const qualifying = { ...CITY, projectName: '乙', estimatedAmountFen: 12_345 };
      await expect(await registered(market, qualifying, party, [line]), '2025-06-15');
      const developing = await qualified(market, { ...CITY, projectName: '丙', estimatedAmountFen: 1_000_000 }, party);
      await expect(developing, '2025-06-30');
      await on(developing, 'assign-lead', { salespersonId: 'zhao-lei' }, manager);
      const converted = await qualified(market, { ...CITY, projectName: '丁' }, party);
      await expect(converted, '2025-06-01');
      await tendered(market, converted, 750_000_000);
      const awarded = await qualified(market, { ...CITY, projectName: '戊' }, party);
      await expect(awarded, '2025-07-01');
      const tenderId = await tendered(market, awarded, 100_000_000);
      await market.put(bidAwarded, tenderId, awarded, { ...awardedSample, leadId: awarded, tenderId });
      await expect(await hear('己', { estimatedAmountFen: 3 }), '2025-07-31', { winProbabilityBps: 5_000 });
      await on(await hear('庚', { estimatedAmountFen: 77 }), 'abandon-lead', giveUp);
      await hear('辛', {}, manager);
    });

    it('is the weight of the state where nobody said better, half a fen up, by month and salesperson', async () => {
      expect(await report('sales-forecast')).toEqual({
        items: [
          // 12,345 × 10% = 1,234.5, and 750,000,000 × 40%
          row('2025-06', 'li-na', 2, [750_012_345, 300_001_235]),
          row('2025-06', 'zhao-lei', 1, [1_000_000, 250_000]),
          // 100,000,000 × 90% of an award, and 3 × 50% of one's own saying
          row('2025-07', 'li-na', 2, [100_000_003, 90_000_002]),
          // 1,001 × 5%, and a lead in the pool of which nothing is known
          row(null, 'li-na', 1, [1_001, 50]),
          row(null, null, 1, [0, 0]),
        ],
        weightedFen: 390_251_287,
      });
    });

    it('is of one salesperson, or of one product line', async () => {
      expect((await report('sales-forecast', { salespersonId: 'zhao-lei' })).weightedFen).toBe(250_000);
      expect(await report('sales-forecast', { productLineId: line })).toEqual({
        items: [row('2025-06', 'li-na', 1, [12_345, 1_235])],
        weightedFen: 1_235,
      });
    });

    it('believes whoever says that there is no chance', async () => {
      await on(captured, 'forecast-lead', { winProbabilityBps: 0 });
      const { items } = await report('sales-forecast', { salespersonId: 'li-na' });
      expect(items.at(-1)).toEqual(row(null, 'li-na', 1, [1_001, 0]));
    });
  });

  describe('a funnel (L-93)', () => {
    const step = (no: number, name: string, counts: readonly [number, number, number], days: number | null) => ({
      no,
      step: name,
      reached: counts[0],
      nowIn: counts[1],
      lostAfter: counts[2],
      daysFromPrevious: days,
    });
    const funnel = async (query: Record<string, string>) =>
      (await report('sales-funnel', { from: '2025-03-10', ...query })).items as ReturnType<typeof step>[];

    /** One lead goes all the way, one is given up after a visit, one has told its needs, one is lost, two were only heard of. */
    beforeAll(async () => {
      await market.goTo('2025-03-10T01:00:00Z');
      const whole = await registered(market, { ...CITY, projectName: '一号' }, party);
      const givenUp = await registered(market, { ...CITY, projectName: '二号' }, party);
      const visit = `${VISITS}/${await market.begun(liNa, VISITS, aVisit(givenUp, '2025-03-11T02:00:00Z'))}`;

      await market.goTo('2025-03-12T01:00:00Z');
      const known = await registered(market, { ...CITY, projectName: '三号' }, party);
      await hear('四号', {}, zhaoLei);
      await hear('五号', {}, manager);
      const merged = await hear('六号');
      await on(merged, 'merge-lead', { intoLeadId: whole, reason: '同一项目' }, manager);
      const lost = await qualified(market, { ...CITY, projectName: '七号' }, party);
      const question = { topic: 'FEASIBILITY', question: '能否改造？' };
      const report = { heldOn: '2025-03-11', result: 'DONE', met: [party], customerSaid: ['好'], outcome: '再议' };
      const asked = { questions: [{ ...question, answer: '可以' }], productLineIdsPresented: [line] };
      await market.done(liNa, `${visit}/report-visit`, { ...report, ...asked });
      await on(givenUp, 'abandon-lead', giveUp);

      await market.goTo('2025-03-14T01:00:00Z');
      await market.done(liNa, FOLLOW_UPS, { ...aCall(whole, '2025-03-12'), productLineIdsPresented: [line] });
      // neither is a question of the three topics that has an answer
      const small = [question, { topic: 'OTHER', question: '停车？', answer: '东门' }];
      await market.done(liNa, FOLLOW_UPS, { ...aCall(whole, '2025-03-13'), questions: small });
      for (const leadId of [whole, known]) await on(leadId, 'record-needs', { equipment: [], technology: ['磁悬浮'] });
      await on(lost, 'visit-sample-site', { site: '省人民医院', on: '2025-03-13', impression: '满意' });
      const tenderId = await tendered(market, lost, 700_000_000);

      const bid = { leadId: lost, tenderId };
      await market.put(bidSubmitted, tenderId, lost, {
        ...submittedSample,
        ...bid,
        submittedAt: '2025-03-20T01:00:00Z',
      });
      await market.put(bidLost, tenderId, lost, { ...lostSample, ...bid });
      const contractId = randomUUID();
      const proposal = { ...proposalSample, leadId: whole, sentOn: '2025-03-19' };
      await market.put(proposalSent, randomUUID(), whole, proposal);
      // told of late: its day lies before the proposal
      await market.put(contractDrafted, contractId, whole, { ...draftedSample, contractId });
      await market.put(contractSigned, contractId, whole, { ...signedSample, contractId, signedOn: '2025-03-31' });
      await market.put(shipmentDispatched, randomUUID(), whole, { ...shipmentSample, dispatchedOn: '2025-08-20' });
      await market.put(shipmentDispatched, randomUUID(), whole, { ...shipmentSample, dispatchedOn: '2025-08-30' });
      await market.put(acceptanceSigned, randomUUID(), whole, { ...acceptanceSample, on: '2025-12-20' });
      await market.put(orderHandedToEngineering, randomUUID(), whole, handedSample);
    });

    it('has eight steps of a project, with those that are in each and the mean of the days before it', async () => {
      expect(await funnel({ steps: '8' })).toEqual([
        step(1, 'CAPTURED', [6, 2, 0], null),
        step(2, 'FIRST_CONTACT', [2, 0, 1], 1.5),
        step(3, 'NEEDS', [3, 1, 0], 1.3),
        step(4, 'PROPOSAL_OR_BID', [2, 0, 0], 6.5),
        step(5, 'CONTRACT_OR_BID', [2, 0, 1], 0),
        step(6, 'SIGNED', [1, 0, 0], 21),
        step(7, 'DISPATCHED', [1, 0, 0], 142),
        step(8, 'ACCEPTED', [1, 1, 0], 122),
      ]);
    });

    it('has ten steps of the work of a salesperson', async () => {
      expect(await funnel({ steps: '10' })).toEqual([
        step(1, 'CAPTURED', [6, 2, 0], null),
        step(2, 'VISIT_PLANNED', [1, 0, 0], 0),
        step(3, 'NEEDS', [3, 1, 0], 2),
        step(4, 'PRODUCT_PRESENTED', [2, 0, 0], 0.5),
        step(5, 'DECISION_MAKER', [1, 0, 0], 0),
        step(6, 'QUESTION_ANSWERED', [1, 0, 1], 0),
        step(7, 'SAMPLE_SITE', [1, 0, 0], 1),
        step(8, 'CONVERTED', [1, 0, 1], 1),
        step(9, 'SIGNED', [1, 0, 0], 19),
        step(10, 'HANDED_TO_ENGINEERING', [1, 1, 0], 0),
      ]);
    });

    it('is of a salesperson, and of the leads that were captured in a time', async () => {
      const counts = async (query: Record<string, string>) =>
        (await funnel(query)).map(({ reached, nowIn, lostAfter }) => [reached, nowIn, lostAfter]);
      const nobody = [0, 0, 0];
      expect(await counts({ salespersonId: 'zhao-lei' })).toEqual([
        [1, 1, 0],
        ...Array.from({ length: 7 }, () => nobody),
      ]);
      expect(await counts({ to: '2025-03-10' })).toEqual([
        [2, 0, 0],
        [2, 0, 1],
        ...Array.from({ length: 6 }, (_, n) => [1, n === 5 ? 1 : 0, 0]),
      ]);
      expect(await counts({ from: '2025-03-13' })).toEqual(Array.from({ length: 8 }, () => nobody));
      expect((await market.service.get(liNa, '/api/v1/sales-funnel?steps=9')).status).toBe(400);
    });
  });
});
