import { randomUUID } from 'node:crypto';
import { bidAwarded, bidLost, contractSigned, contractVoided } from '@engsales/events';
import awardedSample from '../../../libs/events/src/samples/tender.BidAwarded.v1.json';
import lostSample from '../../../libs/events/src/samples/tender.BidLost.v1.json';
import signedSample from '../../../libs/events/src/samples/contract.ContractSigned.v1.json';
import voidedSample from '../../../libs/events/src/samples/contract.ContractVoided.v1.json';
import { eventually } from '../../../tools/testing/eventually.js';
import { LEADS, liNa, manager, Market } from './leads.fixtures.js';
import { aSample, productLine, qualified, registered, SAMPLES, tendered } from './lead-world.fixtures.js';

const ZERO = { qualified: 0, converted: 0, won: 0, wonRateBps: 0, wonAmountFen: 0, sampleCostFen: 0 };

/**
 * Ten leads. By billboards (from 2025-03-03): one won for 7,000,000 yuan, one qualified, one captured, one merged. By persons: one with a
 * rejected sample, one with two signed contracts that was never converted. By the press (from 2025-03-10): one lost, two captured.
 */
describe('the figures of leads', () => {
  const market = new Market();
  const contract = randomUUID();
  let won = '';
  let lost = { leadId: '', tenderId: '' };
  let developing = '';
  let rival = '';
  let other = '';

  const hear = (projectName: string, words: object) =>
    market.begun(liNa, LEADS, { projectName, city: '临江市', ...words });
  const sign = (leadId: string, contractId: string, totalFen: number) =>
    market.put(contractSigned, contractId, leadId, { ...signedSample, contractId, totalFen });
  const observe = (leadId: string, partyId: string, dimension: string, words: object) =>
    market.done(liNa, `${LEADS}/${leadId}/observe-competitor`, { partyId, dimension, ...words });

  beforeAll(async () => {
    await market.begin('2025-03-03T01:00:00Z');
    const party = await market.party('临江市第二人民医院');
    ({ partyId: rival } = await market.party('临江暖通', ['OTHER']));
    ({ partyId: other } = await market.party('云州暖通', ['OTHER']));
    const billboard = { source: 'BILLBOARD' };
    won = await qualified(market, { ...billboard, projectName: '一号楼' }, party);
    developing = await qualified(market, { ...billboard, projectName: '二号楼' }, party);
    await hear('三号楼', billboard);
    const merged = await hear('四号楼', billboard);
    await market.done(manager, `${LEADS}/${merged}/merge-lead`, { intoLeadId: won, reason: '同一项目' });
    await observe(won, rival, 'TECHNICAL', { strengths: ['品牌'], weaknesses: ['服务慢'], evidenceRef: 'E-0' });
    await observe(won, rival, 'TECHNICAL', { strengths: ['品牌'], weaknesses: ['价格高'], evidenceRef: 'E-1' });
    await observe(developing, other, 'TECHNICAL', { strengths: [], weaknesses: ['新公司'] });
    await tendered(market, won, 750_000_000);

    await market.goTo('2025-03-10T01:00:00Z');
    const referral = { source: 'PERSONAL_REFERRAL' };
    const tried = await registered(market, { ...referral, referrerRef: 'staff-1', projectName: '五号楼' }, party);
    const line = await productLine(market, 'CHILLER');
    const sample = `${SAMPLES}/${await market.begun(liNa, SAMPLES, aSample(tried, line))}`;
    await market.done(manager, `${sample}/approve-sample`);
    await market.done(liNa, `${sample}/install-sample`, { on: '2025-03-10' });
    await market.done(liNa, `${sample}/reject-sample`, { on: '2025-03-10', reason: '噪声偏大' });
    const direct = await hear('六号楼', { ...referral, referrerRef: 'staff-2' });
    const leadId = await qualified(market, { source: 'PRESS_MEDIA', projectName: '七号楼' }, party);
    await observe(leadId, rival, 'TECHNICAL', { strengths: ['价格', '品牌'], weaknesses: [], evidenceRef: 'E-2' });
    await observe(leadId, rival, 'COMMERCIAL', { strengths: ['账期'], weaknesses: [] });
    lost = { leadId, tenderId: await tendered(market, leadId, 690_000_000) };
    await hear('八号楼', { source: 'PRESS_MEDIA' });
    await hear('九号楼', { source: 'PRESS_MEDIA' });
    await market.put(bidLost, lost.tenderId, leadId, { ...lostSample, ...lost, winnerPartyId: rival });
    await sign(won, contract, 700_000_000);
    await sign(direct, randomUUID(), 100);
    await sign(direct, randomUUID(), 50);
    await eventually(async () => {
      const { acquisitionCostFen } = await market.get(`${LEADS}/${tried}`);
      return acquisitionCostFen === 3_000_000;
    }, 'the sample has cost');
  });
  afterAll(() => market.service.stop());

  /** A report that knows all that is recorded, by whomever. */
  const report = async (name: string, query: Record<string, string>) => {
    const minPosition = `lead.${await market.service.host.runtime.store.head()}`;
    return market.get(`/api/v1/${name}?${new URLSearchParams({ ...query, minPosition }).toString()}`);
  };
  const sources = (span: Record<string, string> = {}) => report('lead-source-effectiveness', span);
  const rivals = async (query: Record<string, string> = {}) => {
    const { items } = await report('competitors', query);
    return (items as { strengths: string[] }[]).map((item) => ({ ...item, strengths: item.strengths.toSorted() }));
  };
  const billboards = {
    source: 'BILLBOARD',
    referrerRef: null,
    captured: 3,
    qualified: 2,
    converted: 1,
    won: 1,
    wonRateBps: 3_333,
    wonAmountFen: 700_000_000,
    sampleCostFen: 0,
  };
  const persons = [
    { source: 'PERSONAL_REFERRAL', referrerRef: 'staff-2', captured: 1, ...ZERO, won: 1, wonRateBps: 10_000 },
    { source: 'PERSONAL_REFERRAL', referrerRef: 'staff-1', captured: 1, ...ZERO, sampleCostFen: 3_000_000 },
  ] as const;
  const press = { source: 'PRESS_MEDIA', referrerRef: null, captured: 3, ...ZERO, qualified: 1, converted: 1 };

  it('say by source and referrer what came of leads, the dearest first, merged ones not counted', async () => {
    expect(await sources()).toEqual({
      from: null,
      to: null,
      items: [billboards, { ...persons[0], wonAmountFen: 150 }, press, persons[1]],
    });
  });

  it('are of the leads that were captured in a time, both days with it', async () => {
    expect(await sources({ to: '2025-03-03' })).toEqual({ from: null, to: '2025-03-03', items: [billboards] });
    const later = await sources({ from: '2025-03-04', to: '2025-03-10' });
    expect(later).toMatchObject({ from: '2025-03-04', to: '2025-03-10' });
    expect((later.items as { source: string }[]).map(({ source }) => source)).toEqual([
      'PERSONAL_REFERRAL',
      'PRESS_MEDIA',
      'PERSONAL_REFERRAL',
    ]);
    expect((await sources({ from: '2025-03-11' })).items).toEqual([]);
    expect((await market.service.get(liNa, '/api/v1/lead-source-effectiveness?from=gestern')).status).toBe(400);
  });

  const technical = {
    name: '临江暖通',
    dimension: 'TECHNICAL',
    strengths: ['价格', '品牌'].toSorted(),
    weaknesses: ['价格高'],
    evidence: ['E-1', 'E-2'],
    met: 2,
    wonAgainst: 1,
    lostTo: 1,
    lostAmountFen: 682_000_000,
  };
  const commercial = { name: '临江暖通', dimension: 'COMMERCIAL', strengths: ['账期'], weaknesses: [], evidence: [] };
  const newcomer = { name: '云州暖通', dimension: 'TECHNICAL', strengths: [], weaknesses: ['新公司'], evidence: [] };

  it('say of competitors what they are good at and how we fared, and what was seen anew in place of the old', async () => {
    const [first, ...others] = await rivals();
    expect(first).toEqual({ ...technical, partyId: rival });
    expect(others).toHaveLength(2);
    const lostToThem = { met: 1, wonAgainst: 0, lostTo: 1, lostAmountFen: 682_000_000 };
    expect(others).toContainEqual({ partyId: rival, ...commercial, ...lostToThem });
    const neither = { met: 1, wonAgainst: 0, lostTo: 0, lostAmountFen: 0 };
    expect(others).toContainEqual({ partyId: other, ...newcomer, ...neither });
  });

  it('are of one competitor, or one respect', async () => {
    expect(await rivals({ partyId: other })).toMatchObject([{ name: '云州暖通' }]);
    expect(await rivals({ dimension: 'COMMERCIAL' })).toMatchObject([{ partyId: rival, met: 1 }]);
    expect(await rivals({ dimension: 'COMMERCIAL', partyId: other })).toEqual([]);
    expect((await market.service.get(liNa, '/api/v1/competitors?dimension=PRICE')).status).toBe(400);
  });

  it('forget a loss that became an award, and a deal that was voided', async () => {
    await market.put(bidAwarded, lost.tenderId, lost.leadId, { ...awardedSample, ...lost });
    await market.put(contractVoided, contract, won, { ...voidedSample, contractId: contract });
    const [first] = await rivals({ dimension: 'TECHNICAL' });
    expect(first).toMatchObject({ partyId: rival, met: 2, wonAgainst: 0, lostTo: 0, lostAmountFen: 0 });
    const { items } = await sources({ to: '2025-03-03' });
    expect(items).toEqual([{ ...billboards, won: 0, wonRateBps: 0, wonAmountFen: 0 }]);
  });
});
