import { leadConverted } from '@engsales/events';
import request from 'supertest';
import tenderPage from '../../../docs/openapi/tender.json';
import converted from '../../../libs/events/src/samples/lead.LeadConverted.v1.json';
import { HttpWorld } from '../../../tools/testing/http-world.js';
import { keptPerson } from '../../../tools/testing/kept-person.js';
import type { Person } from '../../../tools/testing/service-under-test.js';
import { tenderIdOfLead } from '../src/domain/ids.js';
import { TenderModule } from '../src/tender.module.js';

export const liNa: Person = { id: 'li-na', roles: ['SALES'] };
export const manager: Person = { id: 'wang-fang', roles: ['SALES_MANAGER'] };
export const leader: Person = { id: 'chen-gang', roles: ['COMPANY_LEADER'] };
export const commerce: Person = { id: 'sun-li', roles: ['COMMERCE'] };
export const reviewer: Person = { id: 'qian-yu', roles: ['COMMERCE'] };
export const cashier: Person = { id: 'he-jing', roles: ['FINANCE'] };

export const TENDERS = '/api/v1/tenders';
export const DEADLINE = '2025-01-27T01:30:00Z';

export const LINES = [
  ['L1', 'CH-2000', '离心式冷水机组', '2', '1860000.00'],
  ['L2', 'AHU-30', '组合式空调机组', '24', '68500.00'],
  ['L3', 'FCU-08', '风机盘管', '620', '1280.00'],
  ['L4', 'INSTALL', '安装调试', '1', '842400.00'],
].map(([lineId, itemCode, name, qty, unitPrice]) => ({
  lineId,
  itemCode,
  name,
  qty,
  uom: '台',
  unitPrice,
  taxRateBps: 1_300,
  fulfilment: lineId === 'L4' ? 'SERVICE' : 'MAKE',
  committedDate: '2025-09-01',
}));

export const ANNOUNCED = {
  tenderNo: 'LJ-2025-018',
  method: 'OPEN',
  publishedOn: '2025-01-06',
  clarificationDeadline: '2025-01-15T09:00:00Z',
  submissionDeadline: DEADLINE,
  openingAt: DEADLINE,
  bidValidityDays: 90,
  envelopeStructure: 'SINGLE',
  bondRequiredFen: 15_000_000,
  performanceBondBps: 500,
};

export const OPENING = {
  openedAt: DEADLINE,
  docRef: 'KB-1',
  bids: [
    { bidderName: '华东机电', bidderPartyId: 'party-7', priceFen: 682_000_000, rank: 1, ours: false },
    { bidderName: '本公司', priceFen: 700_000_000, rank: 2, ours: true },
    { bidderName: '北方制冷', priceFen: 721_000_000, rank: 3, ours: false },
  ],
};

export const AWARD = { noticeNo: 'ZB-2025-018', noticeOn: '2025-02-20', noticeFen: 700_000_000 };

const CHECKED = ['BID_LETTER', 'AUTHORISATION', 'BUSINESS_LICENCE', 'BOND_VOUCHER', 'OPENING_SHEET', 'ITEMISED_PRICES'];
const VOLUMES = ['QUALIFICATION', 'COMMERCIAL', 'TECHNICAL', 'PRICE'];

/** A tender of a world, and the lead behind it. */
export interface Begun {
  readonly leadId: string;
  readonly tenderId: string;
  /** Its path. */
  readonly at: string;
}

/** The tender service over HTTP, its neighbours over a bus in memory; P1's hospital unless something else is said. */
export class Bidding extends HttpWorld {
  private leads = 0;

  constructor() {
    super(TenderModule, tenderPage, liNa);
  }

  override begin(now = '2025-01-06T01:00:00Z', env: Readonly<Record<string, string>> = {}): Promise<void> {
    return super.begin(now, env);
  }

  /** A lead that was converted, told `times` times; the tender that follows. */
  async registered(changes: object = {}, times = 1): Promise<Begun> {
    this.leads += 1;
    const leadId = `1b7c1e50-22f3-4b8e-8d43-${String(this.leads).padStart(12, '0')}`;
    const data = { ...converted, leadId, route: 'TENDER', estimatedAmountFen: 750_000_000, salespersonId: 'li-na' };
    await this.put(leadConverted, leadId, leadId, { ...data, ...changes }, times);
    const tenderId = tenderIdOfLead(leadId, 1);
    return { leadId, tenderId, at: `${TENDERS}/${tenderId}` };
  }

