import { addDays } from '@engsales/values';
import { eventually } from '../tools/testing/eventually.js';
import type { SystemClient } from '../tools/testing/system-client.js';
import { Pursuit } from './pursuit.fixtures.js';

const REVOKED = { reason: '投诉成立', docRef: 'DOC-160', retender: false };

/** What lead, tender and contract say to each other about an award: the same on every profile. */
export function awards(open: () => Promise<SystemClient>): void {
  let client: SystemClient;
  beforeAll(async () => {
    client = await open();
  });

  it('S06: a bid that is lost closes its lead and makes no contract; the next candidate may still move up', async () => {
    const pursuit = await Pursuit.opened(client, 'HT-S06');
    const loss = { winnerName: '华东机电', winnerPriceFen: 682_000_000, ourRank: 2, lessons: '报价偏高' };
    const unsaid = await pursuit.refused('SALES', 'tender', 'record-loss', { ...loss, reasons: [] });
    expect(unsaid).toEqual([422, 'LOSS_REASON_REQUIRED']);
    await pursuit.do('SALES', 'tender', 'record-loss', { ...loss, reasons: ['PRICE'] });
    await pursuit.become({ lead: 'CLOSED', outcome: 'LOST', tender: 'LOST', bond: 'RELEASE_DUE' });
    const { validityUntil } = await pursuit.shown('tender');
    expect((await pursuit.bond()).releaseDue.on).toBe(validityUntil);
    expect(await pursuit.contracts()).toEqual([]);
    const notice = { noticeNo: 'ZB-S06', noticeOn: pursuit.today, noticeFen: 700_000_000 };
    await pursuit.do('COMMERCE', 'tender', 'record-award', { ...notice, promotedReason: '第一候选人放弃' });
    await pursuit.become({ lead: 'CONVERTED', tender: 'AWARDED' });
    await eventually(async () => (await pursuit.contracts()).length === 1, 'the contract is drafted after all');
    expect(await pursuit.correlations()).toEqual([pursuit.leadId]);
  });

  it('S07: a tender that failed and is tendered again is a second round of the same lead, with nothing of the old bid', async () => {
    const pursuit = await Pursuit.opened(client, 'HT-S07');
    const { tenderId, leadId, today } = pursuit;
    const end = { kind: 'FAILED', reason: '投标人不足三家', noticeOn: today, docRef: 'LB-1', retender: true };
    await pursuit.do('COMMERCE', 'tender', 'cancel-tender', end);
    await pursuit.become({ tender: 'CANCELLED_BY_OWNER', bond: 'RELEASE_DUE' });
    const { nextTenderId } = await pursuit.shown('tender');
    const pursued = async () => (await pursuit.shown('lead')).pursuits as { id: string; state: string }[];
    await eventually(async () => (await pursued())[0]?.id === nextTenderId, 'the lead pursues the second round');
    expect(await pursued()).toMatchObject([{ type: 'TENDER', state: 'OPEN' }]);
    await pursuit.become({ lead: 'CONVERTED' });
    const { body: next } = await pursuit.call('SALES', 'tender', `/api/v1/tenders/${nextTenderId}`);
    expect(next).toMatchObject({ state: 'REGISTERED', round: 2, projectId: leadId, previousTenderId: tenderId });
    expect(next).toMatchObject({ commerce: 'NONE', go: 'UNDECIDED', bid: { state: 'NONE', version: 0, price: null } });
    expect(await pursuit.contracts()).toEqual([]);
  });

  it('S07: an award that is revoked takes the draft of the contract and the lead with it', async () => {
    const pursuit = await Pursuit.awarded(client, 'HT-S07-REVOKED');
    await pursuit.approved();
    await pursuit.do('COMMERCE', 'tender', 'revoke-award', REVOKED);
    const ends = { tender: 'AWARD_REVOKED', contract: 'ABANDONED', lead: 'CLOSED', outcome: 'LOST' };
    await pursuit.become({ ...ends, bond: 'RELEASE_DUE' });
    expect((await pursuit.sign('HT-S07-REVOKED')).status).toBe(409);
    expect(await pursuit.correlations()).toEqual([pursuit.leadId]);
  });

  it('S07: an award that is revoked to be tendered again leaves the lead with its second round', async () => {
    const pursuit = await Pursuit.awarded(client, 'HT-S07-AGAIN');
    await pursuit.do('COMMERCE', 'tender', 'revoke-award', { ...REVOKED, retender: true });
    await pursuit.become({ tender: 'AWARD_REVOKED', contract: 'ABANDONED' });
    const { nextTenderId } = await pursuit.shown('tender');
    const pursued = async () => (await pursuit.shown('lead')).pursuits as { id: string; state: string }[];
    await eventually(async () => (await pursued()).some(({ id }) => id === nextTenderId), 'the second round');
    await pursuit.become({ lead: 'CONVERTED' });
  });

  it('an award that we decline ends the same, with the bond at risk; nobody declines it twice', async () => {
    const pursuit = await Pursuit.awarded(client, 'HT-DECLINED');
    expect(await pursuit.refused('COMMERCE', 'tender', 'decline-award', { reason: 'x' })).toEqual([
      403,
      'ROLE_NOT_ALLOWED',
    ]);
    await pursuit.do('COMPANY_LEADER', 'tender', 'decline-award', { reason: '产能不足' });
    await pursuit.become({ tender: 'AWARD_DECLINED', contract: 'ABANDONED', lead: 'CLOSED', outcome: 'LOST' });
    await eventually(async () => (await pursuit.bond()).risk === 'AT_RISK', 'the bond is at risk');
    expect((await pursuit.refused('COMPANY_LEADER', 'tender', 'decline-award', { reason: 'x' }))[0]).toBe(409);
    expect((await pursuit.eventsOf('tender')).filter((type) => type === 'AwardDeclined')).toHaveLength(1);
  });

  it('a contract that is given up declines the award, and its own news changes nothing', async () => {
    const pursuit = await Pursuit.awarded(client, 'HT-GIVEN-UP');
    await pursuit.do('SALES', 'contract', 'abandon-contract', { reason: '付款条件谈不拢' });
    await pursuit.become({ tender: 'AWARD_DECLINED', contract: 'ABANDONED', lead: 'CLOSED', outcome: 'LOST' });
    await eventually(async () => (await pursuit.bond()).risk === 'AT_RISK', 'the bond is at risk');
  });

  it('a signature settles the tender: what is signed is not revoked', async () => {
    const pursuit = await Pursuit.awarded(client, 'HT-SETTLED');
    await pursuit.approved();
    expect((await pursuit.sign('HT-SETTLED')).status).toBe(200);
    const ends = { tender: 'CONTRACTED', contract: 'SIGNED', lead: 'CLOSED', outcome: 'WON' };
    await pursuit.become({ ...ends, bond: 'RELEASE_DUE' });
    const late = await pursuit.refused('COMMERCE', 'tender', 'revoke-award', REVOKED);
    expect(late).toEqual([409, 'INVALID_TRANSITION']);
    expect(await pursuit.correlations()).toEqual([pursuit.leadId]);
  });

  it('a revocation that crosses the signature leaves the contract signed, and a leader has a task', async () => {
    const pursuit = await crossed(client);
    const task = async () => {
      const asked = `/api/v1/contract-tasks?kind=AWARD_REVOKED&contractId=${pursuit.contractId}`;
      return (await pursuit.call('COMPANY_LEADER', 'contract', asked)).body.items as object[];
    };
    await eventually(async () => (await task()).length === 1, 'a task of the revoked award');
    expect(await task()).toMatchObject([{ role: 'COMPANY_LEADER', reason: REVOKED.reason }]);
    await pursuit.become({ contract: 'SIGNED', tender: 'AWARD_REVOKED', lead: 'CLOSED', outcome: 'WON' });
    const types = await pursuit.eventsOf('tender');
    expect(types.filter((type) => type === 'AwardRevoked' || type === 'TenderContracted')).toEqual(['AwardRevoked']);
  });

  it('S10: what the contract says otherwise than the award is named line by line, and not sent to approval', async () => {
    const pursuit = await Pursuit.awarded(client, 'HT-S10');
    const { document } = await pursuit.shown('contract');
    const [chillers, handlers, coils, service] = document.lines.map(offered);
    const lines = [
      { ...chillers, itemCode: 'CH-1900' },
      { ...handlers, qty: '25', unitPrice: '65760.00' }, // as much in all
      { ...coils, committedDate: addDays(coils.committedDate, 30) },
      { ...service, lineId: 'L5' },
    ];
    expect((await pursuit.revise({ lines })).status).toBe(200);
    const { status, body } = await pursuit.try('SALES', 'contract', 'submit-for-approval');
    expect([status, body.code]).toEqual([422, 'CONTRACT_DEVIATES_FROM_AWARD']);
    const named = (body.details.deviations as { what: string; lineId?: string }[]).map((one) => [one.lineId, one.what]);
    expect(named).toEqual([
      ['L1', 'ITEM'],
      ['L2', 'QTY'],
      ['L2', 'UNIT_PRICE'],
      ['L3', 'COMMITTED_DATE'],
      ['L4', 'LINE_MISSING'],
      ['L5', 'LINE_ADDED'],
    ]);
    await pursuit.approved();
    expect((await pursuit.sign('HT-S10')).status).toBe(200);
  });
}

/** The line of a document as it is written into the next one. */
const offered = (line: { amountFen: number; netFen: number; taxFen: number; committedDate: string }) => {
  const { amountFen: _amount, netFen: _net, taxFen: _tax, ...rest } = line;
  return rest;
};

/** Signature and revocation at once, until they have crossed: each was accepted before it knew of the other. */
async function crossed(client: SystemClient): Promise<Pursuit> {
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    const pursuit = await Pursuit.awarded(client, `HT-CROSSED-${attempt}`);
    await pursuit.approved();
    const signature = await pursuit.signature(`HT-CROSSED-${attempt}`);
    const [signed, revoked] = await Promise.all([
      pursuit.try('COMMERCE', 'contract', 'sign-contract', signature),
      pursuit.try('COMMERCE', 'tender', 'revoke-award', REVOKED),
    ]);
    if (signed.status === 200 && revoked.status === 200) return pursuit;
  }
  throw new Error('signature and revocation never crossed');
}
