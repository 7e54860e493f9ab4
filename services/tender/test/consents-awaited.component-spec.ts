import { Bidding, cashier, commerce, leader, liNa, manager, reviewer, type Begun } from './bidding.fixtures.js';

const RISKS = '/api/v1/risk-assessments';
const ITEMS = ['CREDIT', 'FUNDING', 'TECHNICAL', 'DELIVERY', 'PRICE', 'PAYMENT', 'LEGAL'].map((item) => ({
  item,
  score: 2,
  finding: '已核实',
}));

describe("what waits for somebody's word", () => {
  const world = new Bidding();
  let begun: Begun;
  beforeAll(async () => {
    await world.begin('2025-01-06T01:00:00Z', { TENDER_BOND_LEADER_FEN: '14999999' });
    begun = await world.preparing({}, [
      { id: 'C1', text: '厂家授权书' },
      { id: 'C2', text: '现场踏勘' },
    ]);
  });
  afterAll(() => world.service.stop());

  const waiting = async (query: Record<string, string> = {}) =>
    (await world.list('consents-awaited', query)).items as Record<string, unknown>[];
  /** Kind, for whom and since when. */
  const told = async (query: Record<string, string> = {}) =>
    (await waiting(query)).map(({ kind, role, since }) => [kind, role, since]);
  const draft = async (refType: string, refId: string) => {
    const at = `${RISKS}/${await world.begun(liNa, RISKS, {
      refType,
      refId,
      items: ITEMS,
      manufacturerPartyId: 'party-12',
      purchasePriceFen: 180_000_000,
      salePriceFen: 220_000_000,
      buyoutConditions: '厂家现货',
    })}`;
    await world.done(liNa, `${at}/submit-risk-assessment`, { conclusion: 'FEASIBLE' });
    return at;
  };

  it('are open conditions, until they are met or waived (T-80)', async () => {
    expect(await waiting({ role: 'SALES' })).toEqual(
      expect.arrayContaining([
        {
          kind: 'GO_CONDITION',
          tenderId: begun.tenderId,
          bondId: null,
          riskAssessmentId: null,
          leadId: begun.leadId,
          tenderNo: 'LJ-2025-101',
          projectName: expect.any(String),
          text: '厂家授权书',
          amountFen: null,
          role: 'SALES',
          since: '2025-01-06',
        },
      ]),
    );
    await world.done(liNa, `${begun.at}/meet-go-condition`, { id: 'C1', evidenceRef: 'DOC-1' });
    await world.done(leader, `${begun.at}/waive-go-condition`, { id: 'C2', reason: '免踏勘' });
    expect(await waiting({ kind: 'GO_CONDITION' })).toEqual([]);
  });

  it('is a bid: for commerce, then for a manager; below the floor for a leader (T-81)', async () => {
    await world.written(begun.at);
    await world.goTo('2025-01-07T01:00:00Z');
    await world.done(liNa, `${begun.at}/submit-bid-for-review`);
    expect(await told({ kind: 'BID' })).toEqual([['BID', 'COMMERCE', '2025-01-07']]);
    await world.goTo('2025-01-08T01:00:00Z');
    await world.done(reviewer, `${begun.at}/review-bid`, { passed: true, opinion: '齐全' });
    expect(await waiting({ kind: 'BID' })).toMatchObject([
      { role: 'SALES_MANAGER', since: '2025-01-08', amountFen: 700_000_000 },
    ]);
    await world.done(manager, `${begun.at}/reject-bid`, { reason: '价格过低' });
    expect(await told({ kind: 'BID' })).toEqual([]);
    const low = await world.preparing();
    await world.written(low.at);
    await world.done(liNa, `${low.at}/price-bid`, { lines: [], priceFen: 100, costFen: 99 });
    await world.done(liNa, `${low.at}/submit-bid-for-review`);
    await world.done(reviewer, `${low.at}/review-bid`, { passed: true, opinion: '齐全' });
    expect(await told({ kind: 'BID' })).toEqual([['BID', 'COMPANY_LEADER', '2025-01-08']]);
    await world.done(manager, `${low.at}/decide-no-bid`, { reason: 'UNPROFITABLE', note: '无利润' });
    expect(await told({ kind: 'BID' })).toEqual([]);
  });

  it('is a bond: for finance, beyond the limit for a leader (T-81)', async () => {
    const words = { type: 'BID_BOND', instrument: 'CASH_TRANSFER', beneficiaryName: '临江市第二人民医院' };
    const small = (await world.preparing()).tenderId;
    await world.begun(liNa, '/api/v1/bonds', { ...words, refId: small, amountFen: 14_999_999 });
    const bondId = await world.begun(commerce, '/api/v1/bonds', {
      ...words,
      refId: begun.tenderId,
      amountFen: 15_000_000,
    });
    expect(await told({ kind: 'BOND', role: 'FINANCE' })).toEqual([['BOND', 'FINANCE', '2025-01-08']]);
    expect(await waiting({ kind: 'BOND', role: 'COMPANY_LEADER' })).toMatchObject([
      { bondId, tenderId: begun.tenderId, amountFen: 15_000_000, text: '临江市第二人民医院' },
    ]);
    await world.done(leader, `/api/v1/bonds/${bondId}/approve-bond`);
    await world.done(cashier, `/api/v1/bonds/${bondId}/lodge-bond`, { lodgedOn: '2025-01-08', receiptRef: 'HZ-9' });
    expect(await told({ kind: 'BOND' })).toEqual([['BOND', 'FINANCE', '2025-01-08']]);
  });

  it('are a risk assessment and its written consent, also of a lead without a tender (T-80)', async () => {
    const at = await draft('TENDER', begun.tenderId);
    await draft('LEAD', '1b7c1e50-22f3-4b8e-8d43-000000009009');
    expect(await told({ kind: 'RISK_ASSESSMENT' })).toEqual([
      ['RISK_ASSESSMENT', 'COMPANY_LEADER', '2025-01-08'],
      ['RISK_ASSESSMENT', 'COMPANY_LEADER', '2025-01-08'],
    ]);
    await world.goTo('2025-01-09T01:00:00Z');
    await world.done(leader, `${at}/approve-risk-assessment`);
    expect(await waiting({ kind: 'WRITTEN_CONSENT' })).toMatchObject([
      { tenderId: begun.tenderId, text: '厂家现货', amountFen: 220_000_000, since: '2025-01-09' },
    ]);
    await world.done(leader, `${at}/give-written-consent`, { writtenConsentRef: 'DOC-210' });
    expect(await told({ kind: 'WRITTEN_CONSENT' })).toEqual([]);
  });

  it('come in pages, the longest first, and each once (T-80)', async () => {
    const all = await waiting();
    const seen: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await world.list('consents-awaited', { limit: '1', ...(cursor && { cursor }) });
      seen.push(...(page.items as unknown[]));
      cursor = (page.nextCursor as string | null) ?? undefined;
    } while (cursor);
    expect([seen, all.length]).toEqual([all, 2]);
    expect(all.map(({ since }) => since)).toEqual(['2025-01-08', '2025-01-08']);
  });

  it('of a tender that is over nothing waits (T-80)', async () => {
    const other = await world.preparing({}, [{ id: 'C1', text: '授权书' }]);
    await draft('TENDER', other.tenderId);
    expect(await told({ kind: 'GO_CONDITION' })).toHaveLength(1);
    await world.done(manager, `${other.at}/decide-no-bid`, { reason: 'RISK', note: '风险' });
    expect((await waiting()).filter(({ tenderId }) => tenderId === other.tenderId)).toEqual([]);
  });
});
