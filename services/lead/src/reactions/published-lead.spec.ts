import type { RecordedEvent } from '@engsales/event-sourcing';
import { publishing } from '@engsales/messaging';
import { publicationFaults } from '@engsales/messaging/testing';
import { CaptureLead } from '../domain/lead/capturing/capturing.commands.js';
import { AbandonLead } from '../domain/lead/converting/converting.commands.js';
import type { LeadEvent } from '../domain/lead/lead.events.js';
import {
  CHANNEL_ID,
  CONTRACT_ID,
  HEARD,
  INSTITUTE_ID,
  LEAD_ID,
  MAKER_ID,
  OTHER_LEAD_ID,
  OWNER_ID,
  SIBLINGS as siblings,
} from '../domain/lead/lead.fixtures.js';
import {
  abandonedWalk,
  convertedWalk,
  leadLives,
  LeadWalk,
  lostWalk,
  MANAGER,
  mergedWalk,
  qualifiedWalk,
  wonWalk,
} from '../domain/lead/lead.walk.js';
import { AssignLead } from '../domain/lead/ownership/ownership.commands.js';
import { ObserveConstructionPhase } from '../domain/lead/profiling/profiling.commands.js';
import { publishedLead } from './published-lead.js';

const TEAM = '9e107d9d-372b-5b68-8d6e-0a1b2c3d4e5f';
const TENDER = 'deb5c600-bb39-5f55-8c9f-48d8b5078430';
const publishes = publishing<LeadEvent>({ ...publishedLead });
/** As it goes over the wire: what is absent is absent there. */
const published = (events: readonly LeadEvent[]) =>
  events
    .flatMap((event) => publishes(event as unknown as RecordedEvent) ?? [])
    .map(({ event, data }) => [event.type, JSON.parse(JSON.stringify(data)) as unknown] as const);

