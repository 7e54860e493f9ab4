import { leadAbandoned, leadAssigned } from '@engsales/events';
import abandoned from '../../../libs/events/src/samples/lead.LeadAbandoned.v1.json';
import assigned from '../../../libs/events/src/samples/lead.LeadAssigned.v1.json';
import { eventually } from '../../../tools/testing/eventually.js';
import { riskAssessmentId } from '../src/domain/ids.js';
import { Bidding, commerce, DEADLINE, leader, liNa, manager, OPENING } from './bidding.fixtures.js';

const MAKER = 'party-9';
const RISKS = ['CREDIT', 'FUNDING', 'TECHNICAL', 'DELIVERY', 'PRICE', 'PAYMENT', 'LEGAL'];

const market = new Bidding();
beforeAll(() => market.begin());
afterAll(() => market.service.stop());

const pursuit = (id: string) => ({ type: 'TENDER', id, state: 'OPEN', attemptNo: 1 });

/** A bid without a bond that lacks nothing but its mode. */
async function sealedBid() {
  const begun = await market.preparing({ bondRequiredFen: 0 });
  await market.written(begun.at);
  await market.sealed(begun.at);
  return begun;
}

describe('T9 (S08): a bid that buys out', () => {
  it('needs an assessment of seven risks and a written consent, which the award names (T-34)', async () => {
    const { tenderId, at } = await sealedBid();
    await market.mode(tenderId, 'BUYOUT', { manufacturerPartyId: MAKER });
    const submit = `${at}/submit-bid`;
    expect(await market.refused(liNa, submit)).toMatchObject({ code: 'BUYOUT_RISK_ASSESSMENT_REQUIRED' });
    const items = RISKS.map((item) => ({ item, score: 2, finding: '可控' }));
    const drafted = { refType: 'TENDER', refId: tenderId, manufacturerPartyId: MAKER, buyoutConditions: '具备' };
    await market.done(liNa, '/api/v1/risk-assessments', { ...drafted, items: items.slice(0, 6) });
    const risk = `/api/v1/risk-assessments/${riskAssessmentId('TENDER', tenderId)}`;
    const conclusion = { conclusion: 'FEASIBLE' };
    expect(await market.refused(liNa, `${risk}/submit-risk-assessment`, conclusion)).toMatchObject({
      code: 'RISK_ITEM_MISSING',
      missing: ['LEGAL'],
    });
    await market.done(liNa, '/api/v1/risk-assessments', { ...drafted, items });
    await market.done(liNa, `${risk}/submit-risk-assessment`, conclusion);
    await market.done(leader, `${risk}/approve-risk-assessment`);
    expect(await market.refused(liNa, submit)).toMatchObject({ code: 'BUYOUT_WRITTEN_CONSENT_REQUIRED' });
    await market.done(leader, `${risk}/give-written-consent`, { writtenConsentRef: 'TY-1' });
    await market.done(liNa, submit);
    const { submission } = await market.get(at);
    expect(submission).toMatchObject({ mode: 'BUYOUT', writtenConsentRef: 'TY-1' });
    expect(submission.riskAssessmentId).toBe(riskAssessmentId('TENDER', tenderId));
  });
});

describe('T12: a bid that is taken back', () => {
  it('may follow changed, or ends the tender (T-37, T-38)', async () => {
    const changed = await market.submitted();
    await market.goTo('2025-01-20T02:00:00Z');
    const withdrawal = { reason: '报价有误', noticeRef: 'CH-1', resubmit: true };
    await market.done(commerce, `${changed.at}/withdraw-bid`, withdrawal);
    const again = await market.get(changed.at);
    expect(again).toMatchObject({ state: 'PREPARING', submission: null, bid: { state: 'DRAFT', version: 2 } });
    const gone = await market.submitted();
    await market.done(commerce, `${gone.at}/withdraw-bid`, { ...withdrawal, resubmit: false });
    expect(await market.get(gone.at)).toMatchObject({ state: 'WITHDRAWN', withdrawal: { on: '2025-01-20' } });
    const due = async () => (await market.get(`/api/v1/bonds/${gone.bondId}`)).releaseDue?.on;
    await eventually(async () => (await due()) === '2025-01-26', 'the bond is due back, on a make-up Sunday');
  });
});

