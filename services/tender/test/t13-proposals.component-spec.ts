import { contractSigned } from '@engsales/events';
import signed from '../../../libs/events/src/samples/contract.ContractSigned.v1.json';
import { eventually } from '../../../tools/testing/eventually.js';
import { operationDecisionId } from '../src/domain/ids.js';
import { Bidding, leader, liNa, LINES, manager } from './bidding.fixtures.js';

const PROPOSALS = '/api/v1/proposals';
const LEAD = '1b7c1e50-22f3-4b8e-8d43-000000009001';
const stranger = { id: 'zhao-lei', roles: ['SALES'] } as const;

const quotation = {
  kind: 'QUOTATION',
  leadId: LEAD,
  title: '门诊楼中央空调报价',
  customer: { name: '临江市第二人民医院' },
  answers: [{ painPoint: '机房空间不足', solution: '模块化机组' }],
  lines: LINES,
  costFen: 616_000_000,
  paymentTerms: '预付 30%',
};

describe('T13: proposals', () => {
  const world = new Bidding();
  beforeAll(() => world.begin('2025-03-07T01:00:00Z'));
  afterAll(() => world.service.stop());

  const drafted = async (words: object = quotation) => `${PROPOSALS}/${await world.begun(liNa, PROPOSALS, words)}`;
  const sent = async (at: string, on = '2025-03-07') => {
    await world.done(liNa, `${at}/submit-proposal`);
    await world.done(manager, `${at}/approve-proposal`);
    await world.done(liNa, `${at}/send-proposal`, { on, channel: 'EMAIL' });
    return at;
  };
  const ownProduction = (refId: string) =>
    world.done(manager, '/api/v1/operation-decisions', {
      refType: 'LEAD',
      refId,
      mode: 'OWN_PRODUCTION',
      reason: '自有产能',
    });
  let first: string;

  it('a quotation without lines, or without its cost, is not submitted (T-344)', async () => {
    const at = await drafted({ ...quotation, lines: [] });
    expect(await world.refused(liNa, `${at}/submit-proposal`)).toMatchObject({
      status: 422,
      code: 'PROPOSAL_LINES_REQUIRED',
    });
    await world.done(liNa, `${at}/revise-proposal`, { ...quotation, costFen: undefined });
    expect(await world.refused(liNa, `${at}/submit-proposal`)).toMatchObject({ code: 'PROPOSAL_COST_REQUIRED' });
    expect(await world.refused(stranger, `${at}/submit-proposal`)).toEqual({
      status: 403,
      code: 'ROLE_NOT_ALLOWED',
      salespersonId: 'li-na',
    });
    await world.done(liNa, `${at}/cancel-proposal`, { reason: '重复' });
  });

  it('below the floor a leader approves, and nobody their own (T-345, T-346)', async () => {
    const at = await drafted({ ...quotation, costFen: 651_000_000 });
    await world.done(liNa, `${at}/submit-proposal`);
    expect(await world.refused(manager, `${at}/approve-proposal`)).toEqual({
      status: 422,
      code: 'BELOW_FLOOR_PRICE',
      marginBps: 700,
      floorMarginBps: 800,
    });
    await world.done(leader, `${at}/approve-proposal`);
    const own = `${PROPOSALS}/${await world.begun(manager, PROPOSALS, quotation)}`;
    await world.done(manager, `${own}/submit-proposal`);
    expect(await world.refused(manager, `${own}/approve-proposal`)).toMatchObject({ code: 'SELF_APPROVAL' });
    await world.done(leader, `${own}/reject-proposal`, { reason: '等待图纸' });
  });

  it('sent on 2025-03-07 it is valid until 2025-04-06; revised, version 1 is superseded (T-343, T-347)', async () => {
    first = await sent(await drafted());
    expect(await world.get(first)).toMatchObject({
      state: 'SENT',
      version: 1,
      totalFen: 700_000_000,
      marginBps: 1_200,
      sent: { sentOn: '2025-03-07', validUntil: '2025-04-06' },
    });
    const talk = { on: '2025-03-07', feedback: '总价须再降', agreed: '质保两年' };
    await world.done(liNa, `${first}/record-proposal-feedback`, talk);
    await world.done(liNa, `${first}/revise-proposal`, { ...quotation, validDays: 30 });
    expect(await world.refused(liNa, `${first}/accept-proposal`, { on: '2025-03-07', docRef: 'D-1' })).toMatchObject({
      status: 409,
      code: 'INVALID_TRANSITION',
    });
    await sent(first);
    expect(await world.get(first)).toMatchObject({
      version: 2,
      sent: { version: 2 },
      superseded: [{ version: 1, validUntil: '2025-04-06' }],
      feedback: [{ version: 1, feedback: '总价须再降' }],
    });
  });

  it('a budget binds nobody; of a quotation the mode is decided first (T-349, T-351)', async () => {
    const budget = await sent(await drafted({ ...quotation, kind: 'BUDGET', leadId: undefined, lines: [] }));
    const answer = { on: '2025-03-07', docRef: 'D-1' };
    expect(await world.refused(liNa, `${budget}/accept-proposal`, answer)).toEqual({
      status: 422,
      code: 'PROPOSAL_NOT_BINDING',
      kind: 'BUDGET',
    });
    expect(await world.refused(liNa, `${first}/accept-proposal`, answer)).toMatchObject({
      status: 422,
      code: 'OPERATION_MODE_UNDECIDED',
    });
    await world.done(liNa, `${budget}/decline-proposal`, { reason: '预算取消' });
  });

  it('is found by lead, state, kind, drafter and a part of what it says (T-353)', async () => {
    const found = async (query: Record<string, string>) =>
      ((await world.list('proposals', query)).items as { proposalId: string }[]).length;
    expect(await found({ leadId: LEAD, state: 'SENT' })).toBe(1);
    expect(await found({ kind: 'BUDGET' })).toBe(1);
    expect(await found({ salespersonId: 'wang-fang' })).toBe(1);
    expect([await found({ q: '中央空调' }), await found({ q: '门诊大楼' })]).toEqual([5, 0]);
    expect([await found({ sort: 'draftedOn' }), await found({ limit: '2' })]).toEqual([5, 2]);
    const { items } = await world.list('proposals', { leadId: LEAD, state: 'SENT' });
    expect(items[0]).toMatchObject({
      version: 2,
      totalFen: 700_000_000,
      marginBps: 1_200,
      validUntil: '2025-04-06',
      customerName: '临江市第二人民医院',
    });
  });

  it('is printed for the customer (T-352)', async () => {
    const page = await world.service.get(liNa, `${first}/documents/quotation`);
    expect([page.status, page.text.includes('人民币柒佰万元整'), page.text.includes('6,160,000')]).toEqual([
      200,
      true,
      false,
    ]);
    const pdf = await world.service.get(liNa, `${first}/documents/quotation?format=pdf`);
    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
  });

  it('accepted on 2025-04-07 it is a manager’s: SALES is refused (T-350)', async () => {
    await ownProduction(LEAD);
    await world.goTo('2025-04-07T01:00:00Z');
    await world.shows(first, { state: 'EXPIRED' });
    const late = { on: '2025-04-07', docRef: 'D-1' };
    expect(await world.refused(liNa, `${first}/accept-proposal`, late)).toMatchObject({
      status: 403,
      code: 'ROLE_NOT_ALLOWED',
      validUntil: '2025-04-06',
    });
    await world.done(manager, `${first}/accept-proposal`, late);
    expect(await world.get(first)).toMatchObject({
      state: 'ACCEPTED',
      acceptance: { mode: 'OWN_PRODUCTION', on: '2025-04-07', docRef: 'D-1' },
    });
  });

  it('the contract that follows fixes the mode, however often it is heard of (T-303)', async () => {
    const data = { ...signed, source: { type: 'NEGOTIATION', id: LEAD } };
    await world.put(contractSigned, signed.contractId, LEAD, data, 3);
    const decision = `/api/v1/operation-decisions/${operationDecisionId('LEAD', LEAD)}`;
    await world.shows(decision, { state: 'FIXED', contractId: signed.contractId, revision: 1 });
    expect(
      await world.refused(manager, '/api/v1/operation-decisions', {
        refType: 'LEAD',
        refId: LEAD,
        mode: 'AGENCY',
        reason: '改代理',
        manufacturerPartyId: 'party-12',
      }),
    ).toMatchObject({ status: 409, code: 'INVALID_TRANSITION' });
    await eventually(async () => {
      const { items } = await world.list('operation-decisions', { state: 'FIXED', leadId: LEAD });
      return items.length === 1;
    }, 'the list shows the mode as fixed');
  });
});
