import type { RecordedEvent } from '@engsales/event-sourcing';
import type { ContractEvent } from '../domain/contract/contract.events.js';
import { aDocument, CONTRACT_ID } from '../domain/contract/contract.fixtures.js';
import {
  approvedWalk,
  completedWalk,
  ContractWalk,
  draftedWalk,
  finishedWalk,
  IMPORT,
  signedWalk,
} from '../domain/contract/contract.walk.js';
import { AbandonContract } from '../domain/contract/drafting/drafting.commands.js';
import {
  AcceptExecutionForm,
  CloseContract,
  CompleteContract,
  SubmitExecutionForm,
} from '../domain/contract/execution/execution.commands.js';
import { ImportContract } from '../domain/contract/importing/importing.commands.js';
import { publishedEvents } from './published-events.js';

/** What is said of the events, as it goes over the wire: the type of the public event, and its data. */
const said = (events: readonly ContractEvent[]): unknown =>
  JSON.parse(
    JSON.stringify(
      events.flatMap((event) => {
        const publication = publishedEvents(event as unknown as RecordedEvent);
        return publication ? [[publication.event.type, publication.data]] : [];
      }),
    ),
  );

const contractId = CONTRACT_ID;
const HEAD = { contractId, contractVersion: 1, orderLineIds: ['L1', 'L2', 'L3'] };
const CLOSED = { state: 'CLOSED' };
const OPEN = { state: 'OPEN' };

const good = { uom: '台', taxRateBps: 1_300, fulfilment: 'MAKE' };
const own = (lineId: string) => ({ lineId, itemCode: `ITEM-${lineId}`, name: `设备 ${lineId}` });
const keys = (key: string) => ({ packageKey: key, trackingKey: key });
const LINES = [
  {
    ...own('L1'),
    ...good,
    qty: '2',
    unitPrice: '1860000.00',
    amountFen: 372_000_000,
    committedDate: '2025-09-01',
    ...keys('L1'),
  },
  {
    ...own('L2'),
    ...good,
    qty: '24',
    unitPrice: '68500.00',
    amountFen: 164_400_000,
    committedDate: '2025-09-15',
    ...keys('L2'),
  },
  {
    ...own('L3'),
    ...good,
    qty: '620',
    unitPrice: '1280.00',
    amountFen: 79_360_000,
    committedDate: '2025-09-01',
    ...keys('L3'),
  },
  {
    ...own('L4'),
    qty: '1',
    uom: '项',
    unitPrice: '842400.00',
    amountFen: 84_240_000,
    taxRateBps: 900,
    fulfilment: 'SERVICE',
    committedDate: '2025-11-30',
    ...keys('L4'),
  },
];

const planned = { netDays: 7, gate: 'NONE', status: 'PLANNED' };
const M1 = {
  ...planned,
  id: 'M1',
  kind: 'ADVANCE',
  amountFen: 210_000_000,
  trigger: 'SIGNED',
  gate: 'RELEASE_PRODUCTION',
};
const M2 = {
  ...planned,
  id: 'M2',
  kind: 'PRE_SHIPMENT',
  amountFen: 210_000_000,
  trigger: 'GOODS_READY',
  gate: 'DISPATCH',
};
const LATER = [
  { ...planned, id: 'M3', kind: 'INSTALLATION', amountFen: 140_000_000, trigger: 'INSTALLED' },
  { ...planned, id: 'M4', kind: 'ACCEPTANCE', amountFen: 119_000_000, trigger: 'ACCEPTED' },
  { ...planned, id: 'M5', kind: 'RETENTION', amountFen: 21_000_000, trigger: 'ACCEPTED' },
];

describe('what is said of a contract that is not signed', () => {
  it('is its number, customer and total when it is drafted (C-01)', () =>
    expect(said(draftedWalk().last)).toEqual([
      [
        'contract.ContractDrafted',
        {
          contractId,
          state: 'DRAFT',
          draftNo: 1,
          projectName: '临江市第二人民医院新院区中央空调',
          customerName: '临江市第二人民医院',
          salespersonId: 'li-na',
          totalFen: 700_000_000,
          draftedOn: '2025-03-10',
        },
      ],
    ]));
  it('leaves out what a draft does not know yet (C-10)', () => {
    const bare = { customer: undefined, salespersonId: undefined, lines: [], paymentMilestones: [] };
    expect(said(draftedWalk(bare).last)).toEqual([
      [
        'contract.ContractDrafted',
        {
          contractId,
          state: 'DRAFT',
          draftNo: 1,
          projectName: '临江市第二人民医院新院区中央空调',
          totalFen: 0,
          draftedOn: '2025-03-10',
        },
      ],
    ]);
  });
  it('is nothing of negotiation and approval: they stay in the house', () =>
    expect(said(approvedWalk().past.slice(1))).toEqual([]));
  it('is the reason when it is abandoned (C-23)', () =>
    expect(said(approvedWalk().do(AbandonContract, { reason: '业主撤项' }, 'li-na').last)).toEqual([
      ['contract.ContractAbandoned', { contractId, state: 'ABANDONED', reason: '业主撤项', abandonedOn: '2025-03-10' }],
    ]));
});