describe('T14: what a tender hears of its lead', () => {
  it('is whose it is now, and that it was given up (T-04, T-28)', async () => {
    const { leadId, tenderId, at } = await market.published();
    const pursuits = [pursuit(tenderId)];
    await market.put(leadAssigned, leadId, leadId, { ...assigned, leadId, salespersonId: 'zhao-lei', pursuits }, 2);
    await market.shows(at, { salespersonId: 'zhao-lei' });
    const given = { ...abandoned, leadId, fromState: 'CONVERTED', pursuits };
    await market.put(leadAbandoned, leadId, leadId, given, 2);
    const kind = 'DECIDE_NO_BID';
    const tasks = async () => (await market.list('tender-tasks', { assignee: 'zhao-lei', kind })).items as object[];
    await eventually(async () => (await tasks()).length === 1, 'somebody decides whether we still bid');
    await market.done(manager, `${at}/decide-no-bid`, { reason: 'LEAD_ABANDONED', note: '业主停建' });
    expect(await market.get(at)).toMatchObject({ state: 'NO_BID' });
    await eventually(async () => (await tasks()).length === 0, 'it is decided');
  });

  it('is entered late by its receipt, within three days (T-39, T-40)', async () => {
    const begun = await sealedBid();
    await market.mode(begun.tenderId);
    const refused = await sealedBid();
    await market.mode(refused.tenderId);
    await market.goTo('2025-01-29T02:00:00Z');
    const entry = (submittedAt: string) => ({ submittedAt, receiptRef: 'HZ-9', reason: '现场递交' });
    const path = (at: string) => `${at}/record-submission`;
    expect(await market.refused(commerce, path(begun.at), entry('2025-01-27T01:31:00Z'))).toMatchObject({
      code: 'SUBMISSION_TIME_INVALID',
    });
    expect(await market.refused(commerce, path(begun.at), entry('2025-01-20T01:00:00Z'))).toMatchObject({
      code: 'SUBMISSION_TIME_INVALID',
    });
    await market.done(commerce, path(begun.at), entry('2025-01-27T01:20:00Z'));
    const submission = { enteredLate: true, submittedAt: '2025-01-27T01:20:00Z', receiptRef: 'HZ-9' };
    expect(await market.get(begun.at)).toMatchObject({ state: 'SUBMITTED', submission });
    await market.goTo('2025-01-31T02:00:00Z');
    expect(await market.refused(commerce, path(refused.at), entry('2025-01-27T01:20:00Z'))).toMatchObject({
      status: 422,
      code: 'BID_DEADLINE_PASSED',
      submissionDeadline: DEADLINE,
    });
    await market.done(commerce, `${begun.at}/record-opening`, OPENING);
    const refusal = { reason: '成本上涨' };
    await market.done(manager, `${begun.at}/refuse-validity-extension`, refusal);
    expect(await market.get(begun.at)).toMatchObject({ state: 'LOST', loss: { reasons: ['VALIDITY_NOT_EXTENDED'] } });
  });
});

