import { eventually } from '../../../tools/testing/eventually.js';
import {
  ANNOUNCED,
  Bidding,
  commerce,
  DEADLINE,
  leader,
  LINES,
  liNa,
  manager,
  reviewer,
  TENDERS,
} from './bidding.fixtures.js';

const market = new Bidding();
beforeAll(() => market.begin());
afterAll(() => market.service.stop());

describe('T1: a lead that goes to tender', () => {
  it('is registered once, published without a warning, and its number is taken (T-01, T-03, T-05, T-10)', async () => {
    const { leadId, tenderId, at } = await market.registered({}, 2);
    expect(await market.list('tenders', { leadId })).toMatchObject({
      items: [{ tenderId, state: 'REGISTERED', round: 1, bidState: 'NONE', submissionDeadline: null }],
    });
    await market.done(liNa, `${at}/log-spec-influence`, { clause: '一级能效', ourAdvantage: '全系一级', taken: true });
    const early = { ...ANNOUNCED, clarificationDeadline: undefined, submissionDeadline: '2025-01-05T01:30:00Z' };
    expect(await market.refused(liNa, `${at}/publish-tender`, early)).toMatchObject({
      code: 'INVALID_TENDER_DATES',
      field: 'submissionDeadline',
    });
    await market.done(liNa, `${at}/publish-tender`, ANNOUNCED);
    expect(await market.get(at)).toMatchObject({ state: 'PUBLISHED', warnings: [], validityUntil: '2025-04-27' });
    expect(await market.refused(liNa, `${at}/log-spec-influence`, { clause: 'x', ourAdvantage: 'y' })).toMatchObject({
      status: 409,
      code: 'INVALID_TRANSITION',
    });
    const other = await market.registered();
    const taken = { ...ANNOUNCED, tenderNo: ' lj-2025-０18' };
    expect(await market.refused(liNa, `${other.at}/publish-tender`, taken)).toMatchObject({
      status: 409,
      code: 'DUPLICATE_TENDER_NO',
      existingTenderId: tenderId,
    });
    const found = await market.list('tenders', { q: 'lj-2025-018' });
    expect(found.items).toMatchObject([{ tenderId, daysLeft: 21, tenderNo: 'LJ-2025-018' }]);
  });

  it('warns of what the tenderee sets against a statute, and refuses nothing for it (T-11)', async () => {
    const { at } = await market.published({
      bondRequiredFen: 15_000_001,
      performanceBondBps: 1_001,
      submissionDeadline: '2025-01-25T15:00:00Z',
    });
    expect((await market.get(at)).warnings).toEqual([
      { code: 'PREPARATION_TOO_SHORT', earliest: '2025-01-26', submissionDeadline: '2025-01-25T15:00:00Z' },
      { code: 'BID_BOND_OVER_2_PERCENT', bondRequiredFen: 15_000_001, limitFen: 15_000_000 },
      { code: 'PERFORMANCE_BOND_OVER_10_PERCENT', performanceBondBps: 1_001, limitBps: 1_000 },
    ]);
  });

  it('by hand belongs to a salesperson, who acts on it alone (T-02)', async () => {
    const words = { projectName: '城东热电', tenderee: { name: '城东热电公司' }, lotNo: '02' };
    const his = { ...words, salespersonId: 'zhao-lei' };
    expect(await market.refused(liNa, TENDERS, his)).toMatchObject({ status: 403, code: 'ROLE_NOT_ALLOWED' });
    const at = `${TENDERS}/${await market.begun(commerce, TENDERS, his)}`;
    expect(await market.refused(liNa, `${at}/publish-tender`, ANNOUNCED)).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
    await market.done(manager, `${at}/reassign-tender`, { salespersonId: 'li-na' });
    await market.done(liNa, `${at}/correct-tender`, { ...words, projectName: '城东热电二期', reason: '误写' });
    const registration = { projectName: '城东热电二期', lotNo: '02' };
    expect(await market.get(at)).toMatchObject({ salespersonId: 'li-na', registration });
  });
});