describe('what is published of a lead', () => {
  it('is described by its schemas to the last field', () => {
    const events = Object.values(leadLives).flatMap((life) => life().past);
    const all = events.flatMap((event) => publishes(event as unknown as RecordedEvent) ?? []);
    // the frozen schema of a conversion says nothing of what is inside its parts
    const faults = publicationFaults('lead', all).filter((fault) => !fault.startsWith('lead.LeadConverted: data/'));
    expect(faults.filter((fault) => !fault.endsWith('was not published'))).toEqual([]);
    expect(faults.filter((fault) => !/SalesPlan|Channel/.test(fault))).toEqual([]);
  });

  it('is that it was captured, with all that was heard', () => {
    const heard = {
      ...HEARD,
      district: '江北区',
      source: 'PERSONAL_REFERRAL',
      referrerRef: 'staff-9',
      ownerName: '临江市卫健委',
      ownerPartyId: OWNER_ID,
      designInstitutePartyId: INSTITUTE_ID,
      customerSegment: 'GOVERNMENT',
      constructionProcess: 'PRE_SALE',
      needsSummary: '中央空调',
      channelId: CHANNEL_ID,
      duplicateOverrideReason: '两个标段',
    } as const;
    const walk = new LeadWalk().do(CaptureLead, { ...heard, salespersonId: 'li-na', siblings }, MANAGER);
    expect(published(walk.last)).toEqual([
      [
        'lead.LeadCaptured',
        {
          leadId: LEAD_ID,
          leadNo: 'XS-20250307-3F9A2C',
          state: 'CAPTURED',
          ownership: 'OWNED',
          projectName: '临江市第二人民医院新院区',
          city: '临江市',
          source: 'PERSONAL_REFERRAL',
          referrerRef: 'staff-9',
          ownerPartyId: OWNER_ID,
          ownerName: '临江市卫健委',
          designInstitutePartyId: INSTITUTE_ID,
          customerSegment: 'GOVERNMENT',
          constructionProcess: 'PRE_SALE',
          estimatedAmountFen: 100_000_000,
          salespersonId: 'li-na',
          channelId: CHANNEL_ID,
          capturedBy: 'wang-fang',
          capturedOn: '2025-03-07',
          duplicateOverrideReason: '两个标段',
        },
      ],
    ]);
    expect(published(leadLives.imported?.().past ?? [])).toMatchObject([
      ['lead.LeadCaptured', { imported: true, capturedOn: '2024-12-31' }],
    ]);
  });

  it('is that it was assigned, with the tender that goes with it (L-10)', () => {
    const walk = convertedWalk().do(AssignLead, { salespersonId: 'zhao-lei', reason: '区域调整', siblings }, MANAGER);
    expect(published(walk.last)).toEqual([
      [
        'lead.LeadAssigned',
        {
          leadId: LEAD_ID,
          state: 'CONVERTED',
          ownership: 'OWNED',
          salespersonId: 'zhao-lei',
          teamId: TEAM,
          previousSalespersonId: 'li-na',
          pursuits: [{ type: 'TENDER', id: TENDER, state: 'OPEN' }],
          reason: '区域调整',
          assignedOn: '2025-03-07',
        },
      ],
    ]);
  });

  it('is that it was qualified, by which items (L-32)', () => {
    const on = '2025-03-07';
    expect(published(qualifiedWalk().last)).toEqual([
      [
        'lead.LeadQualified',
        {
          leadId: LEAD_ID,
          state: 'DEVELOPING',
          attemptNo: 1,
          checklist: [
            { item: 'OWNER_CONFIRMED', status: 'CONFIRMED', on },
            { item: 'SCALE_KNOWN', status: 'CONFIRMED', on },
            { item: 'FUNDING_KNOWN', status: 'CONFIRMED', on },
            { item: 'ORG_STRUCTURE_KNOWN', status: 'CONFIRMED', on },
            { item: 'EQUIPMENT_NEEDS_KNOWN', status: 'CONFIRMED', on },
            { item: 'TECHNOLOGY_NEEDS_KNOWN', status: 'CONFIRMED', on },
            { item: 'DESIGN_INSTITUTE_CONFIRMED', status: 'NOT_APPLICABLE', on },
          ],
          salespersonId: 'li-na',
          qualifiedOn: on,
        },
      ],
    ]);
  });

  it('is what the construction was seen to be, and all that was seen before (L-23)', () => {
    const seen = { observedOn: '2025-03-07', siblings } as const;
    const walk = qualifiedWalk()
      .do(ObserveConstructionPhase, {
        ...seen,
        process: 'SALES',
        permits: [{ type: 'PRESALE_PERMIT', no: 'YS-7', issuedOn: '2025-02-01' }],
        workPackages: [{ code: 'HVAC', status: 'PLANNED' }],
        propertyPartyId: MAKER_ID,
        takeOverOn: '2025-09-01',
      })
      .do(ObserveConstructionPhase, { ...seen, process: 'CONSTRUCTION_2', reason: '返工' });
    expect(published(walk.last)).toEqual([
      [
        'lead.ConstructionPhaseObserved',
        {
          leadId: LEAD_ID,
          state: 'DEVELOPING',
          constructionPhase: 'CONSTRUCTION_START',
          constructionProcess: 'CONSTRUCTION_2',
          permits: [{ type: 'PRESALE_PERMIT', no: 'YS-7', issuedOn: '2025-02-01' }],
          workPackages: [{ code: 'HVAC', status: 'PLANNED' }],
          propertyPartyId: MAKER_ID,
          takeOverOn: '2025-09-01',
          observedOn: '2025-03-07',
          reason: '返工',
        },
      ],
    ]);
  });

  it('is that it was given up, revived and merged (L-42, L-43, L-44)', () => {
    expect(published(abandonedWalk().last)).toEqual([
      [
        'lead.LeadAbandoned',
        {
          leadId: LEAD_ID,
          state: 'ABANDONED',
          fromState: 'DEVELOPING',
          attemptNo: 1,
          reason: 'RELATIONSHIP_LACKING',
          note: '没有关系',
          revisitOn: '2025-06-02',
          pursuits: [],
          abandonedOn: '2025-03-07',
        },
      ],
    ]);
    const converted = convertedWalk().do(AbandonLead, { reason: 'LOST_TO_COMPETITOR', note: '已定标' });
    expect(published(converted.last)).toMatchObject([
      ['lead.LeadAbandoned', { fromState: 'CONVERTED', pursuits: [{ type: 'TENDER', id: TENDER, state: 'OPEN' }] }],
    ]);
    const revival = {
      leadId: LEAD_ID,
      state: 'DEVELOPING',
      attemptNo: 2,
      trigger: 'PARTNER_ENGAGED',
      note: '有了合作方',
      salespersonId: 'li-na',
      revivedOn: '2025-06-02',
    };
    expect(published(leadLives.revived?.().last ?? [])).toEqual([['lead.LeadRevived', revival]]);
    const merger = { intoLeadId: OTHER_LEAD_ID, reason: '同一项目', mergedOn: '2025-03-07' };
    expect(published(mergedWalk().last)).toEqual([
      ['lead.LeadMerged', { leadId: LEAD_ID, state: 'MERGED', ...merger }],
    ]);
  });
});

describe('what is published of the end of a lead', () => {
  const outcome = { leadId: LEAD_ID, state: 'CLOSED', attemptNo: 1, source: 'DESIGN_INSTITUTE' };
  const common = { ...outcome, salespersonId: 'li-na', recordedOn: '2025-03-07' };

  it('is what became of it, with the contracts behind it (L-51, L-53)', () => {
    expect(published(wonWalk().last)).toEqual([
      [
        'lead.LeadOutcomeRecorded',
        {
          ...common,
          outcome: 'WON',
          contracts: [{ contractId: CONTRACT_ID, state: 'SIGNED', amountFen: 700_000_000 }],
          amountFen: 700_000_000,
          reasons: [],
        },
      ],
    ]);
    expect(published(lostWalk().last)).toEqual([
      ['lead.LeadOutcomeRecorded', { ...common, outcome: 'LOST', contracts: [], amountFen: 0, reasons: ['PRICE'] }],
    ]);
  });
});
