import { keptSignatories } from '../../../tools/testing/kept-person.js';
import { Bidding, commerce, leader, liNa, manager, type Begun } from './bidding.fixtures.js';

const RISKS = '/api/v1/risk-assessments';
const AGREEMENTS = '/api/v1/cooperation-agreements';
const MAKER = { manufacturerPartyId: 'party-12' };
const ITEMS = ['CREDIT', 'FUNDING', 'TECHNICAL', 'DELIVERY', 'PRICE', 'PAYMENT', 'LEGAL'].map((item) => ({
  item,
  score: 3,
  finding: '已核实',
}));
const stranger = { id: 'zhao-lei', roles: ['SALES'] } as const;

describe('T9: the risk assessment of a buyout', () => {
  const world = new Bidding();
  let begun: Begun;
  let at: string;
  beforeAll(async () => {
    await world.begin();
    begun = await world.preparing();
  });
  afterAll(() => world.service.stop());

  const draft = (items: readonly object[]) => ({
    refType: 'TENDER',
    refId: begun.tenderId,
    items,
    ...MAKER,
    purchasePriceFen: 180_000_000,
    salePriceFen: 220_000_000,
    buyoutConditions: '厂家现货',
  });

  it('a buyout names its manufacturer (T-302)', async () => {
    const buyout = { refType: 'TENDER', refId: begun.tenderId, mode: 'BUYOUT', reason: '产能不足' };
    expect(await world.refused(manager, '/api/v1/operation-decisions', buyout)).toEqual({
      status: 422,
      code: 'MANUFACTURER_REQUIRED',
      mode: 'BUYOUT',
    });
    await world.mode(begun.tenderId, 'BUYOUT', MAKER);
  });

  it('with six of seven risks, or a high one that nobody met, it is not submitted (T-312, T-313)', async () => {
    at = `${RISKS}/${await world.begun(liNa, RISKS, draft(ITEMS.slice(0, 6)))}`;
    expect(await world.refused(liNa, `${at}/submit-risk-assessment`, { conclusion: 'FEASIBLE' })).toEqual({
      status: 422,
      code: 'RISK_ITEM_MISSING',
      missing: ['LEGAL'],
    });
    const high = ITEMS.map((risk) => (risk.item === 'DELIVERY' ? { ...risk, score: 4 } : risk));
    await world.done(liNa, RISKS, draft(high));
    expect(await world.refused(liNa, `${at}/submit-risk-assessment`, { conclusion: 'FEASIBLE' })).toEqual({
      status: 422,
      code: 'RISK_MITIGATION_REQUIRED',
      items: ['DELIVERY'],
    });
  });

  it('is the business of the salesperson of its tender (T-311)', async () => {
    expect(await world.refused(stranger, RISKS, draft(ITEMS))).toMatchObject({ status: 403, code: 'ROLE_NOT_ALLOWED' });
    await world.done(commerce, RISKS, draft(ITEMS));
    await world.done(manager, `${begun.at}/reassign-tender`, { salespersonId: 'zhao-lei' });
    expect(await world.refused(liNa, `${at}/submit-risk-assessment`, { conclusion: 'FEASIBLE' })).toMatchObject({
      status: 403,
      salespersonId: 'zhao-lei',
    });
    await world.done(stranger, `${at}/submit-risk-assessment`, { conclusion: 'CONDITIONAL' });
  });

  it('is approved by a leader, without the paper first; the consent follows once (T-315)', async () => {
    expect(await world.refused(manager, `${at}/approve-risk-assessment`)).toMatchObject({ status: 403 });
    await world.done(leader, `${at}/approve-risk-assessment`);
    expect(await world.get(at)).toMatchObject({ state: 'APPROVED', totalScore: 21, conclusion: 'CONDITIONAL' });
    await world.done(leader, `${at}/give-written-consent`, { writtenConsentRef: 'DOC-210' });
    expect(await world.get(at)).toMatchObject({ consent: { writtenConsentRef: 'DOC-210', by: 'chen-gang' } });
    expect(await world.refused(leader, `${at}/give-written-consent`, { writtenConsentRef: 'DOC-211' })).toMatchObject({
      status: 409,
      code: 'INVALID_TRANSITION',
    });
  });

  it('is found, and printed to be signed (T-317)', async () => {
    const { items } = await world.list('risk-assessments', { refId: begun.tenderId, state: 'APPROVED', q: '现货' });
    expect(items).toMatchObject([{ totalScore: 21, salePriceFen: 220_000_000, writtenConsentRef: 'DOC-210' }]);
    expect((await world.list('risk-assessments', { refType: 'LEAD', sort: 'draftedOn' })).items).toEqual([]);
    const page = await world.service.get(liNa, `${at}/documents/consent`);
    expect([page.status, page.text.includes('DOC-210'), page.text.includes('公司领导')]).toEqual([200, true, true]);
    const pdf = await world.service.get(liNa, `${at}/documents/consent?format=pdf`);
    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
  });

  it('drafted again it is the next version, and the consent is gone (T-314)', async () => {
    await world.done(stranger, RISKS, draft(ITEMS));
    const now = await world.get(at);
    expect([now.state, now.version, now.consent]).toEqual(['DRAFT', 2, undefined]);
    const { items } = await world.list('risk-assessments', { refId: begun.tenderId });
    expect(items).toMatchObject([{ version: 2, totalScore: null, writtenConsentRef: null }]);
    expect((await world.get(`${at}/history`)).items.length).toBeGreaterThan(5);
  });
});

