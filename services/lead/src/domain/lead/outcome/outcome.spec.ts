import { CONTRACT_ID, LEAD_ID, OTHER_LEAD_ID, RIVAL_ID, SIBLINGS as siblings } from '../lead.fixtures.js';
import {
  abandonedWalk,
  capturedWalk,
  convertedWalk,
  lostWalk,
  mergedWalk,
  readyWalk,
  SYSTEM,
  wonWalk,
  type LeadWalk,
} from '../lead.walk.js';
import { ConvertLead, ReviveLead } from '../converting/converting.commands.js';
import {
  EndPursuit,
  NoteAward,
  NoteLeadHint,
  NotePursuit,
  NoteSampleCost,
  NoteStep,
  RecordOutcome,
} from './outcome.commands.js';

const TENDER = 'deb5c600-bb39-5f55-8c9f-48d8b5078430';
const LOT_2 = '8d1c2b3a-1111-5222-8333-444455556666';
const on = '2025-03-07';
const LOST = { pursuitType: 'TENDER', id: TENDER, how: 'BID_LOST', reasons: ['PRICE'] } as const;
const signed = (contractId = CONTRACT_ID, amountFen = 700_000_000) =>
  ({ contractId, kind: 'SIGNED', amountFen, on }) as const;
const end = (walk: LeadWalk, kind: 'VOIDED' | 'TERMINATED', contractId = CONTRACT_ID) =>
  walk.do(RecordOutcome, { contractId, kind, on }, SYSTEM);

describe('a pursuit', () => {
  it('is the tender that was opened, and others that come (L-50)', () => {
    const walk = convertedWalk().do(NotePursuit, { pursuitType: 'TENDER', id: TENDER }, SYSTEM);
    expect(walk.last).toEqual([]);
    walk.do(NotePursuit, { pursuitType: 'TENDER', id: LOT_2, previousId: TENDER }, SYSTEM).recorded({
      type: 'PursuitOpened',
      data: {
        leadId: LEAD_ID,
        state: 'CONVERTED',
        pursuitType: 'TENDER',
        id: LOT_2,
        recordedOn: on,
        attemptNo: 1,
        previousId: TENDER,
      },
    });
    expect(walk.state).toMatchObject({ pursuits: [{ id: LOT_2, state: 'OPEN' }] });
  });
  it('that is lost loses the lead, with the winner (L-51)', () => {
    const winner = { partyId: RIVAL_ID, name: '临江暖通工程有限公司', priceFen: 682_000_000 };
    convertedWalk()
      .do(EndPursuit, { ...LOST, winner }, SYSTEM)
      .recorded(
        {
          type: 'PursuitEnded',
          data: {
            leadId: LEAD_ID,
            state: 'CONVERTED',
            pursuitType: 'TENDER',
            id: TENDER,
            recordedOn: on,
            attemptNo: 1,
            how: 'BID_LOST',
            reasons: ['PRICE'],
            winner,
          },
        },
        {
          type: 'LeadOutcomeRecorded',
          data: {
            leadId: LEAD_ID,
            state: 'CLOSED',
            outcome: 'LOST',
            attemptNo: 1,
            contracts: [],
            amountFen: 0,
            reasons: ['PRICE'],
            source: 'DESIGN_INSTITUTE',
            salespersonId: 'li-na',
            recordedOn: on,
          },
        },
      );
    expect(lostWalk().do(EndPursuit, LOST, SYSTEM).last).toEqual([]);
  });
  it('of two lots loses the lead with the second only (L-51)', () => {
    const walk = convertedWalk()
      .do(NotePursuit, { pursuitType: 'TENDER', id: LOT_2 }, SYSTEM)
      .do(EndPursuit, LOST, SYSTEM);
    expect(walk.state.state).toBe('CONVERTED');
    expect(walk.do(EndPursuit, { ...LOST, id: LOT_2 }, SYSTEM).state).toMatchObject({
      state: 'CLOSED',
      outcome: 'LOST',
    });
  });
  it('that nobody told of is noted where it is a tender, and left alone where it is a contract (L-51)', () => {
    const before = readyWalk().do(EndPursuit, LOST, SYSTEM);
    expect(before.types).toEqual(['PursuitEnded']);
    expect(convertedWalk().do(EndPursuit, { ...LOST, pursuitType: 'CONTRACT', id: LOT_2 }, SYSTEM).last).toEqual([]);
  });
  it('that has ended before the conversion was recorded loses the lead with it, as in the other order (L-51)', () => {
    const conversion = { route: 'TENDER', estimatedAmountFen: 1, siblings } as const;
    const ended = readyWalk().do(EndPursuit, LOST, SYSTEM).do(ConvertLead, conversion);
    expect(ended.types).toEqual(['LeadConverted', 'LeadOutcomeRecorded']);
    expect(ended.last[1]?.data).toMatchObject({ outcome: 'LOST', attemptNo: 1, reasons: ['PRICE'] });
    const inOrder = readyWalk().do(ConvertLead, conversion).do(EndPursuit, LOST, SYSTEM);
    expect(ended.state).toEqual(inOrder.state);
    expect(ended.do(NoteAward, { id: TENDER }, SYSTEM).state).toMatchObject({ state: 'CONVERTED' });
  });
  it('that is still open beside it keeps the lead converted (L-51)', () => {
    const walk = readyWalk()
      .do(NotePursuit, { pursuitType: 'TENDER', id: LOT_2 }, SYSTEM)
      .do(EndPursuit, LOST, SYSTEM)
      .do(ConvertLead, { route: 'TENDER', estimatedAmountFen: 1, siblings });
    expect(walk.types).toEqual(['LeadConverted']);
  });
  it('that is awarded after all brings the lead back (L-52)', () => {
    const walk = lostWalk().do(NoteAward, { id: TENDER }, SYSTEM);
    walk.recorded({
      type: 'PursuitAwarded',
      data: { leadId: LEAD_ID, state: 'CONVERTED', pursuitType: 'TENDER', id: TENDER, recordedOn: on, attemptNo: 1 },
    });
    expect(walk.state).toMatchObject({ outcome: undefined });
    expect(walk.do(NoteAward, { id: TENDER }, SYSTEM).last).toEqual([]);
    expect(abandonedWalk().do(NoteAward, { id: TENDER }, SYSTEM).state).toMatchObject({ state: 'ABANDONED' });
  });
});