describe('T2: who prepares a bid', () => {
  it('waits for commerce and for the decision, in this order (T-20, T-21)', async () => {
    const { at } = await market.published();
    const volume = { volume: 'TECHNICAL', contentRef: 'DOC-1' };
    const prepare = `${at}/prepare-bid-volume`;
    expect(await market.refused(liNa, prepare, volume)).toMatchObject({ code: 'COMMERCE_NOT_ENGAGED' });
    await market.done(commerce, `${at}/engage-commerce`, { commerceOwnerId: 'sun-li' });
    expect(await market.refused(liNa, prepare, volume)).toMatchObject({ code: 'GO_NOT_DECIDED' });
    const conditions = [{ id: 'C1', text: '厂家授权书', dueOn: '2025-01-20' }];
    const go = { go: true, reason: '有把握', winProbabilityBps: 6_000, conditions };
    await market.done(manager, `${at}/decide-go-no-go`, go);
    expect(await market.get(at)).toMatchObject({ state: 'PREPARING', go: 'GO', commerce: 'ENGAGED', conditions });
    await market.done(liNa, prepare, volume);
    const { bid } = await market.get(at);
    expect(bid).toMatchObject({ state: 'DRAFT', version: 1, volumes: [{ volume: 'TECHNICAL' }] });
  });
});

describe('T3: a bid', () => {
  it('is complete before anybody reads it (T-22)', async () => {
    const { at } = await market.preparing();
    for (const volume of ['QUALIFICATION', 'COMMERCIAL', 'PRICE'])
      await market.done(liNa, `${at}/prepare-bid-volume`, { volume, contentRef: 'DOC-1' });
    const submit = `${at}/submit-bid-for-review`;
    const missing = ['TECHNICAL'];
    expect(await market.refused(liNa, submit)).toMatchObject({ code: 'BID_VOLUME_MISSING', missing });
    const none = { volume: 'TECHNICAL', notApplicableReason: '无技术标' };
    await market.done(liNa, `${at}/prepare-bid-volume`, none);
    expect(await market.refused(liNa, submit)).toMatchObject({ code: 'BID_NOT_PRICED' });
    await market.done(liNa, `${at}/price-bid`, { lines: LINES, costFen: 1 });
    const refusal = await market.refused(liNa, submit);
    expect(refusal.code).toBe('BID_CHECKLIST_OPEN');
    expect(refusal.open).toHaveLength(6);
  });

  it('is reviewed and approved by others, and sealed; a change is another version (T-24, T-25, T-26)', async () => {
    const { at } = await market.preparing();
    await market.written(at);
    const priced = { priceFen: 700_000_000, costFen: 616_000_000, marginBps: 1_200 };
    expect((await market.get(at)).bid.price).toMatchObject(priced);
    await market.done(liNa, `${at}/submit-bid-for-review`);
    const author = { id: 'li-na', roles: ['SALES_MANAGER'] } as const;
    expect(await market.refused(author, `${at}/approve-bid`)).toMatchObject({ code: 'SELF_APPROVAL', by: 'li-na' });
    expect(await market.refused(manager, `${at}/approve-bid`)).toMatchObject({ code: 'BID_NOT_REVIEWED' });
    const price = (costFen: number) => ({ lines: LINES, costFen });
    expect(await market.refused(liNa, `${at}/price-bid`, price(1))).toMatchObject({ status: 409 });
    await market.done(reviewer, `${at}/review-bid`, { passed: false, opinion: '缺页' });
    await market.done(liNa, `${at}/price-bid`, price(651_000_000));
    await market.done(liNa, `${at}/submit-bid-for-review`);
    await market.done(reviewer, `${at}/review-bid`, { passed: true, opinion: '齐全' });
    expect(await market.refused(manager, `${at}/approve-bid`)).toMatchObject({
      code: 'BELOW_FLOOR_PRICE',
      marginBps: 700,
      floorMarginBps: 800,
    });
    await market.done(leader, `${at}/approve-bid`);
    await market.done(commerce, `${at}/seal-bid`, { originals: 1, copies: 4 });
    const untick = { id: 'BID_LETTER', reason: 'x' };
    expect(await market.refused(liNa, `${at}/untick-bid-item`, untick)).toMatchObject({ status: 409 });
    await market.done(commerce, `${at}/unseal-bid`, { reason: '价格有误' });
    await market.done(liNa, `${at}/price-bid`, price(640_000_000));
    expect((await market.get(at)).bid).toMatchObject({ state: 'DRAFT', version: 2, review: null, seal: null });
    const { items } = await market.list('tenders', { bidState: 'DRAFT', salespersonId: 'li-na' });
    expect(items).toEqual(expect.arrayContaining([expect.objectContaining({ bidState: 'DRAFT', marginBps: 857 })]));
  });

  it('may not cost more than the tenderee allows, nor have lines that do not add up (T-23)', async () => {
    const { at } = await market.preparing({ maxPriceFen: 699_999_999 });
    const [first, ...rest] = LINES;
    const refused = (lines: readonly object[]) => market.refused(liNa, `${at}/price-bid`, { lines, costFen: 1 });
    expect(await refused(LINES)).toMatchObject({ code: 'PRICE_OVER_LIMIT', maxPriceFen: 699_999_999 });
    const wrong = [{ ...first, amountFen: 1 }, ...rest];
    expect(await refused(wrong)).toMatchObject({ code: 'LINE_AMOUNT_MISMATCH', lineId: 'L1' });
    expect(await refused([])).toMatchObject({ code: 'VALIDATION_FAILED' });
  });
});

