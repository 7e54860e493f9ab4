import { randomUUID } from 'node:crypto';
import {
  bidAwarded,
  bidLost,
  contractSigned,
  contractTerminated,
  contractVoided,
  projectHandoverCompleted,
  returnVisitCompleted,
  tenderCancelled,
  tenderRegistered,
} from '@engsales/events';
import voidedSample from '../../../libs/events/src/samples/contract.ContractVoided.v1.json';
import handoverSample from '../../../libs/events/src/samples/contract.ProjectHandoverCompleted.v1.json';
import signedSample from '../../../libs/events/src/samples/contract.ContractSigned.v1.json';
import terminatedSample from '../../../libs/events/src/samples/contract.ContractTerminated.v1.json';
import visitSample from '../../../libs/events/src/samples/aftersales.ReturnVisitCompleted.v1.json';
import awardedSample from '../../../libs/events/src/samples/tender.BidAwarded.v1.json';
import lostSample from '../../../libs/events/src/samples/tender.BidLost.v1.json';
import cancelledSample from '../../../libs/events/src/samples/tender.TenderCancelled.v1.json';
import registeredSample from '../../../libs/events/src/samples/tender.TenderRegistered.v1.json';
import { eventually } from '../../../tools/testing/eventually.js';
import { HEARD, LEADS, liNa, Market } from './leads.fixtures.js';

