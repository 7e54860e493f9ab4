import {
  acceptanceSigned,
  bidAwarded,
  goodsReadyToShip,
  leadConverted,
  productionOrderCancelled,
  productionOrderClosed,
  productionOrderShortClosed,
  shipmentDelivered,
  shipmentDispatched,
  siteServiceCompleted,
  type BidAwardedData,
  type LeadConvertedData,
  type PublicEvent,
  type ShipmentData,
} from '@engsales/events';
import { namedId } from '@engsales/event-sourcing';
import type { Reaction } from '@engsales/messaging';
import { aMessage } from '@engsales/messaging/testing';
import acceptanceSample from '../../../../libs/events/src/samples/aftersales.AcceptanceSigned.v1.json';
import serviceSample from '../../../../libs/events/src/samples/aftersales.SiteServiceCompleted.v1.json';
import leadSample from '../../../../libs/events/src/samples/lead.LeadConverted.v1.json';
import readySample from '../../../../libs/events/src/samples/production.GoodsReadyToShip.v1.json';
import cancelledSample from '../../../../libs/events/src/samples/production.ProductionOrderCancelled.v1.json';
import closedSample from '../../../../libs/events/src/samples/production.ProductionOrderClosed.v1.json';
import shortClosedSample from '../../../../libs/events/src/samples/production.ProductionOrderShortClosed.v1.json';
import deliveredSample from '../../../../libs/events/src/samples/production.ShipmentDelivered.v1.json';
import dispatchedSample from '../../../../libs/events/src/samples/production.ShipmentDispatched.v1.json';
import awardSample from '../../../../libs/events/src/samples/tender.BidAwarded.v1.json';
import { CONTRACT_ID } from '../domain/contract/contract.fixtures.js';
import { DraftContract } from '../domain/contract/drafting/drafting.commands.js';
import { RecordOrderEnd } from '../domain/contract/ending/ending.commands.js';
import {
  RecordAcceptance,
  RecordGoodsMovement,
  RecordInstallation,
} from '../domain/contract/execution/execution.commands.js';
import { draftWhenBidAwarded } from './bid-awarded.reaction.js';
import { recordWhenDelivered, recordWhenDispatched, recordWhenGoodsReady } from './goods-moved.reaction.js';
import { draftWhenLeadConverted } from './lead-converted.reaction.js';
import { recordWhenOrderCancelled, recordWhenOrderClosed, recordWhenOrderShortClosed } from './order-ended.reaction.js';
import { recordWhenAccepted, recordWhenInstalled } from './site-work.reaction.js';

const PROJECT = 'a0000000-0000-4000-8000-000000000001';

/** What a reaction does: each command with its target and its data. */
function done<Data>(reaction: Reaction, event: PublicEvent<Data>, data: object) {
  const message = aMessage(event, data as Data, { subject: 's', projectId: PROJECT });
  return reaction.then(message).map(({ command, target, data: said }) => [command, target, said] as const);
}

const award = awardSample as BidAwardedData;
const lead = leadSample as LeadConvertedData;