describe('T10 (S09): a bid for a commission', () => {
  it('needs an agreement that is valid, and awards the commission alone (T-34, T-53)', async () => {
    const publication = { publishedOn: '2025-01-31', clarificationDeadline: undefined, bondRequiredFen: 0 };
    const dates = { submissionDeadline: '2025-03-03T01:30:00Z', openingAt: '2025-03-03T01:30:00Z' };
    const { tenderId, at } = await market.preparing({ ...publication, ...dates });
    await market.written(at, { priceFen: 200_000_000, costFen: 0 });
    await market.sealed(at);
    const agreementId = await market.begun(commerce, '/api/v1/cooperation-agreements', {
      partyId: MAKER,
      partyName: '江南制冷',
      scope: '华东区代理',
      commissionBps: 300,
      exclusivity: 'NON_EXCLUSIVE',
      validFrom: '2025-01-01',
      validUntil: '2025-12-31',
    });
    await market.mode(tenderId, 'AGENCY', { manufacturerPartyId: MAKER, agreementId });
    expect(await market.refused(liNa, `${at}/submit-bid`)).toMatchObject({ code: 'AGENCY_AGREEMENT_REQUIRED' });
    const person = await market.person(commerce);
    const other = await market.person(commerce);
    await market.done(commerce, `/api/v1/cooperation-agreements/${agreementId}/sign-agreement`, {
      agreementNo: 'HZ-2025-1',
      signedOn: '2025-01-31',
      signatories: [
        { side: 'OURS', personRef: person },
        { side: 'THEIRS', personRef: other },
      ],
      scanRef: 'DOC-3',
    });
    await market.done(liNa, `${at}/submit-bid`);
    await market.goTo('2025-03-03T02:00:00Z');
    const bids = [{ bidderName: '本公司', priceFen: 200_000_000, ours: true }];
    await market.done(commerce, `${at}/record-opening`, { openedAt: '2025-03-03T01:30:00Z', docRef: 'KB-2', bids });
    const award = { noticeNo: 'ZB-4', noticeOn: '2025-03-03', noticeFen: 200_000_000 };
    await market.done(commerce, `${at}/record-award`, award);
    const history = await market.get(`${at}/history?limit=200`);
    const awarded = (history.items as { type: string; data: object }[]).find(({ type }) => type === 'BidAwarded');
    expect(awarded?.data).toMatchObject({
      awardedFen: 6_000_000,
      noticeFen: 200_000_000,
      mode: 'AGENCY',
      agreementId,
      agencyTerms: { customerPaysManufacturerFen: 200_000_000, commissionBps: 300, commissionFen: 6_000_000 },
      lines: [
        { itemCode: 'AGENCY', qty: '1', uom: '项', unitPrice: '60000.00', taxRateBps: 600, fulfilment: 'AGENCY' },
      ],
    });
    expect((await market.get(at)).warnings).toEqual([{ code: 'FEWER_THAN_THREE_BIDDERS', bidders: 1 }]);
  });
});

describe('the calendar of tenders', () => {
  it('is read by an address of its own that can be renewed (T-70, T-71)', async () => {
    await market.goTo('2025-03-04T02:00:00Z');
    const publication = { publishedOn: '2025-03-03', clarificationDeadline: undefined };
    const dates = { submissionDeadline: '2025-04-01T01:30:00Z', openingAt: '2025-04-01T01:30:00Z' };
    const { tenderId } = await market.published({ ...publication, ...dates });
    const calendar = await market.list('tender-calendar', { from: '2025-03-03', to: '2025-04-30' });
    expect(calendar.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'SUBMISSION_DEADLINE',
          tenderId,
          on: '2025-04-01',
          at: '2025-04-01T01:30:00.000Z',
        }),
        expect.objectContaining({ kind: 'OPENING', tenderId }),
      ]),
    );
    const { path } = await market.done(liNa, '/api/v1/tender-calendar/feed', {});
    const read = async (from: string) => market.anonymous(from);
    const text = await read(path);
    expect([text.status, text.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(text.text).toContain(`UID:submission_deadline-${tenderId}@engsales`);
    const renewed = await market.done(liNa, '/api/v1/tender-calendar/feed', { scope: 'ALL' });
    expect((await read(path)).status).toBe(404);
    expect((await read(renewed.path)).status).toBe(200);
    expect(await market.done(liNa, '/api/v1/tender-calendar/feed/revoke')).toEqual({ revoked: true });
    expect((await read(renewed.path)).status).toBe(404);
  });
});
