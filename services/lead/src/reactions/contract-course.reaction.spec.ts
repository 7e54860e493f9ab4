import * as events from '@engsales/events';
import type { PublicMessage } from '@engsales/events';
import type { Reaction } from '@engsales/messaging';
import { aMessage } from '@engsales/messaging/testing';
import abandonedSample from '../../../../libs/events/src/samples/contract.ContractAbandoned.v1.json';
import acceptanceSample from '../../../../libs/events/src/samples/aftersales.AcceptanceSigned.v1.json';
import draftedSample from '../../../../libs/events/src/samples/contract.ContractDrafted.v1.json';
import handedSample from '../../../../libs/events/src/samples/production.OrderHandedToEngineering.v1.json';
import shipmentSample from '../../../../libs/events/src/samples/production.ShipmentDispatched.v1.json';
import signedSample from '../../../../libs/events/src/samples/contract.ContractSigned.v1.json';
import terminatedSample from '../../../../libs/events/src/samples/contract.ContractTerminated.v1.json';
import voidedSample from '../../../../libs/events/src/samples/contract.ContractVoided.v1.json';
import handoverSample from '../../../../libs/events/src/samples/contract.ProjectHandoverCompleted.v1.json';
import visitSample from '../../../../libs/events/src/samples/aftersales.ReturnVisitCompleted.v1.json';
import { CaptureLead } from '../domain/lead/capturing/capturing.commands.js';
import { EndPursuit, NoteStep, RecordOutcome } from '../domain/lead/outcome/outcome.commands.js';
import * as reactions from './contract-course.reaction.js';
import { captureLeadsWhenHandedOver, captureLeadWhenReturnVisited } from './new-project.reaction.js';

/** Contract, production and aftersales say of which project they speak; the project of a lead is the lead. */
const leadId = '3f9a2c10-6d7e-5f90-91a2-c3d4e5f60718';
const contractId = '0d8f9a44-9e1a-5c3b-8f2e-6c0a4a7b9c02';

const told = <Data>(event: events.PublicEvent<Data>, sample: object, changes: object = {}): PublicMessage<Data> =>
  aMessage(event, { ...sample, contractId, ...changes } as Data, {
    subject: contractId,
    projectId: leadId,
    time: '2025-03-10T17:00:00.000Z',
  });
const done = (reaction: Reaction, message: PublicMessage) =>
  reaction.then(message).map(({ command, target, data }) => [command, target, data] as const);

describe('when contract tells of a project that was a lead', () => {
  it('a signature is its outcome and the sixth step (L-53, L-54)', () => {
    const message = told(events.contractSigned, signedSample, { totalFen: 7, signedOn: '2025-03-08' });
    expect(done(reactions.recordOutcomeWhenSigned, message)).toEqual([
      [RecordOutcome, 'outcome', { leadId, contractId, kind: 'SIGNED', amountFen: 7, on: '2025-03-08' }],
      [NoteStep, 'step', { leadId, step: 'SIGNED', on: '2025-03-08', ref: contractId }],
    ]);
    expect(reactions.recordOutcomeWhenSigned.neverQueued).toBe(false);
  });

  it.each([
    ['VOIDED', reactions.recordOutcomeWhenVoided, told(events.contractVoided, voidedSample)],
    ['TERMINATED', reactions.recordOutcomeWhenTerminated, told(events.contractTerminated, terminatedSample)],
  ] as const)('an end as %s is heard at once, on its day in Shanghai (L-53)', (kind, reaction, message) => {
    expect(done(reaction, message)).toEqual([
      [RecordOutcome, 'outcome', { leadId, contractId, kind, on: '2025-03-11' }],
    ]);
    expect(reaction.neverQueued).toBe(true);
  });

  it('a draft that was given up ends the pursuit that it is (L-51)', () => {
    const message = told(events.contractAbandoned, abandonedSample);
    const words = { leadId, pursuitType: 'CONTRACT', id: contractId, how: 'CONTRACT_ABANDONED', reasons: ['业主撤项'] };
    expect(done(reactions.endPursuitWhenContractAbandoned, message)).toEqual([[EndPursuit, contractId, words]]);
  });

  it('a draft is the fifth step, on its day in Shanghai (L-54)', () =>
    expect(done(reactions.noteStepWhenDrafted, told(events.contractDrafted, draftedSample))).toEqual([
      [NoteStep, 'step', { leadId, step: 'CONTRACT_OR_BID', on: '2025-03-11', ref: contractId }],
    ]));
});

