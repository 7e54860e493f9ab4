import { fixtureP1, P1_SIGNED_ON, P1_TAX_FEN, P1_TOTAL_FEN } from './fixture-p1.js';
import { walkLead } from './p1-lead.js';
import { walkAdvance, walkForm } from './p1-money.js';
import { waitForProduction } from './p1-handled.js';
import { walkShipping } from './p1-shipping.js';
import { TenderStory } from './p1-tender.js';
import { OrderStory } from './p1-workshop.js';
import type { StoryRun, TimelineEntry } from './story-run.js';
import type { OrderRow, WalkContext } from './walk-context.js';

/** Fixture P1 from the first word of a project to goods at the site and money in the bank. */
export async function walkP1(story: StoryRun, context: WalkContext): Promise<TimelineEntry[]> {
  const lead = await walkLead(story, context);
  const tender = new TenderStory(story, lead, context);
  await tender.announced();
  await tender.written();
  await tender.submitted();
  await tender.opened();
  const contractId = await tender.awarded();
  await negotiateAndApprove(story, context, contractId);
  const orders = await signAndFanOut(story, context, contractId);
  await tender.contracted(contractId);
  await handOver(story, orders);
  const contract = `/api/v1/contracts/${contractId}`;
  const fanCoils = orders.find((order) => order.lineId === 'L3');
  if (!fanCoils) throw new Error('there is no order of the fan coils');
  const order = new OrderStory(story, fanCoils, context);
  await order.refuseRelease('the execution form is missing', 422, 'EXECUTION_FORM_NOT_ACCEPTED');
  await waitForProduction(story, await walkForm(story, contract, context.date));
  await order.refuseRelease('the advance is missing', 422, 'PAYMENT_GATE_CLOSED');
  await waitForProduction(story, await walkAdvance(story, contract, context.date));
  await order.engineering();
  await order.workshop();
  await order.suspension(contract);
  await walkShipping(story, order, contract, context);
  return timeline(story, contractId, orders, tender);
}

/** What the tender left open: how it is paid, and who follows the orders. */
async function negotiateAndApprove(story: StoryRun, { date }: WalkContext, contractId: string): Promise<void> {
  const path = `/api/v1/contracts/${contractId}`;
  const { document } = await story.get('sales', 'contract', path);
  const { source, customer, projectName, salespersonId } = document as Readonly<Record<string, unknown>>;
  const p1 = { ...fixtureP1(date), source, customer, projectName, salespersonId };
  const [first, second, ...rest] = p1.paymentMilestones;
  const revise = (paymentMilestones: readonly (object | undefined)[]) => ({ ...p1, paymentMilestones });
  const refusedAs = (code: string, milestones: readonly (object | undefined)[]) =>
    story.refused('sales', 'contract', `${path}/revise-contract`, revise(milestones), 422, code);

  story.step('李娜 negotiates the payment, one fen short in the schedule');
  await refusedAs('PAYMENT_SCHEDULE_MISMATCH', [{ ...first, amountFen: 209_999_999 }, second, ...rest]);

  story.step('She asks for an earnest deposit (定金) of 25 %');
  const deposit = { ...first, kind: 'DEPOSIT', amountFen: 175_000_000 };
  await refusedAs('DEPOSIT_OVER_20_PERCENT', [deposit, { ...second, amountFen: 245_000_000 }, ...rest]);

  story.step('She writes it as agreed');
  await story.accepted('sales', 'contract', `${path}/revise-contract`, p1);

  story.step('She submits it without a merchandiser');
  const incomplete = await story.refused(
    'sales',
    'contract',
    `${path}/submit-for-approval`,
    {},
    422,
    'CONTRACT_INCOMPLETE',
  );
  story.check('what is missing is named', incomplete.body.details, { missing: ['merchandiserId'] });

  story.step('She revises it: the merchandiser (跟单员) will be 周敏');
  await story.accepted('sales', 'contract', `${path}/revise-contract`, { ...p1, merchandiserId: 'E3007' });

  story.step('She submits it for approval');
  await story.accepted('sales', 'contract', `${path}/submit-for-approval`);

  story.step('She, a leader herself, approves her own contract');
  await story.refused('sales', 'contract', `${path}/approve-contract`, {}, 422, 'SELF_APPROVAL');

  story.step('王建国 approves it');
  await story.accepted('leader', 'contract', `${path}/approve-contract`);
}