describe('T10: the cooperation agreement of an agency deal', () => {
  const world = new Bidding();
  let at: string;
  let agreementId: string;
  beforeAll(() => world.begin());
  afterAll(() => world.service.stop());

  const terms = {
    partyId: 'party-12',
    partyName: '江东冷机制造有限公司',
    scope: '临江市区冷水机组',
    commissionBps: 300,
    exclusivity: 'NON_EXCLUSIVE',
    validFrom: '2024-01-06',
    validUntil: '2025-01-31',
  };
  const signature = async () => ({
    agreementNo: 'HZ-2025-003',
    signedOn: '2025-01-06',
    signatories: await keptSignatories(world.service, commerce),
    scanRef: 'DOC-220',
  });

  it('is drafted and signed by commerce, not by sales; who signed is shown masked (T-331)', async () => {
    expect(await world.refused(liNa, AGREEMENTS, terms)).toMatchObject({ status: 403, code: 'ROLE_NOT_ALLOWED' });
    expect(await world.refused(commerce, AGREEMENTS, { ...terms, validUntil: '2024-01-05' })).toMatchObject({
      status: 422,
      code: 'AGREEMENT_DATES_INVALID',
    });
    agreementId = await world.begun(commerce, AGREEMENTS, terms);
    at = `${AGREEMENTS}/${agreementId}`;
    const signing = await signature();
    expect(
      await world.refused(commerce, `${at}/sign-agreement`, {
        ...signing,
        signatories: signing.signatories.slice(0, 1),
      }),
    ).toMatchObject({ status: 422, code: 'SIGNATORY_MISSING' });
    await world.done(commerce, `${at}/sign-agreement`, signing);
    const { state, signatories } = await world.get(at);
    expect([state, signatories.map(({ side }: { side: string }) => side)]).toEqual(['SIGNED', ['OURS', 'THEIRS']]);
    expect(JSON.stringify(signatories)).toContain('*');
    expect(JSON.stringify((await world.get(`${at}/history`)).items)).not.toContain('*');
  });

  it('names a person that the vault knows (T-331)', async () => {
    const other = `${AGREEMENTS}/${await world.begun(commerce, AGREEMENTS, terms)}`;
    const personRef = '0f8fad5b-d9cb-469f-a165-70867728950e';
    const signatories = [
      { side: 'OURS', personRef },
      { side: 'THEIRS', personRef },
    ];
    expect(
      await world.refused(commerce, `${other}/sign-agreement`, { ...(await signature()), signatories }),
    ).toMatchObject({ code: 'PERSON_UNKNOWN' });
    await world.done(commerce, `${other}/cancel-agreement`, { reason: '重复' });
  });

  it('is found by party and by the day on which it is valid (T-334)', async () => {
    const found = async (query: Record<string, string>) =>
      ((await world.list('cooperation-agreements', query)).items as { agreementId: string }[]).map(
        (one) => one.agreementId,
      );
    expect(await found({ partyId: 'party-12', validOn: '2025-01-31' })).toEqual([agreementId]);
    expect([await found({ validOn: '2025-02-01' }), await found({ partyId: 'party-13' })]).toEqual([[], []]);
    expect(await found({ q: 'hz-2025', state: 'SIGNED', sort: '-validUntil' })).toEqual([agreementId]);
  });

  it('that expired yesterday is none, until it is renewed (T-332, T-333, T-351)', async () => {
    const leadId = '1b7c1e50-22f3-4b8e-8d43-000000009002';
    const decision = { refType: 'LEAD', refId: leadId, mode: 'AGENCY', reason: '代理', agreementId, ...MAKER };
    await world.done(manager, '/api/v1/operation-decisions', decision);
    const nobody = '0f8fad5b-d9cb-469f-a165-70867728950e';
    expect(
      await world.refused(manager, '/api/v1/operation-decisions', { ...decision, agreementId: nobody }),
    ).toMatchObject({ status: 404, code: 'NOT_FOUND', agreementId: nobody });
    const line = {
      lineId: 'L1',
      itemCode: 'AGENCY',
      name: '代理佣金',
      qty: '1',
      uom: '项',
      unitPrice: '60000.00',
      taxRateBps: 600,
      fulfilment: 'AGENCY',
      committedDate: '2025-06-30',
    };
    const words = {
      kind: 'QUOTATION',
      leadId,
      title: '代理报价',
      customer: { name: '医院' },
      lines: [line],
      costFen: 0,
    };
    const proposal = `/api/v1/proposals/${await world.begun(liNa, '/api/v1/proposals', words)}`;
    await world.done(liNa, `${proposal}/submit-proposal`);
    await world.done(manager, `${proposal}/approve-proposal`);
    await world.done(liNa, `${proposal}/send-proposal`, { on: '2025-01-06', channel: 'LETTER' });

    await world.goTo('2025-02-01T01:00:00Z');
    await world.shows(at, { state: 'EXPIRED' });
    const answer = { on: '2025-02-01', docRef: 'D-1' };
    expect(await world.refused(liNa, `${proposal}/accept-proposal`, answer)).toEqual({
      status: 422,
      code: 'AGENCY_AGREEMENT_REQUIRED',
      state: 'EXPIRED',
      validUntil: '2025-01-31',
    });
    expect(
      await world.refused(commerce, `${at}/renew-agreement`, { validUntil: '2025-01-31', docRef: 'D' }),
    ).toMatchObject({ code: 'AGREEMENT_DATES_INVALID' });
    await world.done(commerce, `${at}/renew-agreement`, { validUntil: '2026-01-31', docRef: 'DOC-221' });
    await world.done(liNa, `${proposal}/accept-proposal`, answer);
    expect(await world.get(proposal)).toMatchObject({
      acceptance: { mode: 'AGENCY', agreementId, commissionBps: 300 },
    });
    await world.done(commerce, `${at}/terminate-agreement`, { reason: '协商终止', on: '2025-02-01' });
    expect(await world.get(at)).toMatchObject({ state: 'TERMINATED', renewals: [{ validUntil: '2026-01-31' }] });
  });
});