describe('when goods of a project move', () => {
  it.each([
    [
      reactions.noteStepWhenDispatched,
      told(events.shipmentDispatched, shipmentSample, { shipmentId: 'shipment-1', dispatchedOn: '2025-08-20' }),
      { step: 'DISPATCHED', on: '2025-08-20', ref: 'shipment-1' },
    ],
    [
      reactions.noteStepWhenAccepted,
      told(events.acceptanceSigned, acceptanceSample, { acceptanceId: 'acceptance-1', on: '2025-12-20' }),
      { step: 'ACCEPTED', on: '2025-12-20', ref: 'acceptance-1' },
    ],
    [
      reactions.noteStepWhenHandedOver,
      told(events.orderHandedToEngineering, handedSample, { productionOrderId: 'order-1' }),
      { step: 'HANDED_TO_ENGINEERING', on: '2025-03-11', ref: 'order-1' },
    ],
  ] as const)('the lead has come a step further: $name (L-54)', (reaction, message, step) =>
    expect(done(reaction, message)).toEqual([[NoteStep, 'step', { leadId, ...step }]]),
  );

  it.each(Object.entries(reactions))(
    'a project that is no lead, or a merged one, is nobody’s business: %s',
    (_name, reaction) => expect(reaction.nothingToDo).toEqual(['INVALID_TRANSITION', 'NOT_FOUND']),
  );
});

describe('when somebody hears of another project', () => {
  it('of a customer who was visited again, it is a lead of that salesperson (L-58)', () => {
    const visitId = '5fb05294-66d7-5fc2-8187-4e7f91a2b3c4';
    const lead = {
      leadId: '712ae95f-339c-598c-b81c-8ef0a568fbda',
      projectName: '临江市第三人民医院',
      city: '临江市',
      source: 'RETURN_VISIT',
      referrerRef: visitId,
      needsSummary: '中央空调',
    };
    const heard = (changes: object = {}) =>
      done(captureLeadWhenReturnVisited, told(events.returnVisitCompleted, visitSample, changes));
    expect(heard()).toEqual([[CaptureLead, visitId, { ...lead, salespersonId: 'li-na' }]]);
    expect(heard({ salespersonId: undefined })).toEqual([
      [CaptureLead, visitId, { ...lead, salespersonId: undefined }],
    ]);
    expect(heard({ newProject: undefined })).toEqual([]);
    expect(captureLeadWhenReturnVisited.nothingToDo).toEqual([]);
  });

  it('at a handover, it is a lead of nobody for each who wants more (L-58)', () => {
    const interestedCustomers = [
      ...handoverSample.interestedCustomers,
      { itemNo: 2, customerRef: 'customer-2', projectName: '滨江花园三期', city: '云州市', need: '新风' },
    ];
    const common = { source: 'PROJECT_HANDOVER', referrerRef: '60c163a5-77e8-5fd3-9298-5f80a2b3c4d5' };
    const message = told(events.projectHandoverCompleted, { ...handoverSample, interestedCustomers });
    expect(done(captureLeadsWhenHandedOver, message)).toEqual([
      [
        CaptureLead,
        'customer-1',
        {
          leadId: '8e4c83ee-7a30-5fc8-8df9-ef8efd494893',
          projectName: '滨江花园二期',
          city: '临江市',
          needsSummary: '地暖',
          hintRef: `${common.referrerRef}:customer-1`,
          ...common,
        },
      ],
      [
        CaptureLead,
        'customer-2',
        {
          leadId: 'e5a53367-682b-5bc0-8fef-869a290394ba',
          projectName: '滨江花园三期',
          city: '云州市',
          needsSummary: '新风',
          hintRef: `${common.referrerRef}:customer-2`,
          ...common,
        },
      ],
    ]);
    const nobody = told(events.projectHandoverCompleted, { ...handoverSample, interestedCustomers: [] });
    expect(done(captureLeadsWhenHandedOver, nobody)).toEqual([]);
  });
});
