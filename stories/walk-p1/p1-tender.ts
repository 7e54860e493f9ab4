import { addDays, statutoryDay } from '@engsales/values';
import { fixtureP1, P1_SIGNED_ON, P1_TOTAL_FEN } from './fixture-p1.js';
import { waitUntilHandled } from './p1-handled.js';
import type { ConvertedLead } from './p1-lead.js';
import type { StoryRun } from './story-run.js';
import type { WalkContext } from './walk-context.js';

const VOLUMES = ['QUALIFICATION', 'COMMERCIAL', 'TECHNICAL', 'PRICE'];
const BOND_FEN = 15_000_000;
const VALIDITY_DAYS = 90;

/** The tender of fixture P1 on its way from the announcement to the award, as people of sales and commerce. */
export class TenderStory {
  readonly leadId: string;
  readonly tenderId: string;
  bondId = '';
  private readonly tender: string;
  private readonly today: string;
  /** Until when bids are taken. Where the clock is not the walk's own they are opened on the day on which they go out. */
  private readonly deadline: string;

  constructor(
    private readonly story: StoryRun,
    { leadId, tenderId }: ConvertedLead,
    private readonly context: WalkContext,
  ) {
    this.leadId = leadId;
    this.tenderId = tenderId;
    this.tender = `/api/v1/tenders/${tenderId}`;
    this.today = context.date(P1_SIGNED_ON);
    this.deadline = context.setsClock ? '2025-01-27T01:30:00Z' : `${this.today}T15:59:59Z`;
  }

  /** From the registered tender to a bid that commerce prepares, under a condition. */
  async announced(): Promise<void> {
    const { story } = this;
    const { state, round, projectId } = await story.get('sales', 'tender', this.tender);
    const first = { state: 'REGISTERED', round: 1, projectId: this.leadId };
    story.check('its tender is registered, and the project is the lead', { state, round, projectId }, first);

    story.step('The hospital announces the tender (招标公告); 孙丽 enters its dates');
    const published = await this.do('commerce', 'publish-tender', {
      tenderNo: this.context.contractNo.replace('HT', 'LJ'),
      method: 'OPEN',
      publishedOn: this.context.date('2025-01-06'),
      submissionDeadline: this.deadline,
      openingAt: this.deadline,
      bidValidityDays: VALIDITY_DAYS,
      envelopeStructure: 'SINGLE',
      bondRequiredFen: BOND_FEN,
      performanceBondBps: 500,
    });
    story.check('with no warning: 21 days, and a bond of 2 %', published.warnings ?? [], []);

    story.step('李娜 begins to write, before commerce is engaged and before anybody decided to bid');
    const volume = { volume: 'TECHNICAL', contentRef: 'DOC-TECHNICAL' };
    await this.refused('sales', 'prepare-bid-volume', volume, 'COMMERCE_NOT_ENGAGED', 422);
    await this.do('commerce', 'engage-commerce', { commerceOwnerId: 'E2003' });
    await this.refused('sales', 'prepare-bid-volume', volume, 'GO_NOT_DECIDED', 422);

    story.step('张伟 decides to bid (GO), on condition that the maker of the compressors gives its authorisation');
    const conditions = [{ id: 'C1', text: '压缩机厂家授权书' }];
    const go = { go: true, reason: '关系到位，参数有利', winProbabilityBps: 6_000, conditions };
    await this.do('manager', 'decide-go-no-go', go);
    story.check('the bid is in preparation', (await this.shown()).state, 'PREPARING');
  }

  /** Written, priced, reviewed, approved by somebody else, sealed. */
  async written(): Promise<void> {
    const { story } = this;
    story.step('李娜 writes the four volumes and ticks the list (投标文件清单)');
    for (const volume of VOLUMES) await this.do('sales', 'prepare-bid-volume', { volume, contentRef: `DOC-${volume}` });
    const { items } = await story.get('sales', 'tender', `${this.tender}/bid-checklist`);
    for (const { id } of (items as { id: string; required: boolean }[]).filter((item) => item.required))
      await this.do('sales', 'tick-bid-item', { id, docRef: `DOC-${id}` });

    story.step('She prices it: 700,000,000 fen, at a cost of 616,000,000');
    const { lines, warrantyTerms } = fixtureP1(this.context.date);
    await this.do('sales', 'price-bid', { lines, costFen: 616_000_000, warrantyTerms });
    const { price } = (await this.shown()).bid as { price: { priceFen: number; marginBps: number } };
    story.check('that leaves 12 %', [price.priceFen, price.marginBps], [P1_TOTAL_FEN, 1_200]);

    story.step('孙丽 reviews it, and 李娜, a leader herself, approves her own bid');
    await this.do('sales', 'submit-bid-for-review');
    await this.do('commerce', 'review-bid', { passed: true, opinion: '文件齐全，格式符合' });
    await this.refused('sales', 'approve-bid', {}, 'SELF_APPROVAL', 422);

    story.step('张伟 approves it; 孙丽 seals one original and four copies');
    await this.do('manager', 'approve-bid');
    await this.do('commerce', 'seal-bid', { originals: 1, copies: 4 });
  }

