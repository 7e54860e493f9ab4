import type { CastMember } from './fixture-p1.js';
import { waitForProduction } from './p1-handled.js';
import type { StoryRun } from './story-run.js';
import type { OrderRow, WalkContext } from './walk-context.js';

const ARTEFACTS = [
  'DRAWING',
  'MATERIAL_BUDGET',
  'PROCESS_FLOW',
  'WORK_INSTRUCTION',
  'PRODUCT_MANUAL',
  'INSPECTION_STANDARD',
];

/** One order on its way through engineering and workshop, as people of the factory. */
export class OrderStory {
  readonly order: string;
  private readonly pack: string;
  private readonly tracking: string;

  constructor(
    private readonly story: StoryRun,
    { productionOrderId, packageId, trackingId }: OrderRow,
    private readonly context: WalkContext,
  ) {
    this.order = `/api/v1/production-orders/${productionOrderId}`;
    this.pack = `/api/v1/engineering-packages/${packageId}`;
    this.tracking = `/api/v1/order-trackings/${trackingId}`;
  }

  do(who: CastMember, command: string, body: object = {}) {
    return this.story.accepted(who, 'production', `${this.order}/${command}`, body);
  }

  refused(who: CastMember, command: string, body: object, status: number, code: string) {
    return this.story.refused(who, 'production', `${this.order}/${command}`, body, status, code);
  }

  async state(): Promise<Readonly<Record<string, unknown>>> {
    return this.story.get('merchandiser', 'production', this.order);
  }

  refuseRelease(why: string, status: number, code: string) {
    this.story.step(`PMC tries to release the fan coils: ${why}`);
    return this.refused('pmc', 'release-order', { instructionNo: 'SC-2025-031' }, status, code);
  }

  /** Seven artefacts, one forgotten; then the BOM goes to PMC. */
  async engineering(): Promise<void> {
    const { story } = this;
    const artefact = (command: string, body: object) =>
      story.accepted('engineer', 'production', `${this.pack}/${command}`, body);
    story.step('陈工 writes the documents of the fan coils');
    const copper = {
      itemCode: 'CU-22',
      name: '铜管',
      qty: '2.5',
      uom: 'm',
      scrapBps: 300,
      unitCost: '42',
      supply: 'BUY',
    };
    await artefact('submit-bom', { rev: 'A', lines: [copper], docRef: 'BOM-FCU-08' });
    for (const type of ARTEFACTS) await artefact('submit-artefact', { type, docRef: `${type}-FCU-08`, rev: 'B' });
    for (const type of ['BOM', ...ARTEFACTS])
      if (type !== 'PRODUCT_MANUAL') await artefact('confirm-artefact', { type });

    story.step('He releases the package without the product manual');
    const path = `${this.pack}/release-package`;
    const incomplete = await story.refused('engineer', 'production', path, {}, 422, 'ENGINEERING_PACKAGE_INCOMPLETE');
    story.check('the missing one is named', incomplete.body.details, { missing: ['PRODUCT_MANUAL'] });
    await artefact('confirm-artefact', { type: 'PRODUCT_MANUAL' });
    const released = await artefact('release-package', {});
    await waitForProduction(story, released.position);
    story.check('the order is engineered', (await this.state()).state, 'ENGINEERED');

    story.step('PMC takes the BOM, 赵强 plans two steps, PMC releases the order');
    await this.do('pmc', 'accept-bom');
    const { date } = this.context;
    const step = { ownerId: 'E6001', drawingRev: 'B' };
    const first = { ...step, seq: 1, name: '钣金', plannedStart: date('2025-04-10'), plannedEnd: date('2025-06-10') };
    const second = { ...step, seq: 2, name: '总装', plannedStart: date('2025-06-11'), plannedEnd: date('2025-08-10') };
    const nobodys = { ...first, ownerId: undefined };
    await this.refused('director', 'plan-order', { steps: [nobodys, second] }, 422, 'WORK_STEP_OWNER_REQUIRED');
    const old = { ...first, drawingRev: 'A' };
    await this.refused('director', 'plan-order', { steps: [old, second] }, 422, 'DRAWING_REVISION_STALE');
    await this.do('director', 'plan-order', { steps: [first, second] });
    await this.do('pmc', 'release-order', { instructionNo: 'SC-2025-031' });
  }

