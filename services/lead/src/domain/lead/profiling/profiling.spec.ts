import {
  CLOSED_PARTY_ID,
  CONTACT_ID,
  DESCRIPTION,
  LEAD_ID,
  LINE_ID,
  NEEDS,
  OTHER_LEAD_ID,
  OWNER_ID,
  SIBLINGS as siblings,
} from '../lead.fixtures.js';
import { capturedWalk, qualifiedWalk, registeredWalk } from '../lead.walk.js';
import {
  DescribeProject,
  ForecastLead,
  ObserveConstructionPhase,
  RecordNeeds,
  RegisterProject,
  SetEntryPoints,
  UpdateContactRegister,
} from './profiling.commands.js';

const fact = { leadId: LEAD_ID, state: 'QUALIFYING', by: 'li-na', recordedOn: '2025-03-07' } as const;
const CONTACT = { partyId: OWNER_ID, contactId: CONTACT_ID, role: '基建负责人' };

describe('a registered project (L-20)', () => {
  it('has contacts and a folder, which has the number of the lead by default', () =>
    registeredWalk().recorded({
      type: 'ProjectRegistered',
      data: { ...fact, contactRegister: [CONTACT], folderNo: 'XS-20250307-3F9A2C', productLineIds: [LINE_ID] },
    }));
  it('names contacts and product lines that there are, one at least', () => {
    const register = (contactRegister: readonly (typeof CONTACT)[], productLineIds: readonly string[] = []) =>
      capturedWalk().refused(RegisterProject, { contactRegister, productLineIds, siblings });
    expect(register([])).toEqual({ code: 'CONTACT_REGISTER_EMPTY' });
    expect(register([{ ...CONTACT, contactId: OTHER_LEAD_ID }])).toMatchObject({ code: 'NOT_FOUND' });
    expect(register([{ ...CONTACT, partyId: CLOSED_PARTY_ID }])).toMatchObject({ code: 'PARTY_INACTIVE' });
    expect(register([CONTACT], [OTHER_LEAD_ID])).toEqual({ code: 'NOT_FOUND', productLineId: OTHER_LEAD_ID });
  });
  it('has its contacts written anew, whole', () =>
    registeredWalk()
      .do(UpdateContactRegister, { contactRegister: [{ ...CONTACT, role: '院长' }], siblings })
      .recorded({
        type: 'ContactRegisterUpdated',
        data: { ...fact, contactRegister: [{ ...CONTACT, role: '院长' }] },
      }));
});

describe('what is known of a project (L-21)', () => {
  it('is described whole', () =>
    registeredWalk()
      .do(DescribeProject, { ...DESCRIPTION, buildingAreaM2: 120_000, siblings })
      .recorded({
        type: 'ProjectDescribed',
        data: {
          ...fact,
          scale: '床位 800 张',
          buildingAreaM2: 120_000,
          fundingSource: '市财政',
          fundingStatus: 'SECURED',
          productLineIds: [LINE_ID],
        },
      }));
  it('has needs, whole', () =>
    registeredWalk()
      .do(RecordNeeds, { ...NEEDS, budgetFen: 7 })
      .recorded({ type: 'NeedsRecorded', data: { ...fact, ...NEEDS, budgetFen: 7 } }));
  it('needs that are gone take their items of the checklist with them (L-31)', () => {
    const walk = qualifiedWalk().do(RecordNeeds, { ...NEEDS, equipment: [] });
    expect(walk.types).toEqual(['NeedsRecorded', 'ChecklistItemWithdrawn']);
    expect(walk.last[1]?.data).toEqual({
      leadId: LEAD_ID,
      state: 'QUALIFYING',
      by: 'li-na',
      recordedOn: '2025-03-07',
      item: 'EQUIPMENT_NEEDS_KNOWN',
      reason: 'FACT_REMOVED',
    });
    expect(walk.state.state).toBe('QUALIFYING');
  });
  it('has points at which the company comes in', () =>
    registeredWalk()
      .do(SetEntryPoints, { technologies: ['磁悬浮'], equipment: [] })
      .recorded({ type: 'EntryPointsSet', data: { ...fact, technologies: ['磁悬浮'], equipment: [] } }));
  it('has a forecast, of which stays what is not said (L-22)', () =>
    registeredWalk()
      .do(ForecastLead, { winProbabilityBps: 4_000 })
      .recorded({
        type: 'LeadForecast',
        data: { ...fact, estimatedAmountFen: 100_000_000, winProbabilityBps: 4_000 },
      }));
});

describe('the construction (L-23)', () => {
  const seen = () =>
    registeredWalk().do(ObserveConstructionPhase, {
      process: 'CONSTRUCTION_2',
      observedOn: '2025-03-06',
      permits: [{ type: 'CONSTRUCTION_PERMIT', no: '2025-031' }],
      workPackages: [{ code: 'HVAC', status: 'PLANNED' }],
      siblings,
    });
  it('is seen with its permits and work packages', () =>
    seen().recorded({
      type: 'ConstructionPhaseObserved',
      data: {
        ...fact,
        constructionPhase: 'CONSTRUCTION_START',
        constructionProcess: 'CONSTRUCTION_2',
        permits: [{ type: 'CONSTRUCTION_PERMIT', no: '2025-031' }],
        workPackages: [{ code: 'HVAC', status: 'PLANNED' }],
        observedOn: '2025-03-06',
      },
    }));
  it('goes on from what was seen before; back it goes with a reason', () => {
    const on = { observedOn: '2025-03-07', siblings };
    const later = seen().do(ObserveConstructionPhase, {
      ...on,
      process: 'SALES',
      workPackages: [{ code: 'HVAC', status: 'DONE' }],
    });
    expect(later.last[0]?.data).toMatchObject({
      permits: [{ type: 'CONSTRUCTION_PERMIT' }],
      workPackages: [{ code: 'HVAC', status: 'DONE' }],
    });
    expect(later.refused(ObserveConstructionPhase, { ...on, process: 'CONSTRUCTION_1' })).toEqual({
      code: 'PHASE_BACKWARD_REASON_REQUIRED',
      from: 'SALES',
      to: 'CONSTRUCTION_1',
    });
    expect(later.do(ObserveConstructionPhase, { ...on, process: 'CONSTRUCTION_1', reason: '返工' }).types).toEqual([
      'ConstructionPhaseObserved',
    ]);
    expect(
      seen().refused(ObserveConstructionPhase, { process: 'SALES', observedOn: '2025-03-08', siblings }),
    ).toMatchObject({
      code: 'DATE_IN_FUTURE',
    });
  });
});