  async published(changes: object = {}): Promise<Begun> {
    const begun = await this.registered();
    const tenderNo = `LJ-2025-${String(this.leads + 100)}`;
    await this.done(liNa, `${begun.at}/publish-tender`, { ...ANNOUNCED, tenderNo, ...changes });
    return begun;
  }

  /** Commerce is engaged and we bid, under conditions if any. */
  async preparing(changes: object = {}, conditions: readonly object[] = []): Promise<Begun> {
    const begun = await this.published(changes);
    await this.done(commerce, `${begun.at}/engage-commerce`, { commerceOwnerId: 'sun-li' });
    const go = { go: true, reason: '关系到位', winProbabilityBps: 6_000, conditions };
    await this.done(manager, `${begun.at}/decide-go-no-go`, go);
    return begun;
  }

  /** Volumes, list and price, by li-na. */
  async written(at: string, price: object = { lines: LINES, costFen: 616_000_000 }): Promise<void> {
    for (const volume of VOLUMES)
      await this.done(liNa, `${at}/prepare-bid-volume`, { volume, contentRef: `DOC-${volume}` });
    const { items } = await this.get(`${at}/bid-checklist`);
    const known = (items as { id: string }[]).map(({ id }) => id);
    for (const id of CHECKED.filter((one) => known.includes(one)))
      await this.done(liNa, `${at}/tick-bid-item`, { id, docRef: 'DOC-1' });
    await this.done(liNa, `${at}/price-bid`, price);
  }

  /** Reviewed by somebody else, approved by a manager, sealed. */
  async sealed(at: string, approver: Person = manager): Promise<void> {
    await this.done(liNa, `${at}/submit-bid-for-review`);
    await this.done(reviewer, `${at}/review-bid`, { passed: true, opinion: '齐全' });
    await this.done(approver, `${at}/approve-bid`);
    await this.done(commerce, `${at}/seal-bid`, { originals: 1, copies: 4 });
  }

  /** Somebody in the vault of the service. */
  person(keeper: Person): Promise<string> {
    return keptPerson(this.service, keeper);
  }

  /** What anybody reads who has the address. */
  anonymous(path: string) {
    return request(this.service.host.app.getHttpServer()).get(path);
  }

  async mode(tenderId: string, mode = 'OWN_PRODUCTION', more: object = {}): Promise<void> {
    const decided = { refType: 'TENDER', refId: tenderId, mode, reason: '自有产能', ...more };
    await this.done(manager, '/api/v1/operation-decisions', decided);
  }

  /** A guarantee that is asked for and approved. */
  async bond(tenderId: string, words: object = {}): Promise<string> {
    const bondId = await this.begun(liNa, '/api/v1/bonds', {
      type: 'BID_BOND',
      refId: tenderId,
      amountFen: 15_000_000,
      instrument: 'BANK_GUARANTEE',
      issuer: '工商银行临江支行',
      beneficiaryName: '临江市第二人民医院',
      validUntil: '2025-04-27',
      ...words,
    });
    await this.done(cashier, `/api/v1/bonds/${bondId}/approve-bond`);
    return bondId;
  }

  async lodged(tenderId: string, words: object = {}, lodging: object = {}): Promise<string> {
    const bondId = await this.bond(tenderId, words);
    const lodged = { lodgedOn: '2025-01-06', receiptRef: 'BH-1', guaranteeNo: 'BH-2025-1', ...lodging };
    await this.done(cashier, `/api/v1/bonds/${bondId}/lodge-bond`, lodged);
    return bondId;
  }

  /** A bid that is written, sealed and covered, ready to go out. */
  async ready(changes: object = {}): Promise<Begun> {
    const begun = await this.preparing(changes);
    await this.written(begun.at);
    await this.sealed(begun.at);
    await this.mode(begun.tenderId);
    return begun;
  }

  /** A bid that is handed in on the way of P1. */
  async submitted(changes: object = {}): Promise<Begun & { bondId: string }> {
    const begun = await this.ready(changes);
    const bondId = await this.lodged(begun.tenderId);
    await this.done(commerce, `${begun.at}/submit-bid`, { receiptRef: 'HZ-1' });
    return { ...begun, bondId };
  }

  /** Opened with three bids, ours the second; the clock stands behind the deadline. */
  async opened(begun: Begun): Promise<void> {
    await this.done(commerce, `${begun.at}/record-opening`, OPENING);
  }
}
