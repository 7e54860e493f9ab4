import { randomUUID } from 'node:crypto';
import * as events from '@engsales/events';
import abandonedSample from '../../../libs/events/src/samples/contract.ContractAbandoned.v1.json';
import acceptanceSample from '../../../libs/events/src/samples/aftersales.AcceptanceSigned.v1.json';
import declinedSample from '../../../libs/events/src/samples/tender.AwardDeclined.v1.json';
import lostSample from '../../../libs/events/src/samples/tender.BidLost.v1.json';
import noBidSample from '../../../libs/events/src/samples/tender.NoBidDecided.v1.json';
import proposalSample from '../../../libs/events/src/samples/tender.ProposalSent.v1.json';
import registeredSample from '../../../libs/events/src/samples/tender.TenderRegistered.v1.json';
import revokedSample from '../../../libs/events/src/samples/tender.AwardRevoked.v1.json';
import shipmentSample from '../../../libs/events/src/samples/production.ShipmentDispatched.v1.json';
import signedSample from '../../../libs/events/src/samples/contract.ContractSigned.v1.json';
import submittedSample from '../../../libs/events/src/samples/tender.BidSubmitted.v1.json';
import terminatedSample from '../../../libs/events/src/samples/contract.ContractTerminated.v1.json';
import visitSample from '../../../libs/events/src/samples/aftersales.ReturnVisitCompleted.v1.json';
import voidedSample from '../../../libs/events/src/samples/contract.ContractVoided.v1.json';
import withdrawnSample from '../../../libs/events/src/samples/tender.BidWithdrawn.v1.json';
import { eventually } from '../../../tools/testing/eventually.js';
import { ADMIN, type Person } from '../../../tools/testing/service-under-test.js';
import { LEADS, liNa, manager, Market } from './leads.fixtures.js';
import { qualified, tendered } from './lead-world.fixtures.js';

const giveUp = { reason: 'NO_FUNDING', note: '停建' };

