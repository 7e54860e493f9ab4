import { ContractDocumentRequest, draftDocumentOf } from './document.requests.js';
import { faultsOf, taken } from './requests.fixtures.js';

const LINE = {
  lineId: 'L1',
  itemCode: 'CH-2000',
  name: '离心式冷水机组',
  qty: '2',
  uom: '台',
  unitPrice: '1860000.00',
  taxRateBps: 1_300,
  fulfilment: 'MAKE',
  committedDate: '2025-09-01',
};
const MILESTONE = { id: 'M1', kind: 'ADVANCE', bps: 3_000, trigger: 'SIGNED', netDays: 7, gate: 'RELEASE_PRODUCTION' };
const BARE = { projectName: '新院区中央空调', operationMode: 'OWN_PRODUCTION' };
const SMALL = { ...BARE, lines: [LINE], paymentMilestones: [MILESTONE] };
const WHOLE = {
  ...BARE,
  source: { type: 'TENDER', id: 't-1' },
  customer: { partyId: 'p-1', name: '临江市第二人民医院' },
  salespersonId: 'li-na',
  merchandiserId: 'zhou-min',
  riskAssessmentId: 'ra-1',
  writtenConsentRef: 'wc-1',
  agreementId: 'ag-1',
  lines: [
    {
      ...LINE,
      spec: 'R134a',
      amountFen: 372_000_000,
      requestedDate: '2025-08-20',
      deliverTo: '临江市北路 1 号',
      packageKey: 'k-1',
      trackingKey: 't-1',
    },
  ],
  paymentMilestones: [
    {
      id: 'M1',
      kind: 'PROGRESS',
      amountFen: 372_000_000,
      trigger: 'DATE',
      date: '2025-06-01',
      scope: { mode: 'ALL', lineIds: ['L1'] },
      netDays: 0,
      netMonths: 2,
      gate: 'NONE',
    },
  ],
  warrantyTerms: { defectsLiabilityMonths: 24, text: '整机' },
  penaltyTerms: { lateDeliveryBpsPerDay: 5, capBps: 500 },
  rightsAndObligations: '供方供货安装',
  drawings: [{ drawingNo: 'D-1', rev: 'A', docRef: 'dwg-1' }],
  awardedFen: 372_000_000,
  awardExceptionRef: 'ex-1',
  signingDueOn: '2025-04-01',
};

const faults = (body: object) => faultsOf(ContractDocumentRequest, body);
const faultsOfLine = (changes: object) => faults({ ...SMALL, lines: [{ ...LINE, ...changes }] });
const faultsOfMilestone = (changes: object) => faults({ ...SMALL, paymentMilestones: [{ ...MILESTONE, ...changes }] });

describe('the document of a request', () => {
  it('becomes the draft with every field that it can say', async () =>
    expect(draftDocumentOf(await taken(ContractDocumentRequest, WHOLE))).toEqual(WHOLE));
  it('needs a project and a mode only: the rest may not be known yet (C-10)', async () =>
    expect(draftDocumentOf(await taken(ContractDocumentRequest, BARE))).toEqual({
      ...BARE,
      lines: [],
      paymentMilestones: [],
    }));
  it('is refused with everything that is missing at once', async () =>
    expect((await faults({ lines: [{}] })).sort()).toEqual([
      '/lines/0/committedDate',
      '/lines/0/fulfilment',
      '/lines/0/itemCode',
      '/lines/0/lineId',
      '/lines/0/name',
      '/lines/0/qty',
      '/lines/0/taxRateBps',
      '/lines/0/unitPrice',
      '/lines/0/uom',
      '/operationMode',
      '/projectName',
    ]));
  it('takes 501 lines: that there are too many is said by its own code (C-02)', async () => {
    const lines = Array.from({ length: 501 }, (_line, index) => ({ ...LINE, lineId: `L${index}` }));
    expect(await faults({ ...BARE, lines })).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['blanks for a project', { projectName: '  ' }, '/projectName'],
    ['a project of 201 characters', { projectName: '项'.repeat(201) }, '/projectName'],
    ['a mode that there is not', { operationMode: 'LEASE' }, '/operationMode'],
    ['a name for a salesperson (C-27)', { salespersonId: '李娜' }, '/salespersonId'],
    ['null for a salesperson', { salespersonId: null }, '/salespersonId'],
    ['a name for a merchandiser (C-27)', { merchandiserId: '周敏' }, '/merchandiserId'],
    ['a source of another kind', { source: { type: 'LEAD', id: 'x' } }, '/source/type'],
    ['a source without an id', { source: { type: 'TENDER' } }, '/source/id'],
    ['a customer without a name', { customer: { partyId: 'p-1' } }, '/customer/name'],
    ['a list for a customer', { customer: [] }, '/customer'],
    ['a customer with a telephone', { customer: { name: '医院', phone: '1' } }, '/customer/phone'],
    [
      '241 months of liability',
      { warrantyTerms: { defectsLiabilityMonths: 241 } },
      '/warrantyTerms/defectsLiabilityMonths',
    ],
    [
      'half a month of liability',
      { warrantyTerms: { defectsLiabilityMonths: 0.5 } },
      '/warrantyTerms/defectsLiabilityMonths',
    ],
    ['a penalty without a cap', { penaltyTerms: { lateDeliveryBpsPerDay: 5 } }, '/penaltyTerms/capBps'],
    ['a cap over 100 %', { penaltyTerms: { lateDeliveryBpsPerDay: 5, capBps: 10_001 } }, '/penaltyTerms/capBps'],
    ['a drawing without a revision', { drawings: [{ drawingNo: 'D-1' }] }, '/drawings/0/rev'],
    ['a negative award', { awardedFen: -1 }, '/awardedFen'],
    ['an award beyond 2^53-1 (C-07)', { awardedFen: 9_007_199_254_740_992 }, '/awardedFen'],
    ['a last day to sign that does not exist', { signingDueOn: '2025-02-29' }, '/signingDueOn'],
    ['a draft number: it is counted (C-13)', { draftNo: 2 }, '/draftNo'],
    ['a total: it is worked out (C-04)', { totalFen: 1 }, '/totalFen'],
  ])('is refused with %s', async (_title, changes, pointer) =>
    expect(await faults({ ...SMALL, ...changes })).toEqual([pointer]),
  );
});