describe('what is said of a signed contract', () => {
  const DUE = {
    contractId,
    milestoneId: 'M1',
    kind: 'ADVANCE',
    amountFen: 210_000_000,
    paidFen: 0,
    dueOn: '2025-03-17',
    gate: 'RELEASE_PRODUCTION',
    status: 'DUE',
    trigger: 'SIGNED',
    triggeredOn: '2025-03-10',
    payment: 'DUE',
  };
  const SIGNED = {
    ...HEAD,
    contractNo: 'HT-2025-0031',
    state: 'SIGNED',
    projectName: '临江市第二人民医院新院区中央空调',
    customerName: '临江市第二人民医院',
    salespersonId: 'li-na',
    merchandiserId: 'zhou-min',
    operationMode: 'OWN_PRODUCTION',
    signedOn: '2025-03-10',
    totalFen: 700_000_000,
    taxFen: 77_795_242,
    currency: 'CNY',
    lines: LINES,
    milestones: [{ ...M1, status: 'DUE', dueOn: '2025-03-17' }, M2, ...LATER],
    gates: { RELEASE_PRODUCTION: CLOSED, DISPATCH: CLOSED },
    drawings: [],
    payment: 'DUE',
  };

  it('is the whole snapshot, and the milestone that the signature makes due (C-28, C-29)', () =>
    expect(said(signedWalk().last)).toEqual([
      ['contract.ContractSigned', SIGNED],
      ['contract.PaymentMilestoneDue', DUE],
    ]));
  it('has source, party, terms and drawings where the document has them (C-29)', () => {
    const terms = {
      warrantyTerms: { defectsLiabilityMonths: 24, text: '整机' },
      penaltyTerms: { lateDeliveryBpsPerDay: 5, capBps: 500 },
      drawings: [{ drawingNo: 'D-1', rev: 'A', docRef: 'dwg-1' }],
      source: { type: 'TENDER', id: 't-1' } as const,
      awardedFen: 700_000_000,
    };
    const [signed] = said(signedWalk({ ...terms, customer: { partyId: 'p-1', name: '医院' } }).last) as [unknown];
    expect(signed).toEqual([
      'contract.ContractSigned',
      { ...SIGNED, ...terms, customerPartyId: 'p-1', customerName: '医院' },
    ]);
  });
  it('names as order lines exactly what is made or bought (C-29)', () => {
    const modes = ['MAKE', 'BUY', 'AGENCY', 'SERVICE'] as const;
    const lines = aDocument().lines.map((line, index) => ({ ...line, fulfilment: modes[index]! }));
    expect(said(signedWalk({ lines }).last)).toMatchObject([
      ['contract.ContractSigned', { orderLineIds: ['L1', 'L2'] }],
      ['contract.PaymentMilestoneDue', {}],
    ]);
  });
});

describe('what is said of an imported contract', () => {
  it('is what has been paid and shipped, and no references of the vault (C-78)', () =>
    expect(said(new ContractWalk().do(ImportContract, IMPORT).last)).toEqual([
      [
        'contract.ContractImported',
        {
          ...HEAD,
          contractNo: 'HT-2024-0117',
          state: 'IN_EXECUTION',
          projectName: '临江市第二人民医院新院区中央空调',
          customerName: '临江市第二人民医院',
          salespersonId: 'li-na',
          merchandiserId: 'zhou-min',
          operationMode: 'OWN_PRODUCTION',
          signedOn: '2024-06-03',
          totalFen: 700_000_000,
          taxFen: 77_795_242,
          currency: 'CNY',
          lines: LINES,
          milestones: [
            { ...M1, status: 'PAID', dueOn: '2024-06-10' },
            { ...M2, status: 'DUE', dueOn: '2025-02-08' },
            ...LATER,
          ],
          gates: { RELEASE_PRODUCTION: OPEN, DISPATCH: CLOSED },
          shippedLines: [{ lineId: 'L3', shippedQty: '300', deliveredQty: '290' }],
          receipts: [
            {
              receiptId: 'r-1',
              bankRef: 'B-1',
              amountFen: 210_000_000,
              receivedOn: '2024-06-10',
              allocations: [{ milestoneId: 'M1', amountFen: 210_000_000 }],
            },
          ],
          contractReceivedFen: 210_000_000,
          contractOutstandingFen: 490_000_000,
          unallocatedFen: 0,
          payment: 'PART',
          delivery: 'PARTIAL',
          importedOn: '2025-03-10',
        },
      ],
    ]));
});

describe('what is said of the execution', () => {
  it('is the form once it is accepted, never while it lies with commerce (C-63, C-64)', () => {
    const tracks = { goods: [], service: [{ item: '进场', ref: 'L4', plannedOn: '2025-11-01', ownerId: 'li-na' }] };
    const walk = signedWalk().do(SubmitExecutionForm, { tracks, specialRequirements: '夜间进场' }, 'li-na');
    const formId = walk.lastId;
    expect(said(walk.last)).toEqual([]);
    expect(said(walk.do(AcceptExecutionForm, { commerceOwnerId: 'sun-li' }).last)).toEqual([
      [
        'contract.ContractExecutionFormAccepted',
        {
          ...HEAD,
          state: 'IN_EXECUTION',
          formId,
          commerceOwnerId: 'sun-li',
          acceptedOn: '2025-03-10',
          tracks: {
            ...tracks,
            money: [
              { item: 'ADVANCE', ref: 'M1', plannedOn: '2025-03-17' },
              { item: 'PRE_SHIPMENT', ref: 'M2' },
              { item: 'INSTALLATION', ref: 'M3' },
              { item: 'ACCEPTANCE', ref: 'M4' },
              { item: 'RETENTION', ref: 'M5' },
            ],
          },
          specialRequirements: '夜间进场',
        },
      ],
    ]);
  });
  it('is the day of the completion and that of the closing (C-68, C-69)', () => {
    expect(said(finishedWalk().on('2025-03-11').do(CompleteContract, {}).last)).toEqual([
      ['contract.ContractCompleted', { contractId, state: 'COMPLETED', completedOn: '2025-03-11' }],
    ]);
    expect(said(completedWalk().on('2025-03-12').do(CloseContract, {}).last)).toEqual([
      ['contract.ContractClosed', { contractId, state: 'CLOSED', closedOn: '2025-03-12' }],
    ]);
  });
});
