import type { StoryRun } from './story-run.js';

type Dates = (fixtureDate: string) => string;

/** The execution form, returned once; answers the position of the formal handover. */
export async function walkForm(story: StoryRun, path: string, date: Dates): Promise<unknown> {
  story.step('李娜 submits the execution form (合同执行表)');
  await story.accepted('sales', 'contract', `${path}/submit-execution-form`, { specialRequirements: '夜间进场' });

  story.step('孙丽 returns it: the site plan is missing');
  await story.accepted('commerce', 'contract', `${path}/return-execution-form`, { reason: '缺少进场计划' });

  story.step('李娜 completes it, and 孙丽 accepts it: the formal handover (正式交接点)');
  const service = [{ item: '安装队进场', ref: 'L4', plannedOn: date('2025-11-03') }];
  await story.accepted('sales', 'contract', `${path}/submit-execution-form`, { tracks: { service } });
  await story.refused('sales', 'contract', `${path}/accept-execution-form`, {}, 403, 'ROLE_NOT_ALLOWED');
  const accepted = await story.accepted('commerce', 'contract', `${path}/accept-execution-form`);
  const { state } = await story.get('sales', 'contract', path);
  story.check('the contract is in execution', state, 'IN_EXECUTION');
  return accepted.position;
}

/** The advance in two receipts, an invoice, a bounced receipt and its repair; answers the last position. */
export async function walkAdvance(story: StoryRun, path: string, date: Dates): Promise<unknown> {
  const receivedOn = date('2025-03-10');
  const card = () => story.get('sales', 'contract', path);

  story.step('何静 books the first part of the advance: 100,000,000 fen');
  const receipt = (bankRef: string, amountFen: number) => ({
    bankRef,
    amountFen,
    receivedOn,
    instrument: 'TRANSFER',
    allocations: [{ milestoneId: 'M1', amountFen }],
  });
  await story.accepted('finance', 'contract', `${path}/record-receipt`, receipt('ICBC-0310-0007', 100_000_000));
  story.check('production still waits for its gate', gateOf(await card()), 'CLOSED');

  story.step('The same transfer is booked again, and one that is too large');
  const twice = receipt('icbc-0310-0007', 1_000_000);
  await story.refused('finance', 'contract', `${path}/record-receipt`, twice, 409, 'DUPLICATE_RECEIPT');
  const tooMuch = receipt('ICBC-0310-0011', 110_000_001);
  await story.refused('finance', 'contract', `${path}/record-receipt`, tooMuch, 422, 'ALLOCATION_EXCEEDS_MILESTONE');

  story.step('The second part comes: the gate opens');
  await story.accepted('finance', 'contract', `${path}/record-receipt`, receipt('ICBC-0310-0011', 110_000_000));
  story.check('production may be released', gateOf(await card()), 'OPEN');

  story.step('何静 issues the invoice for it');
  const invoiceNo = `F-${String((await card()).contractNo)}`; // a number of its own in the company, whenever the story runs
  const invoice = { invoiceNo, kind: 'VAT_SPECIAL', amountFen: 210_000_000, taxFen: 24_159_292 };
  await story.accepted('finance', 'contract', `${path}/record-invoice`, { ...invoice, milestoneIds: ['M1'] });

  story.step('The bank takes the second transfer back: the gate closes again');
  const { receipts } = (await card()) as { receipts: { receiptId: string }[] };
  const reversal = { receiptId: receipts[1]?.receiptId, reason: '银行退票' };
  await story.accepted('finance', 'contract', `${path}/reverse-receipt`, reversal);
  story.check('production waits again', gateOf(await card()), 'CLOSED');

  story.step('It comes once more, and all is repaired');
  const repaired = await story.accepted(
    'finance',
    'contract',
    `${path}/record-receipt`,
    receipt('ICBC-0312-0002', 110_000_000),
  );
  const shown = await story.get('sales', 'contract', `${path}/card?minPosition=${String(repaired.position)}`);
  story.check(
    'received, still to come, and invoiced, to the fen',
    [shown.receivedFen, shown.outstandingFen, shown.invoicedFen],
    [210_000_000, 490_000_000, 210_000_000],
  );
  story.check('30 % of the money is in the bank', (shown.tracks as { moneyBps: number }).moneyBps, 3_000);
  story.check('production may be released again', gateOf(shown), 'OPEN');
  return repaired.position;
}

const gateOf = (contract: Readonly<Record<string, unknown>>) =>
  (contract.gates as { RELEASE_PRODUCTION: { state: string } }).RELEASE_PRODUCTION.state;