describe('what a lead hears of', () => {
  const market = new Market();
  let party: { partyId: string; contactId: string };
  beforeAll(async () => {
    await market.begin('2025-03-07T01:00:00Z', { LEAD_CLAIM_LIMIT: '2' });
    party = await market.party('临江市第二人民医院');
  });
  afterAll(() => market.service.stop());

  const hear = (projectName: string, by: Person = liNa) =>
    market.begun(by, LEADS, { projectName, city: '临江市', source: 'BILLBOARD' });
  const on = (leadId: string, command: string, body: object = {}, by: Person = liNa) =>
    market.done(by, `${LEADS}/${leadId}/${command}`, body);
  const state = (leadId: string) => market.get(`${LEADS}/${leadId}`);
  const typesOf = async (leadId: string) =>
    ((await market.get(`${LEADS}/${leadId}/history?limit=200`)).items as { type: string }[]).map(({ type }) => type);
  const converted = async (projectName: string) => {
    const leadId = await qualified(market, { projectName, city: '临江市' }, party);
    return { leadId, tenderId: await tendered(market, leadId, 700_000_000) };
  };
  const contract = (event: events.PublicEvent<never>, sample: object, leadId: string, contractId: string, data = {}) =>
    market.put(event, contractId, leadId, { ...sample, contractId, ...data });
  const sign = (leadId: string, contractId: string, totalFen: number) =>
    contract(events.contractSigned as never, signedSample, leadId, contractId, { totalFen, signedOn: '2025-03-07' });

  it('is each step of the sale, the first time that it is told of, also of a lead that was given up (L-54)', async () => {
    const leadId = await hear('一号');
    const [proposalId, tenderId, acceptanceId] = [randomUUID(), randomUUID(), randomUUID()];
    await market.put(
      events.proposalSent,
      proposalId,
      leadId,
      { ...proposalSample, leadId, proposalId, sentOn: '2025-03-03' },
      2,
    );
    await on(leadId, 'abandon-lead', giveUp);
    const submission = { ...submittedSample, leadId, tenderId, submittedAt: '2025-03-04T16:00:00Z' };
    await market.put(events.bidSubmitted, tenderId, leadId, submission);
    const goods = { dispatchedOn: '2025-03-05', shipmentId: 'SH-1' };
    await market.put(events.shipmentDispatched, 'SH-1', leadId, { ...shipmentSample, ...goods });
    await market.put(events.shipmentDispatched, 'SH-2', leadId, { ...shipmentSample, shipmentId: 'SH-2' });
    const acceptance = { ...acceptanceSample, acceptanceId, on: '2025-03-06' };
    await market.put(events.acceptanceSigned, acceptanceId, leadId, acceptance);
    const now = await state(leadId);
    expect([now.state, now.steps]).toEqual([
      'ABANDONED',
      [
        { step: 'PROPOSAL_OR_BID', on: '2025-03-03' },
        { step: 'CONTRACT_OR_BID', on: '2025-03-05' },
        { step: 'DISPATCHED', on: '2025-03-05' },
        { step: 'ACCEPTED', on: '2025-03-06' },
      ],
    ]);
  });

  it('is a tender while it is worked on; one of a mere hint is not its affair (L-50)', async () => {
    const register = (leadId: string, tenderId: string, previousTenderId?: string) =>
      market.put(events.tenderRegistered, tenderId, leadId, {
        ...registeredSample,
        leadId,
        tenderId,
        previousTenderId,
      });
    const hint = await hear('二号');
    await register(hint, randomUUID());
    expect((await state(hint)).pursuits).toEqual([]);
    const { leadId, tenderId } = await converted('三号');
    await register(leadId, tenderId);
    const again = randomUUID();
    await register(leadId, again, tenderId);
    expect((await state(leadId)).pursuits).toMatchObject([{ id: again, type: 'TENDER', state: 'OPEN', attemptNo: 1 }]);
    // the end of a lot is heard of before its beginning
    const lot = randomUUID();
    await market.put(events.noBidDecided, lot, leadId, { ...noBidSample, leadId, tenderId: lot });
    await register(leadId, lot);
    const { pursuits, state: now } = await state(leadId);
    expect([now, pursuits]).toMatchObject([
      'CONVERTED',
      [
        { id: again, state: 'OPEN' },
        { id: lot, state: 'ENDED' },
      ],
    ]);
  });

  it.each([
    ['四号', events.noBidDecided, noBidSample, {}, 'NO_BID', 'UNPROFITABLE'],
    ['五号', events.awardDeclined, declinedSample, {}, 'AWARD_DECLINED', '产能不足'],
    ['六号', events.awardRevoked, revokedSample, { retender: false }, 'AWARD_REVOKED', '投诉成立'],
    ['七号', events.bidWithdrawn, withdrawnSample, { resubmit: false }, 'BID_WITHDRAWN', '报价有误'],
  ] as const)(
    'is that the only tender of %s has ended: it is lost, with the reason (L-51)',
    async (name, event, sample, words, how, why) => {
      const { leadId, tenderId } = await converted(name);
      const put = (changes: object) =>
        market.put<unknown>(event, tenderId, leadId, { ...sample, leadId, tenderId, ...changes });
      if ('resubmit' in words) await put({ resubmit: true });
      if ('retender' in words) await put({ retender: true });
      expect((await state(leadId)).state).toBe('CONVERTED');
      await put(words);
      await put(words);
      expect(await state(leadId)).toMatchObject({ state: 'CLOSED', outcome: 'LOST', pursuits: [{ how }] });
      const { items } = await market.get(`${LEADS}/${leadId}/history?limit=200`);
      expect(items.at(-1)).toMatchObject({ type: 'LeadOutcomeRecorded', data: { reasons: [why], amountFen: 0 } });
    },
  );

  it('is that the draft of its own contract was given up; another draft is its tender’s affair (L-51)', async () => {
    const leadId = await qualified(market, { projectName: '八号', city: '临江市' }, party);
    await on(leadId, 'convert-lead', { route: 'DIRECT_NEGOTIATION', estimatedAmountFen: 1 });
    const [{ id: own }] = (await state(leadId)).pursuits as [{ id: string }];
    const abandon = (contractId: string) =>
      contract(events.contractAbandoned as never, abandonedSample, leadId, contractId);
    await abandon(randomUUID());
    expect(await state(leadId)).toMatchObject({ state: 'CONVERTED', pursuits: [{ id: own, state: 'OPEN' }] });
    await abandon(own);
    expect(await state(leadId)).toMatchObject({ outcome: 'LOST', pursuits: [{ how: 'CONTRACT_ABANDONED' }] });
  });

  it('is a signature in whichever state, a second one, and the end of both (L-53)', async () => {
    const leadId = await hear('九号');
    await on(leadId, 'abandon-lead', giveUp);
    const [first, second] = [randomUUID(), randomUUID()];
    await sign(leadId, first, 100);
    await sign(leadId, second, 50);
    const outcomes = async () =>
      ((await market.get(`${LEADS}/${leadId}/history`)).items as { type: string; data: object }[])
        .filter(({ type }) => type === 'LeadOutcomeRecorded')
        .map(({ data }) => data);
    expect(await outcomes()).toMatchObject([
      { outcome: 'WON', amountFen: 100 },
      { outcome: 'WON', amountFen: 150 },
    ]);
    await contract(events.contractVoided as never, voidedSample, leadId, first);
    await contract(events.contractTerminated as never, terminatedSample, leadId, second);
    await sign(leadId, second, 50);
    expect((await outcomes()).slice(2)).toMatchObject([
      { outcome: 'WON', amountFen: 50 },
      { outcome: 'TERMINATED', amountFen: 0, contracts: [{ state: 'VOIDED' }, { state: 'TERMINATED' }] },
    ]);
    // a tender that is lost after all changes nothing of it
    await market.put(events.bidLost, randomUUID(), leadId, { ...lostSample, leadId });
    expect(await state(leadId)).toMatchObject({ state: 'CLOSED', outcome: 'TERMINATED' });
  });

  it('is a step, but no outcome, once it is merged, and nothing of a project that is no lead; nobody waits for it', async () => {
    const [from, into] = [await hear('十号'), await hear('十一号')];
    await on(from, 'merge-lead', { intoLeadId: into, reason: '同一项目' }, manager);
    const before = await typesOf(from);
    await sign(from, randomUUID(), 1);
    await market.put(events.bidLost, randomUUID(), from, { ...lostSample, leadId: from });
    await sign(randomUUID(), randomUUID(), 1);
    expect(await typesOf(from)).toEqual([...before, 'SalesStepReached']);
    expect(await state(into)).toMatchObject({ state: 'CAPTURED' });
    const { items } = await market.get('/admin/dead-letters', ADMIN);
    expect(items).toEqual([]);
  });

  it('is another project of a customer who was visited; a known one is a hint to its lead, once (L-55, L-58)', async () => {
    const leadId = await hear('十二号');
    await on(leadId, 'abandon-lead', giveUp);
    const visit = (visitId: string, name?: string) =>
      market.put(events.returnVisitCompleted, visitId, randomUUID(), {
        ...visitSample,
        visitId,
        newProject: name && { ...visitSample.newProject, name, city: '临江市' },
      });
    const visitId = randomUUID();
    await visit(visitId, '十二号 工程');
    await visit(visitId, '十二号 工程');
    await visit(randomUUID());
    const hints = (await market.get(`${LEADS}/${leadId}/history`)).items as { type: string; data: object }[];
    expect(hints.filter(({ type }) => type === 'LeadHintNoted')).toMatchObject([
      { data: { source: 'RETURN_VISIT', ref: visitId, text: '中央空调', salespersonId: 'li-na' } },
    ]);
    expect((await market.list('leads', { source: 'RETURN_VISIT' })).items).toEqual([]);
  });

  it('is how many leads one person holds: those that were given up, converted or assigned away are free (L-16)', async () => {
    const sun: Person = { id: 'sun-yi', roles: ['SALES'] };
    const [first, second] = [await hear('十三号', sun), await hear('十四号', sun)];
    const pooled = await hear('十五号', manager);
    const claim = async () =>
      (await market.post(sun, `${LEADS}/${pooled}/claim-lead?dryRun=true`)).body.code as unknown;
    const isRefused = (wanted: boolean) =>
      eventually(async () => ((await claim()) === 'CLAIM_LIMIT_REACHED') === wanted, `refused: ${wanted}`);
    await isRefused(true);
    await on(first, 'abandon-lead', giveUp, sun);
    await isRefused(false);
    await on(first, 'revive-lead', { trigger: 'OTHER', note: '重启' }, sun);
    await isRefused(true);
    await on(second, 'assign-lead', { salespersonId: 'zhao-lei' }, manager);
    await isRefused(false);
    await sign(first, randomUUID(), 1);
    await on(pooled, 'claim-lead', {}, sun);
    expect(await state(pooled)).toMatchObject({ ownership: 'OWNED', salespersonId: 'sun-yi' });
  });
});