  /** Through the gates one by one, until the bid is handed in. */
  async submitted(): Promise<void> {
    const { story } = this;
    story.step('It does not go out while the condition is open');
    await this.refused('sales', 'submit-bid', {}, 'GO_CONDITIONS_OPEN', 422);
    await this.do('sales', 'meet-go-condition', { id: 'C1', evidenceRef: 'DOC-9' });

    story.step('Nor before it is decided who makes the goods');
    await this.refused('sales', 'submit-bid', {}, 'OPERATION_MODE_UNDECIDED', 422);
    const mode = { refType: 'TENDER', refId: this.tenderId, mode: 'OWN_PRODUCTION', reason: '自有产能可满足工期' };
    await story.accepted('manager', 'tender', '/api/v1/operation-decisions', mode);

    story.step('Nor without the bid bond (投标保证金): 李娜 asks for a guarantee, 何静 approves and lodges it');
    await this.refused('sales', 'submit-bid', {}, 'BID_BOND_NOT_LODGED', 422);
    const asked = await story.accepted('sales', 'tender', '/api/v1/bonds', {
      type: 'BID_BOND',
      refId: this.tenderId,
      amountFen: BOND_FEN,
      instrument: 'BANK_GUARANTEE',
      issuer: '工商银行临江支行',
      beneficiaryName: '临江市第二人民医院',
      validUntil: addDays(this.day('2025-01-27'), VALIDITY_DAYS),
    });
    this.bondId = String(asked.id);
    await story.accepted('finance', 'tender', `${this.bond}/approve-bond`);
    const lodging = { lodgedOn: this.day('2025-01-06'), receiptRef: 'BH-1', guaranteeNo: 'BH-2025-0117' };
    await story.accepted('finance', 'tender', `${this.bond}/lodge-bond`, lodging);

    story.step('Now the bid is handed in');
    await this.do('sales', 'submit-bid', { receiptRef: 'HZ-1' });
    story.check('it is with the hospital', (await this.shown()).state, 'SUBMITTED');
  }

  async opened(): Promise<void> {
    const { story } = this;
    await this.goTo('2025-01-27T02:00:00Z');
    story.step('The bids are opened (开标): three of them, ours the second');
    const bid = (bidderName: string, priceFen: number, rank: number) => ({
      bidderName,
      priceFen,
      rank,
      ours: rank === 2,
    });
    const bids = [bid('华东机电', 682_000_000, 1), bid('本公司', P1_TOTAL_FEN, 2), bid('北方制冷', 721_000_000, 3)];
    await this.do('commerce', 'record-opening', { openedAt: this.deadline, docRef: 'KB-1', bids });
  }

  /** Won; answers the contract that the award drafts. */
  async awarded(): Promise<string> {
    const { story } = this;
    await this.goTo('2025-02-20T02:00:00Z');
    const noticeOn = this.day('2025-02-20');
    story.step(`The notice of award (中标通知书) of ${noticeOn} names us`);
    const notice = { noticeNo: 'ZB-2025-018', noticeOn, noticeFen: P1_TOTAL_FEN };
    const won = await this.do('commerce', 'record-award', notice);
    const { state, award } = await this.shown();
    const { contractSigningDueOn } = award as { contractSigningDueOn: string };
    const signingDueOn = statutoryDay(addDays(noticeOn, 30));
    story.check('thirty days to sign it', [state, contractSigningDueOn], ['AWARDED', signingDueOn]);

    story.step('The contract is drafted by it, with what was awarded');
    const drawnUp = await waitUntilHandled(story, won.position, 'contract');
    const list = `/api/v1/contracts?projectId=${this.leadId}&minPosition=${drawnUp}`;
    const found = await story.get('sales', 'contract', list);
    const contractId = String((found.items as { contractId: string }[])[0]?.contractId);
    const contract = await story.get('sales', 'contract', `/api/v1/contracts/${contractId}`);
    const { lines, totalFen } = contract.document as { lines: { lineId: string }[]; totalFen: number };
    story.check(
      'four lines',
      lines.map(({ lineId }) => lineId),
      ['L1', 'L2', 'L3', 'L4'],
    );
    const asAwarded = { state: 'DRAFT', totalFen: P1_TOTAL_FEN, projectId: this.leadId };
    story.check('of the same project', { state: contract.state, totalFen, projectId: contract.projectId }, asAwarded);
    await this.goTo(`${P1_SIGNED_ON}T01:00:00Z`);
    return contractId;
  }

  /** What the signature did here. */
  async contracted(contractId: string): Promise<void> {
    const { story } = this;
    story.step('The tender hears of it too, and its bid bond is to come back');
    const { state, contract } = await this.shown();
    const signed = (contract as { contractId: string }).contractId;
    story.check('the tender has its contract', [state, signed], ['CONTRACTED', contractId]);
    const bond = await story.get('finance', 'tender', this.bond);
    const { basis, on } = bond.releaseDue as { basis: string; on: string };
    const dueOn = statutoryDay(addDays(this.today, 5));
    const due = ['RELEASE_DUE', 'CONTRACT_SIGNED', dueOn];
    story.check(`the bid bond is due back on ${dueOn}`, [bond.state, basis, on], due);
    const lead = await story.get('sales', 'lead', `/api/v1/leads/${this.leadId}`);
    story.check('and the lead is won', [lead.state, lead.outcome], ['CLOSED', 'WON']);
  }

  private get bond(): string {
    return `/api/v1/bonds/${this.bondId}`;
  }

  private day(fixtureDate: string): string {
    return this.context.setsClock ? fixtureDate : this.today;
  }

  private async goTo(now: string): Promise<void> {
    if (!this.context.setsClock) return;
    this.story.say(`\n    ${now.slice(0, 10)}`);
    await this.story.post('admin', 'tender', '/admin/clock', { now });
  }

  private shown() {
    return this.story.get('sales', 'tender', this.tender);
  }

  private do(who: Parameters<StoryRun['accepted']>[0], command: string, body: object = {}) {
    return this.story.accepted(who, 'tender', `${this.tender}/${command}`, body);
  }

  private refused(
    who: Parameters<StoryRun['accepted']>[0],
    command: string,
    body: object,
    code: string,
    status: number,
  ) {
    return this.story.refused(who, 'tender', `${this.tender}/${command}`, body, status, code);
  }
}