describe('when a bid is awarded', () => {
  const documentFor = (changes: Partial<BidAwardedData>) => {
    const [command] = done(draftWhenBidAwarded, bidAwarded, { ...award, ...changes });
    return (command?.[2] as { document: Record<string, unknown> }).document;
  };

  it('one draft has the awarded lines, total, mode and last day to sign, and no payment schedule (C-24)', () =>
    expect(done(draftWhenBidAwarded, bidAwarded, award)).toEqual([
      [
        DraftContract,
        '2c8d2f61-33a4-5c9f-9e54-1b4c6e7f8a91',
        {
          contractId: namedId('contract:tender:2c8d2f61-33a4-5c9f-9e54-1b4c6e7f8a91'),
          projectId: PROJECT,
          document: {
            projectName: '临江市第二人民医院新院区中央空调',
            source: { type: 'TENDER', id: '2c8d2f61-33a4-5c9f-9e54-1b4c6e7f8a91' },
            customer: { partyId: 'party-1', name: '临江市第二人民医院' },
            salespersonId: 'li-na',
            operationMode: 'OWN_PRODUCTION',
            lines: [
              {
                lineId: 'L1',
                itemCode: 'CH-2000',
                name: '离心式冷水机组',
                qty: '2',
                uom: '台',
                unitPrice: '1860000.00',
                taxRateBps: 1_300,
                fulfilment: 'MAKE',
                committedDate: '2025-09-01',
              },
            ],
            paymentMilestones: [],
            awardedFen: 372_000_000,
            awardedLines: [
              { lineId: 'L1', itemCode: 'CH-2000', qty: '2', unitPrice: '1860000.00', committedDate: '2025-09-01' },
            ],
            signingDueOn: '2025-03-22',
          },
        },
      ],
    ]));

  it('a project without a name is called after its notice', () =>
    expect(documentFor({ projectName: undefined })).toMatchObject({ projectName: '项目 ZB-2025-118' }));

  it('a customer who is not known yet is left out, so that it is named before the approval (C-17)', () =>
    expect(documentFor({ customer: undefined }).customer).toBeUndefined());

  it('the papers of a buyout come with it (C-19)', () =>
    expect(documentFor({ mode: 'BUYOUT', riskAssessmentId: 'ra-1', writtenConsentRef: 'wc-1' })).toMatchObject({
      operationMode: 'BUYOUT',
      riskAssessmentId: 'ra-1',
      writtenConsentRef: 'wc-1',
    }));

  it('the agreement of an agency comes with it (C-20)', () =>
    expect(documentFor({ mode: 'AGENCY', agreementId: 'ag-1' })).toMatchObject({
      operationMode: 'AGENCY',
      agreementId: 'ag-1',
    }));

  it('a line keeps everything that the tender says of it, and nothing more (C-24)', () => {
    const line = {
      lineId: 'L7',
      itemCode: 'P-7',
      name: '水泵',
      spec: 'DN80',
      qty: '0.5',
      uom: '套',
      unitPrice: '0.01',
      taxRateBps: 0,
      fulfilment: 'BUY',
      requestedDate: '2025-08-01',
      committedDate: '2025-08-15',
      deliverTo: '临江市北路 1 号',
      packageKey: 'k-1',
      trackingKey: 't-1',
    } as const;
    const offered = { ...line, competitorPriceFen: 2 };
    const lines: BidAwardedData['lines'] = [offered];
    expect(documentFor({ lines }).lines).toEqual([line]);
  });

  it('a contract that is there already is nothing to do (C-01)', () =>
    expect(draftWhenBidAwarded.nothingToDo).toEqual(['DUPLICATE_CONTRACT']));
});

describe('when a lead is converted', () => {
  const party = (partyId: string, ...roles: string[]) => ({ partyId, name: `单位 ${partyId}`, roles });
  const customerFor = (...parties: ReturnType<typeof party>[]) => {
    const [command] = done(draftWhenLeadConverted, leadConverted, { ...lead, parties });
    return (command?.[2] as { document: { customer?: unknown } }).document.customer;
  };

  it('a direct negotiation becomes one draft without lines or schedule, for the owner (C-24)', () =>
    expect(done(draftWhenLeadConverted, leadConverted, lead)).toEqual([
      [
        DraftContract,
        '1b7c1e50-22f3-5b8e-8d43-0a3b5d6e7f80',
        {
          contractId: namedId('contract:lead:1b7c1e50-22f3-5b8e-8d43-0a3b5d6e7f80'),
          projectId: PROJECT,
          document: {
            projectName: '临江市第二人民医院新院区中央空调',
            source: { type: 'NEGOTIATION', id: '1b7c1e50-22f3-5b8e-8d43-0a3b5d6e7f80' },
            customer: { partyId: 'party-1', name: '临江市第二人民医院' },
            salespersonId: 'li-na',
            operationMode: 'OWN_PRODUCTION',
            lines: [],
            paymentMilestones: [],
          },
        },
      ],
    ]));

  it('a lead that is converted again after its revival becomes a draft of its own (C-24)', () => {
    const second = namedId('contract:lead:1b7c1e50-22f3-5b8e-8d43-0a3b5d6e7f80:2');
    const again = { ...lead, attemptNo: 2, pursuit: { type: 'CONTRACT', id: second } as const };
    expect(done(draftWhenLeadConverted, leadConverted, again)[0]?.[2]).toMatchObject({ contractId: second });
  });

  it('one that goes to tender becomes none until the tender is won (C-24)', () =>
    expect(done(draftWhenLeadConverted, leadConverted, { ...lead, route: 'TENDER' })).toEqual([]));

  it('the owner is the customer wherever it stands among the parties (C-24)', () =>
    expect(customerFor(party('p-1', 'DESIGNER'), party('p-2', 'USER', 'OWNER'))).toEqual({
      partyId: 'p-2',
      name: '单位 p-2',
    }));

  it('the first party is the customer where nobody owns (C-24)', () =>
    expect(customerFor(party('p-1', 'DESIGNER'), party('p-2', 'USER'))).toEqual({ partyId: 'p-1', name: '单位 p-1' }));

  it('nobody is the customer where there is no party', () => expect(customerFor()).toBeUndefined());

  it('a project without a name is called after its lead', () =>
    expect(done(draftWhenLeadConverted, leadConverted, { ...lead, projectName: undefined })[0]?.[2]).toMatchObject({
      document: { projectName: '项目 1b7c1e50-22f3-5b8e-8d43-0a3b5d6e7f80' },
    }));

  it('a contract that is there already is nothing to do (C-01)', () =>
    expect(draftWhenLeadConverted.nothingToDo).toEqual(['DUPLICATE_CONTRACT']));
});