describe('a line of a request', () => {
  it.each(['1', '620', '0.5', '0.000001', '999999999999.999999'])('takes the quantity %s', async (qty) =>
    expect(await faultsOfLine({ qty })).toEqual([]),
  );
  it.each(['', '-1', '+1', '1e3', '1,5', '1.', '.5', '1.0000001', '1000000000000', '１', ' 1', '1/2'])(
    'is refused with the quantity "%s" (C-05)',
    async (qty) => expect(await faultsOfLine({ qty })).toEqual(['/lines/0/qty']),
  );
  it('is refused with a quantity that is a number, which could not be exact (C-05)', async () =>
    expect(await faultsOfLine({ qty: 2 })).toEqual(['/lines/0/qty']));
  it.each(['0', '0.035', '90071992547409.91'])('takes a unit price of %s yuan (C-07)', async (unitPrice) =>
    expect(await faultsOfLine({ unitPrice })).toEqual([]),
  );
  it.each(['-1', '0.0000001', '900719925474099', 1])('is refused with a unit price of %p (C-07)', async (unitPrice) =>
    expect(await faultsOfLine({ unitPrice })).toEqual(['/lines/0/unitPrice']),
  );
  it.each([0, 10_000])('takes a tax rate of %d basis points (C-04)', async (taxRateBps) =>
    expect(await faultsOfLine({ taxRateBps })).toEqual([]),
  );
  it.each([-1, 10_001, 0.5])('is refused with a tax rate of %d basis points (C-04)', async (taxRateBps) =>
    expect(await faultsOfLine({ taxRateBps })).toEqual(['/lines/0/taxRateBps']),
  );
  it.each<[string, object, string]>([
    ['a fulfilment that there is not', { fulfilment: 'RENT' }, 'fulfilment'],
    ['an id with a blank', { lineId: 'L 1' }, 'lineId'],
    ['an id of 65 characters', { lineId: 'L'.repeat(65) }, 'lineId'],
    ['an id that begins with a dash', { lineId: '-1' }, 'lineId'],
    ['a package key in Chinese', { packageKey: '包一' }, 'packageKey'],
    ['a date with a time', { committedDate: '2025-09-01T00:00:00Z' }, 'committedDate'],
    ['a requested date that does not exist', { requestedDate: '2025-04-31' }, 'requestedDate'],
    ['a tax: it is worked out (C-04)', { taxFen: 1 }, 'taxFen'],
  ])('is refused with %s', async (_title, changes, field) =>
    expect(await faultsOfLine(changes)).toEqual([`/lines/0/${field}`]),
  );
});

describe('a milestone of a request', () => {
  it.each([1, 10_000])('takes a share of %d basis points (C-08)', async (bps) =>
    expect(await faultsOfMilestone({ bps })).toEqual([]),
  );
  it.each([0, 10_001, 33.3])('is refused with a share of %d basis points (C-08)', async (bps) =>
    expect(await faultsOfMilestone({ bps })).toEqual(['/paymentMilestones/0/bps']),
  );
  it.each<[string, object, string]>([
    ['a kind that there is not', { kind: 'BONUS' }, 'kind'],
    ['a trigger that there is not', { trigger: 'PAID' }, 'trigger'],
    ['a gate that there is not', { gate: 'INVOICE' }, 'gate'],
    ['no gate at all', { gate: undefined }, 'gate'],
    ['days below zero', { netDays: -1 }, 'netDays'],
    ['more than ten years of days', { netDays: 3_651 }, 'netDays'],
    ['more than twenty years of months', { netMonths: 241 }, 'netMonths'],
    ['a date that does not exist', { date: '2025-13-01' }, 'date'],
    ['a scope without a mode', { scope: { lineIds: ['L1'] } }, 'scope/mode'],
    ['a scope of no line (C-12)', { scope: { mode: 'ANY', lineIds: [] } }, 'scope/lineIds'],
    ['a scope of one name', { scope: { mode: 'ANY', lineIds: ['设备'] } }, 'scope/lineIds'],
    ['a status: it follows from the money', { status: 'PAID' }, 'status'],
  ])('is refused with %s', async (_title, changes, field) =>
    expect(await faultsOfMilestone(changes)).toEqual([`/paymentMilestones/0/${field}`]),
  );
  it('is refused as the 201st', async () => {
    const paymentMilestones = Array.from({ length: 201 }, (_one, index) => ({ ...MILESTONE, id: `M${index}` }));
    expect(await faults({ ...SMALL, paymentMilestones })).toEqual(['/paymentMilestones']);
    expect(await faults({ ...SMALL, paymentMilestones: paymentMilestones.slice(1) })).toEqual([]);
  });
});