describe('the outcome (L-53)', () => {
  it('is won by a signature, whatever the state, and sums what is signed', () => {
    wonWalk().recorded({
      type: 'LeadOutcomeRecorded',
      data: {
        leadId: LEAD_ID,
        state: 'CLOSED',
        outcome: 'WON',
        attemptNo: 1,
        contracts: [{ contractId: CONTRACT_ID, state: 'SIGNED', amountFen: 700_000_000, attemptNo: 1 }],
        amountFen: 700_000_000,
        reasons: [],
        source: 'DESIGN_INSTITUTE',
        salespersonId: 'li-na',
        recordedOn: on,
      },
    });
    expect(abandonedWalk().do(RecordOutcome, signed(), SYSTEM).state).toMatchObject({
      state: 'CLOSED',
      outcome: 'WON',
    });
    expect(wonWalk().do(RecordOutcome, signed(LOT_2, 1), SYSTEM).last[0]?.data).toMatchObject({
      amountFen: 700_000_001,
    });
    expect(wonWalk().do(RecordOutcome, signed(), SYSTEM).last).toEqual([]);
  });
  it('is terminated, else void, where nothing signed is left', () => {
    expect(end(wonWalk(), 'TERMINATED').state).toMatchObject({ state: 'CLOSED', outcome: 'TERMINATED' });
    expect(end(wonWalk(), 'VOIDED').state).toMatchObject({ outcome: 'VOID' });
    expect(
      end(end(wonWalk().do(RecordOutcome, signed(LOT_2), SYSTEM), 'VOIDED'), 'TERMINATED', LOT_2).state,
    ).toMatchObject({ outcome: 'TERMINATED' });
  });
  it('stays void where the signature is heard of later', () => {
    const walk = end(convertedWalk(), 'VOIDED');
    expect(walk.state).toMatchObject({ outcome: 'VOID' });
    expect(walk.do(RecordOutcome, signed(), SYSTEM).last).toEqual([]);
  });
  it('of another attempt is another one', () => {
    const walk = end(wonWalk(), 'VOIDED').do(ReviveLead, { trigger: 'OTHER', note: 'x', siblings });
    walk.do(ConvertLead, { route: 'TENDER', estimatedAmountFen: 1, siblings });
    const second = walk.state.state === 'NONE' ? '' : (walk.state.pursuits[1]?.id ?? '');
    expect(walk.do(EndPursuit, { ...LOST, id: second }, SYSTEM).state).toMatchObject({ outcome: 'LOST', attemptNo: 2 });
  });
  it('is no more told of a merged lead', () =>
    expect(mergedWalk().refused(RecordOutcome, signed(), SYSTEM)).toMatchObject({ code: 'INVALID_TRANSITION' }));
});

describe('what is noted', () => {
  it('each step of the sale once (L-54)', () => {
    const step = { step: 'DISPATCHED', on, ref: 'shipment-1' } as const;
    const walk = wonWalk().do(NoteStep, step, SYSTEM);
    walk.recorded({ type: 'SalesStepReached', data: { leadId: LEAD_ID, state: 'CLOSED', ...step } });
    expect(walk.do(NoteStep, { ...step, ref: 'shipment-2' }, SYSTEM).last).toEqual([]);
  });
  it('each hint once (L-55)', () => {
    const hint = { source: 'PROJECT_HANDOVER', ref: 'handover-1', text: '地暖' } as const;
    const walk = capturedWalk().do(NoteLeadHint, hint, SYSTEM);
    walk.recorded({
      type: 'LeadHintNoted',
      data: { leadId: LEAD_ID, state: 'CAPTURED', ...hint, salespersonId: 'li-na', notedOn: on },
    });
    expect(walk.do(NoteLeadHint, hint, SYSTEM).last).toEqual([]);
  });
  it('the cost of each rejected sample once (L-56)', () => {
    const cost = { sampleProjectId: OTHER_LEAD_ID, costFen: 3_000_000 };
    const walk = capturedWalk().do(NoteSampleCost, cost, SYSTEM);
    walk.recorded({
      type: 'SampleCostNoted',
      data: { leadId: LEAD_ID, state: 'CAPTURED', ...cost, acquisitionCostFen: 3_000_000, notedOn: on },
    });
    expect(walk.do(NoteSampleCost, cost, SYSTEM).last).toEqual([]);
    expect(walk.do(NoteSampleCost, { ...cost, sampleProjectId: LOT_2 }, SYSTEM).state).toMatchObject({
      sampleCostFen: 6_000_000,
    });
  });
});