describe('when goods move', () => {
  it('what is ready is recorded on its line, by the order that made it (C-65)', () =>
    expect(done(recordWhenGoodsReady, goodsReadyToShip, readySample)).toEqual([
      [
        RecordGoodsMovement,
        'L3',
        {
          contractId: CONTRACT_ID,
          lineId: 'L3',
          cumulativeReadyQty: '300',
          sequence: 0,
          on: '2025-08-08',
          ref: '8a3f6a90-36a5-5b0e-9a2e-0d6c3f1b7e11',
        },
      ],
    ]));

  const moved = {
    contractId: CONTRACT_ID,
    lineId: 'L3',
    cumulativeShippedQty: '300',
    cumulativeRefusedQty: '0',
    sequence: 0,
    ref: 'SH-1',
  };

  it('what leaves is recorded on the day of the dispatch (C-65)', () =>
    expect(done(recordWhenDispatched, shipmentDispatched, dispatchedSample)).toEqual([
      [RecordGoodsMovement, 'L3', { ...moved, cumulativeDeliveredQty: '0', on: '2025-08-20' }],
    ]));

  it('what arrives is recorded on the day on which it was signed for (C-65)', () =>
    expect(done(recordWhenDelivered, shipmentDelivered, deliveredSample)).toEqual([
      [RecordGoodsMovement, 'L3', { ...moved, cumulativeDeliveredQty: '300', on: '2025-08-22' }],
    ]));

  it('a delivery that names no day counts from its dispatch', () =>
    expect(done(recordWhenDelivered, shipmentDelivered, { ...deliveredSample, deliveredOn: undefined })).toEqual([
      [RecordGoodsMovement, 'L3', { ...moved, cumulativeDeliveredQty: '300', on: '2025-08-20' }],
    ]));

  it('each line of a shipment is a command of its own, told apart by its target', () => {
    const line = (lineId: string, shipped: string, delivered: string) => ({
      ...(deliveredSample as ShipmentData).lines[0],
      lineId,
      cumulativeShippedQty: shipped,
      cumulativeDeliveredQty: delivered,
    });
    const shipment = { ...deliveredSample, lines: [line('L1', '2', '1'), line('L2', '24', '24')] };
    const head = { contractId: CONTRACT_ID, cumulativeRefusedQty: '0', sequence: 0, on: '2025-08-22', ref: 'SH-1' };
    expect(done(recordWhenDelivered, shipmentDelivered, shipment)).toEqual([
      [RecordGoodsMovement, 'L1', { ...head, lineId: 'L1', cumulativeShippedQty: '2', cumulativeDeliveredQty: '1' }],
      [RecordGoodsMovement, 'L2', { ...head, lineId: 'L2', cumulativeShippedQty: '24', cumulativeDeliveredQty: '24' }],
    ]);
  });

  it('of an order whose contract lives elsewhere nothing is recorded (C-102)', () => {
    const elsewhere = { contractOrigin: 'EXTERNAL' };
    expect([
      done(recordWhenGoodsReady, goodsReadyToShip, { ...readySample, ...elsewhere }),
      done(recordWhenDispatched, shipmentDispatched, { ...dispatchedSample, ...elsewhere }),
      done(recordWhenDelivered, shipmentDelivered, { ...deliveredSample, ...elsewhere }),
      done(recordWhenOrderCancelled, productionOrderCancelled, { ...cancelledSample, ...elsewhere }),
    ]).toEqual([[], [], [], []]);
  });

  it('a refusal is never nothing to do: a line that the contract does not have is seen by people (C-65)', () => {
    for (const reaction of [recordWhenGoodsReady, recordWhenDispatched, recordWhenDelivered]) {
      expect(reaction.nothingToDo ?? []).toEqual([]);
    }
  });
});