describe('what became of a lead, as others tell it', () => {
  const market = new Market();
  beforeAll(() => market.begin());
  afterAll(() => market.service.stop());

  const lose = (leadId: string, tenderId: string) =>
    market.put(bidLost, tenderId, leadId, { ...lostSample, leadId, tenderId }, 2);
  const sign = (leadId: string, contractId: string, times = 1) =>
    market.put(contractSigned, contractId, leadId, { ...signedSample, contractId }, times);

  it('lost, awarded after all, won, and terminated (L-51, L-52, L-53)', async () => {
    const { leadId, tenderId } = await market.converted('江北医院');
    await lose(leadId, tenderId);
    await market.becomes(leadId, { state: 'CLOSED', outcome: 'LOST' });
    await market.put(bidAwarded, tenderId, leadId, { ...awardedSample, leadId, tenderId });
    await market.becomes(leadId, { state: 'CONVERTED', outcome: null });
    const contractId = randomUUID();
    await sign(leadId, contractId, 3);
    await market.becomes(leadId, { state: 'CLOSED', outcome: 'WON' });
    const { contracts, steps } = await market.get(`${LEADS}/${leadId}`);
    expect(contracts).toEqual([{ contractId, state: 'SIGNED', amountFen: signedSample.totalFen, attemptNo: 1 }]);
    expect(steps).toMatchObject([{ step: 'SIGNED' }]);
    const { items } = await market.list('lead-source-effectiveness');
    expect(items).toMatchObject([
      { source: 'DESIGN_INSTITUTE', captured: 1, qualified: 1, converted: 1, won: 1, wonRateBps: 10_000 },
    ]);
    await market.put(contractTerminated, contractId, leadId, { ...terminatedSample, contractId });
    await market.becomes(leadId, { state: 'CLOSED', outcome: 'TERMINATED' });
  });

  it('not before every lot is lost; a repeated tender goes on (L-50, L-51)', async () => {
    const { leadId, tenderId } = await market.converted('江南学校');
    const lot = randomUUID();
    await market.put(tenderRegistered, lot, leadId, { ...registeredSample, leadId, tenderId: lot });
    await lose(leadId, tenderId);
    await market.put(tenderCancelled, lot, leadId, { ...cancelledSample, leadId, tenderId: lot, retender: true });
    expect(await market.get(`${LEADS}/${leadId}`)).toMatchObject({ state: 'CONVERTED' });
    await lose(leadId, lot);
    await market.becomes(leadId, { outcome: 'LOST' });
  });

  it('void, where the contract was voided before its signature was heard of (L-53)', async () => {
    const { leadId } = await market.converted('江东剧院');
    const contractId = randomUUID();
    await market.put(contractVoided, contractId, leadId, { ...voidedSample, contractId });
    await market.becomes(leadId, { outcome: 'VOID' });
    await sign(leadId, contractId);
    expect(await market.get(`${LEADS}/${leadId}`)).toMatchObject({ outcome: 'VOID' });
  });

  it('a new one: of a customer who was visited again, and of those who want more (L-55, L-58)', async () => {
    const visitId = randomUUID();
    await market.put(returnVisitCompleted, visitId, randomUUID(), { ...visitSample, visitId }, 2);
    const found = () => market.list('leads', { source: 'RETURN_VISIT' });
    await eventually(async () => (await found()).items.length === 1, 'the lead of the visit');
    expect((await found()).items).toMatchObject([{ projectName: '临江市第三人民医院', salespersonId: 'li-na' }]);

    const known = await market.begun(liNa, LEADS, { ...HEARD, projectName: '滨江花园二期' });
    const handoverId = randomUUID();
    const interestedCustomers = [
      ...handoverSample.interestedCustomers,
      { itemNo: 2, customerRef: 'customer-2', projectName: '滨江花园三期', city: '临江市', need: '新风' },
      { itemNo: 3, customerRef: 'customer-3', projectName: '滨江花园二期', city: '临江市', need: '净水' },
      { itemNo: 4, customerRef: 'customer-4', projectName: '滨江花园三期', city: '临江市', need: '地暖' },
    ];
    await market.put(
      projectHandoverCompleted,
      handoverId,
      randomUUID(),
      { ...handoverSample, handoverId, interestedCustomers },
      2,
    );
    const handed = () => market.list('leads', { source: 'PROJECT_HANDOVER' });
    await eventually(async () => (await handed()).items.length === 1, 'the lead of the handover');
    expect((await handed()).items).toMatchObject([{ projectName: '滨江花园三期', ownership: 'POOLED' }]);
    const hintsOf = async (leadId: string): Promise<string[]> => {
      const { items } = await market.get(`${LEADS}/${leadId}/history`);
      const hints = (items as { type: string; data: { ref: string; text: string } }[]).filter(
        ({ type }) => type === 'LeadHintNoted',
      );
      return hints.map(({ data }) => `${data.ref} ${data.text}`).sort();
    };
    await eventually(async () => (await hintsOf(known)).length === 2, 'a hint of each customer');
    expect(await hintsOf(known)).toEqual([`${handoverId}:customer-1 地暖`, `${handoverId}:customer-3 净水`]);
    // of two who know of one new project the first is its lead, and the other a hint to it
    const [{ leadId: fresh }] = (await handed()).items as [{ leadId: string }];
    await eventually(async () => (await hintsOf(fresh)).length === 1, 'a hint to the new lead');
    expect((await market.list('lead-tasks', { leadId: known, kind: 'LEAD_HINT' })).items).toHaveLength(2);
  });

  it('counts in the funnel, the forecast and among competitors (L-92, L-93)', async () => {
    const { leadId, partyId } = await market.qualified('江西机场');
    const rival = await market.party('临江暖通', ['OTHER']);
    const seen = { partyId: rival.partyId, dimension: 'COMMERCIAL', strengths: ['价格'], weaknesses: ['服务'] };
    await market.done(liNa, `${LEADS}/${leadId}/observe-competitor`, seen);
    await market.done(liNa, `${LEADS}/${leadId}/forecast-lead`, {
      winProbabilityBps: 5_000,
      expectedSigningOn: '2025-09-30',
    });
    expect((await market.list('competitors')).items).toMatchObject([
      { partyId: rival.partyId, met: 1, strengths: ['价格'], lostTo: 0 },
    ]);
    const { items: months } = await market.list('sales-forecast', { salespersonId: 'li-na' });
    expect(months).toContainEqual({
      month: '2025-09',
      salespersonId: 'li-na',
      leads: 1,
      estimatedFen: 700_000_000,
      weightedFen: 350_000_000,
    });
    const { items: steps } = await market.list('sales-funnel', { steps: '10' });
    expect(steps).toHaveLength(10);
    expect(steps[0]).toMatchObject({ no: 1, step: 'CAPTURED' });
    expect(steps[4]).toMatchObject({ step: 'DECISION_MAKER' });
    expect(steps[0].reached).toBeGreaterThan(steps[7].reached);
    expect(partyId).not.toBe(rival.partyId);
  });
});