async function signAndFanOut(
  story: StoryRun,
  { contractNo, date }: WalkContext,
  contractId: string,
): Promise<OrderRow[]> {
  const path = `/api/v1/contracts/${contractId}`;
  story.step('The names of the signatories go into the vault');
  const ours = await story.accepted('commerce', 'contract', '/api/v1/persons', { name: '王建国' });
  const theirs = await story.accepted('commerce', 'contract', '/api/v1/persons', { name: '何院长' });
  story.check('only a masked form comes back', [ours.masked, theirs.masked], [{ name: '王*国' }, { name: '何*长' }]);

  story.step(`孙丽 signs ${contractNo} on ${date(P1_SIGNED_ON)}`);
  const signature = {
    contractNo,
    signedOn: date(P1_SIGNED_ON),
    signatories: [
      { side: 'OURS', personRef: ours.personRef },
      { side: 'THEIRS', personRef: theirs.personRef },
    ],
    scanRef: `scans/${contractNo}.pdf`,
  };
  const signed = await story.accepted('commerce', 'contract', `${path}/sign-contract`, signature);
  const card = await story.get('sales', 'contract', `${path}/card?minPosition=${String(signed.position)}`);
  story.check('the total is 700,000,000 fen', card.totalFen, P1_TOTAL_FEN);
  story.check('the tax in it is 77,795,242 fen', card.taxFen, P1_TAX_FEN);
  story.check('the advance is due seven days later', dueOf(card), { status: 'DUE', dueOn: date('2025-03-17') });

  story.step('Nobody changes a signed contract');
  await story.refused(
    'sales',
    'contract',
    `${path}/revise-contract`,
    fixtureP1(date),
    422,
    'SIGNED_CONTRACT_IMMUTABLE',
  );

  story.step('Production hears of it');
  const settled = await waitForProduction(story, signed.position);
  const list = await story.get(
    'merchandiser',
    'production',
    `/api/v1/production-orders?contractId=${contractId}&minPosition=${settled}`,
  );
  const orders = list.items as OrderRow[];
  story.check(
    'one order per MAKE line, none for the service',
    orders.map((order) => order.lineId),
    ['L1', 'L2', 'L3'],
  );
  for (const order of orders) await checkPackageAndTracking(story, order);
  story.check('three packages', new Set(orders.map((order) => order.packageId)).size, 3);
  story.check('three trackings', new Set(orders.map((order) => order.trackingId)).size, 3);
  return orders;
}

async function checkPackageAndTracking(story: StoryRun, { lineId, packageId, trackingId }: OrderRow): Promise<void> {
  const pack = await story.get('merchandiser', 'production', `/api/v1/engineering-packages/${packageId}`);
  const artefacts = (pack.artefacts as { status: string }[]).map((artefact) => artefact.status);
  story.check(`${lineId}: engineering owes seven artefacts`, artefacts, Array<string>(7).fill('MISSING'));
  const tracking = await story.get('merchandiser', 'production', `/api/v1/order-trackings/${trackingId}`);
  const { state, merchandiserId } = tracking;
  story.check(`${lineId}: 周敏 tracks it`, { state, merchandiserId }, { state: 'OPEN', merchandiserId: 'E3007' });
}

async function handOver(story: StoryRun, orders: readonly OrderRow[]): Promise<void> {
  const path = (order: OrderRow) => `/api/v1/production-orders/${order.productionOrderId}/hand-over-to-engineering`;
  const first = orders[0];
  if (!first) return;
  story.step('Another merchandiser tries to hand over the chillers');
  const copy = { backupCopyRef: 'cabinet-3/L1' };
  await story.refused('otherMerchandiser', 'production', path(first), copy, 403, 'ROLE_NOT_ALLOWED');

  story.step('周敏 forgets her copy');
  await story.refused('merchandiser', 'production', path(first), {}, 422, 'ORDER_BACKUP_REQUIRED');

  for (const order of orders) {
    story.step(`周敏 hands ${order.lineId} over to engineering and keeps a copy`);
    const handed = await story.accepted('merchandiser', 'production', path(order), {
      backupCopyRef: `cabinet-3/${order.lineId}`,
    });
    const board = await story.get(
      'merchandiser',
      'production',
      `/api/v1/merchandiser-board?merchandiserId=E3007&limit=200&minPosition=${String(handed.position)}`,
    );
    const row = (board.items as OrderRow[]).find((item) => item.productionOrderId === order.productionOrderId);
    story.check('her board (跟单看板) shows it', row?.state, 'WITH_ENGINEERING');
  }
}

async function timeline(
  story: StoryRun,
  contractId: string,
  orders: readonly OrderRow[],
  { leadId, tenderId, bondId }: TenderStory,
): Promise<TimelineEntry[]> {
  const parts = [
    story.history('lead', 'leads', leadId),
    story.history('tender', 'tenders', tenderId),
    story.history('tender', 'bonds', bondId),
    story.history('contract', 'contracts', contractId),
  ];
  for (const order of orders) {
    parts.push(story.history('production', 'production-orders', order.productionOrderId));
    parts.push(story.history('production', 'engineering-packages', order.packageId));
    parts.push(story.history('production', 'order-trackings', order.trackingId));
  }
  return (await Promise.all(parts)).flat().sort((a, b) => (a.at < b.at ? -1 : 1));
}

function dueOf(card: Readonly<Record<string, unknown>>) {
  const milestone = (card.milestones as { id: string; status: string; dueOn?: string }[]).find((m) => m.id === 'M1');
  return { status: milestone?.status, dueOn: milestone?.dueOn };
}