  /** Steps, a stop by engineering and its lift, a power outage that sales hears of. */
  async workshop(): Promise<void> {
    const { story } = this;
    const today = this.context.date('2025-03-10');
    story.step('马军 starts the first step; 陈工 finds the drawing violated and stops the work');
    await this.do('stepOwner', 'start-step', { stepId: 'S1' });
    const stop = { scope: 'ORDER', violatedArtefact: { type: 'DRAWING', rev: 'B' } };
    await this.do('engineer', 'order-stop-work', stop);
    const { stops } = (await this.state()) as { stops: { stopId: string }[] };
    const lift = { stopId: stops[0]?.stopId, correction: '已按图纸改正' };
    await this.refused('merchandiser', 'lift-stop-work', lift, 403, 'ROLE_NOT_ALLOWED');
    const all = (stepId: string) => ({ stepId, goodQty: '620', doneOn: today });
    await this.refused('stepOwner', 'report-progress', all('S1'), 422, 'ORDER_ON_HOLD');

    story.step('He lifts his stop, and the step is done');
    await this.do('engineer', 'lift-stop-work', lift);
    await this.do('stepOwner', 'report-progress', all('S1'));
    await this.do('stepOwner', 'complete-step', { stepId: 'S1' });

    story.step('The power fails for six hours; 周敏 tells sales, 李娜 tells the customer');
    const outage = { type: 'POWER_OUTAGE', stepId: 'S2', estimatedDelayDays: 0, stopsWork: false };
    await this.entry('stepOwner', 'raise-exception', outage);
    const { exceptions } = (await story.get('merchandiser', 'production', this.tracking)) as {
      exceptions: { exceptionId: string }[];
    };
    const { exceptionId } = exceptions[0] ?? {};
    await this.entry('merchandiser', 'feed-back-to-sales', { exceptionId, message: '停电 6 小时，不影响交期' });
    await this.entry('sales', 'inform-customer', { exceptionId, channel: 'PHONE', on: today });
    await this.entry('director', 'resolve-exception', { exceptionId, actualDelayDays: 0 });
    await this.shortage();
  }

  /** Sales sees the slip; the promise stays. */
  private async shortage(): Promise<void> {
    const { story, context } = this;
    story.step('Copper pipe is late by four days: the forecast slips, the promise stays');
    const shortage = { type: 'MATERIAL_SHORTAGE', stepId: 'S2', estimatedDelayDays: 4, stopsWork: true };
    const raised = await this.entry('pmc', 'raise-exception', shortage);
    await waitForProduction(story, raised.position);
    const schedule = await story.get('sales', 'production', `${this.order}/schedule`);
    story.check(
      'forecast and promise',
      [schedule.forecastDate, schedule.committedDate],
      [context.date('2025-08-14'), context.date('2025-09-01')],
    );
    await this.refused('stepOwner', 'start-step', { stepId: 'S2' }, 422, 'ORDER_ON_HOLD');

    story.step('It comes after three');
    const { exceptions } = (await story.get('merchandiser', 'production', this.tracking)) as {
      exceptions: { exceptionId: string }[];
    };
    const { exceptionId } = exceptions.at(-1) ?? {};
    const resolved = await this.entry('director', 'resolve-exception', { exceptionId, actualDelayDays: 3 });
    await waitForProduction(story, resolved.position);
    const after = await story.get('sales', 'production', `${this.order}/schedule`);
    story.check('three days are left of it', after.forecastDate, context.date('2025-08-13'));
  }

  /** The owner halts the site: everything waits, then one date moves. */
  async suspension(contract: string): Promise<void> {
    const { story } = this;
    const { date } = this.context;
    const on = date('2025-03-10');
    story.step('The owner halts the site; 孙丽 suspends the contract, and the workshop stands still');
    const suspended = await story.accepted('commerce', 'contract', `${contract}/suspend-contract`, {
      reason: '业主停工',
      since: on,
    });
    await waitForProduction(story, suspended.position);
    const held = await this.refused('stepOwner', 'start-step', { stepId: 'S2' }, 422, 'ORDER_ON_HOLD');
    const { holds } = held.body.details as { holds: { code: string }[] };
    story.check(
      'by the contract',
      holds.map((hold) => hold.code),
      ['CONTRACT_SUSPENDED'],
    );

    story.step('It goes on, ten days later promised');
    const dateShifts = [{ lineId: 'L3', to: date('2025-09-11'), reason: '停工 10 天' }];
    const resumed = await story.accepted('commerce', 'contract', `${contract}/resume-contract`, {
      resumedOn: on,
      dateShifts,
    });
    await waitForProduction(story, resumed.position);
    story.check('the order has the new date', (await this.state()).committedDate, date('2025-09-11'));

    story.step('The second step makes all 620');
    await this.do('stepOwner', 'start-step', { stepId: 'S2' });
    await this.do('stepOwner', 'report-progress', { stepId: 'S2', goodQty: '620', doneOn: on });
    story.check('everything is made', (await this.state()).state, 'PRODUCED');
  }

  private entry(who: CastMember, command: string, body: object) {
    return this.story.accepted(who, 'production', `${this.tracking}/${command}`, body);
  }
}