describe('T4 (S04): a tender on which we do not bid', () => {
  it('ends, and says why (T-27)', async () => {
    const { at } = await market.published();
    const no = { go: false, reason: '限价低于成本', winProbabilityBps: 1_000, noBidReason: 'UNPROFITABLE' };
    const { events } = await market.done(manager, `${at}/decide-go-no-go`, no);
    expect(events.map((event: { type: string }) => event.type)).toEqual(['GoNoGoDecided', 'NoBidDecided']);
    const noBid = { reason: 'UNPROFITABLE', note: '限价低于成本' };
    expect(await market.get(at)).toMatchObject({ state: 'NO_BID', noBid });
    const other = await market.published();
    const refusal = await market.refused(manager, `${other.at}/decide-no-bid`, { note: 'x' });
    expect(refusal.code).toBe('NO_BID_REASON_REQUIRED');
  });
});

describe('T4: the deadline', () => {
  it('counts to the second, moves with an amendment, and is marked when it has passed (T-12, T-30)', async () => {
    const begun = await market.ready({ bondRequiredFen: 0 });
    const late = await market.ready({ bondRequiredFen: 0 });
    await market.goTo(DEADLINE);
    await market.done(liNa, `${begun.at}/submit-bid`);
    await market.goTo('2025-01-27T01:30:01Z');
    expect(await market.refused(liNa, `${late.at}/submit-bid`)).toMatchObject({
      code: 'BID_DEADLINE_PASSED',
      submissionDeadline: DEADLINE,
    });
    await market.shows(late.at, { deadlinePassed: true });
    const kind = 'DEADLINE_PASSED';
    const tasks = async () => (await market.list('tender-tasks', { tenderId: late.tenderId, kind })).items as object[];
    await eventually(async () => (await tasks()).length === 1, 'somebody is told');
    expect(await tasks()).toMatchObject([{ assigneeId: 'li-na', dueOn: '2025-01-27' }]);
    const dates = { submissionDeadline: '2025-02-10T01:30:00Z', openingAt: '2025-02-10T01:30:00Z' };
    const addendum = { addendumNo: '补遗1', issuedOn: '2025-01-27', docRef: 'BY-1', affectsBid: false, ...dates };
    await market.done(commerce, `${late.at}/amend-tender`, addendum);
    expect(await market.get(late.at)).toMatchObject({ deadlinePassed: false, validityUntil: '2025-05-11' });
    await market.done(liNa, `${late.at}/submit-bid`);
    const submission = { mode: 'OWN_PRODUCTION', enteredLate: false };
    expect(await market.get(late.at)).toMatchObject({ state: 'SUBMITTED', submission });
  });
});