describe('when a production order ends', () => {
  const end = { contractId: CONTRACT_ID };
  it('a cancelled one has cost its work in progress and its scrap (C-76)', () => {
    const cancelled = { ...cancelledSample, wipCostFen: 1_000, scrapCostFen: 23 };
    expect(done(recordWhenOrderCancelled, productionOrderCancelled, cancelled)).toEqual([
      [RecordOrderEnd, 'L1', { ...end, lineId: 'L1', outcome: 'CANCELLED', sunkCostFen: 1_023 }],
    ]);
  });
  it('one that was cancelled before any work has cost nothing (C-76)', () =>
    expect(done(recordWhenOrderCancelled, productionOrderCancelled, cancelledSample)).toEqual([
      [RecordOrderEnd, 'L1', { ...end, lineId: 'L1', outcome: 'CANCELLED', sunkCostFen: 0 }],
    ]));
  it('one that was closed short has cost both, too (C-76)', () =>
    expect(done(recordWhenOrderShortClosed, productionOrderShortClosed, shortClosedSample)).toEqual([
      [RecordOrderEnd, 'L3', { ...end, lineId: 'L3', outcome: 'SHORT_CLOSED', sunkCostFen: 9_920_000 }],
    ]));
  it('one that was closed leaves no cost behind (C-76)', () =>
    expect(done(recordWhenOrderClosed, productionOrderClosed, closedSample)).toEqual([
      [RecordOrderEnd, 'L1', { ...end, lineId: 'L1', outcome: 'CLOSED', sunkCostFen: 0 }],
    ]));
});

describe('when work on the site is done', () => {
  const installation = {
    contractId: CONTRACT_ID,
    lineIds: ['L1', 'L2', 'L3'],
    on: '2025-11-30',
    ref: '3d9e3a72-44b5-5d0a-8f65-2c5d7f8a9b02',
  };
  it('an installation is recorded for its lines, once per service (C-66)', () =>
    expect(done(recordWhenInstalled, siteServiceCompleted, serviceSample)).toEqual([
      [RecordInstallation, '3d9e3a72-44b5-5d0a-8f65-2c5d7f8a9b02', installation],
    ]));
  it.each(['SURVEY', 'COMMISSIONING', 'TRAINING', 'MAINTENANCE'])('a service of the type %s is none', (type) =>
    expect(done(recordWhenInstalled, siteServiceCompleted, { ...serviceSample, type })).toEqual([]),
  );
  it('an installation that names no line is nothing to record', () =>
    expect(done(recordWhenInstalled, siteServiceCompleted, { ...serviceSample, lineIds: [] })).toEqual([]));
  it.each(['PASSED', 'CONDITIONALLY_PASSED'])(
    'an acceptance that says %s is recorded with that result (C-66)',
    (result) =>
      expect(done(recordWhenAccepted, acceptanceSigned, { ...acceptanceSample, result })).toEqual([
        [
          RecordAcceptance,
          '4eaf4b83-55c6-5e1b-9a76-3d6e8a9bac13',
          {
            contractId: CONTRACT_ID,
            acceptanceId: '4eaf4b83-55c6-5e1b-9a76-3d6e8a9bac13',
            lineIds: ['L1', 'L2', 'L3', 'L4'],
            certNo: 'YS-2025-12',
            on: '2025-12-20',
            result,
          },
        ],
      ]),
  );
});

describe('the reactions of contract', () => {
  it('have names of their own, since their cursors and queues go by name', () => {
    const reactions = [
      draftWhenBidAwarded,
      draftWhenLeadConverted,
      recordWhenGoodsReady,
      recordWhenDispatched,
      recordWhenDelivered,
      recordWhenOrderCancelled,
      recordWhenOrderClosed,
      recordWhenOrderShortClosed,
      recordWhenInstalled,
      recordWhenAccepted,
    ];
    expect(new Set(reactions.map((reaction) => reaction.name)).size).toBe(10);
  });
});
