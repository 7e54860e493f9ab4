import { judgeTransitions, typesWrittenOut } from '@engsales/event-sourcing/testing';
import { AbandonLead, ConvertLead, MarkRevisitDue, MergeLead, ReviveLead } from './converting/converting.commands.js';
import { CaptureLead, CorrectLead, ImportLead } from './capturing/capturing.commands.js';
import {
  FileDocument,
  HoldTechnicalExchange,
  ObtainFeasibilityReport,
  VisitSampleSite,
} from './evidence/evidence.commands.js';
import { lead } from './lead.js';
import {
  CHANNEL_ID,
  CONTACT_ID,
  CONTRACT_ID,
  HEARD,
  LEAD_ID,
  OTHER_LEAD_ID,
  OWNER_ID,
  SIBLINGS as siblings,
} from './lead.fixtures.js';
import {
  abandonedWalk,
  capturedWalk,
  convertedWalk,
  LeadWalk,
  mergedWalk,
  qualifiedWalk,
  registeredWalk,
  wonWalk,
} from './lead.walk.js';
import {
  EndPursuit,
  NoteAward,
  NoteLeadHint,
  NotePursuit,
  NoteSampleCost,
  NoteStep,
  RecordOutcome,
} from './outcome/outcome.commands.js';
import {
  AssignLead,
  AttachChannel,
  ClaimLead,
  DetachChannel,
  RecycleLead,
  ReleaseToPool,
} from './ownership/ownership.commands.js';
import {
  DescribeProject,
  ForecastLead,
  ObserveConstructionPhase,
  RecordNeeds,
  RegisterProject,
  SetEntryPoints,
  UpdateContactRegister,
} from './profiling/profiling.commands.js';
import { ConfirmChecklistItem, WithdrawChecklistItem } from './qualifying/qualifying.commands.js';
import {
  AssessRelationship,
  DropKeyPerson,
  EndRelationshipPartner,
  EngageRelationshipPartner,
  EvaluatePartner,
  IdentifyKeyPerson,
  ObserveCompetitor,
  RecordStakeholder,
  RemoveStakeholder,
  ScreenManufacturer,
  SeekRelationshipPartner,
  SelectManufacturer,
} from './relations/relations.commands.js';

const possible = judgeTransitions({
  aggregate: lead,
  ids: { leadId: LEAD_ID },
  states: {
    NONE: () => new LeadWalk(),
    CAPTURED: capturedWalk,
    QUALIFYING: registeredWalk,
    DEVELOPING: qualifiedWalk,
    CONVERTED: convertedWalk,
    CLOSED: wonWalk,
    ABANDONED: abandonedWalk,
    MERGED: mergedWalk,
  },
  codeIn: (state) => (state === 'NONE' ? 'NOT_FOUND' : 'INVALID_TRANSITION'),
});

const [C, Q, D, V, X, A, M] = [
  'CAPTURED',
  'QUALIFYING',
  'DEVELOPING',
  'CONVERTED',
  'CLOSED',
  'ABANDONED',
  'MERGED',
] as const;
const reason = 'x';
const party = { partyId: OWNER_ID };

describe('in which state (L-57)', () => {
  possible(CorrectLead, { reason, siblings }, [C, Q, D]);
  possible(AssignLead, { salespersonId: 'zhao-lei' }, [C, Q, D, V, X, A]);
  possible(ReleaseToPool, { reason }, [C, Q, D]);
  possible(RecycleLead, { lastOn: '2025-03-07' }, [C, Q, D]);
  possible(ClaimLead, {}, [C, Q, D]);
  possible(AttachChannel, { channelId: CHANNEL_ID, siblings }, [C, Q, D]);
  possible(DetachChannel, { reason }, [C, Q, D]);
  possible(RegisterProject, { contactRegister: [], productLineIds: [] }, [C]);
  possible(ForecastLead, {}, [C, Q, D, V]);
  possible(AbandonLead, { note: 'x' }, [C, Q, D, V]);
  possible(ReviveLead, { trigger: 'OTHER', note: 'x' }, [A, X]);
  possible(MergeLead, { intoLeadId: OTHER_LEAD_ID, reason }, [C, Q, D, A]);
  possible(MarkRevisitDue, { revisitOn: '2025-06-02' }, [A]);
  possible(NotePursuit, { pursuitType: 'TENDER', id: CONTRACT_ID }, [Q, D, V]);
  possible(EndPursuit, { pursuitType: 'TENDER', id: CONTRACT_ID, how: 'NO_BID', reasons: [] }, [C, Q, D, V, X, A]);
  possible(NoteAward, { id: CONTRACT_ID }, [C, Q, D, V, X, A]);
  possible(RecordOutcome, { contractId: CONTRACT_ID, kind: 'SIGNED', on: '2025-03-07' }, [C, Q, D, V, X, A]);
  possible(NoteStep, { step: 'SIGNED', on: '2025-03-07', ref: 'x' }, [C, Q, D, V, X, A, M]);
  possible(NoteLeadHint, { source: 'OTHER', ref: 'x' }, [C, Q, D, V, X, A, M]);
  possible(NoteSampleCost, { sampleProjectId: 'x', costFen: 1 }, [C, Q, D, V, X, A, M]);
});

const later = (states: readonly (typeof Q | typeof V | typeof D | typeof X)[]) => ({
  states,
  earlier: 'PROJECT_NOT_REGISTERED',
});
const qd = later([Q, D]);
const qdv = later([Q, D, V]);
const cases: readonly [new (...given: never[]) => { readonly type: string }, object, typeof qd][] = [
  [UpdateContactRegister, { contactRegister: [] }, qdv],
  [DescribeProject, { productLineIds: [] }, qd],
  [RecordNeeds, { equipment: [], technology: [] }, qd],
  [SetEntryPoints, { technologies: [], equipment: [] }, qd],
  [ObserveConstructionPhase, { process: 'SALES', observedOn: '2025-03-07' }, later([Q, D, V, X])],
  [ObtainFeasibilityReport, { docRef: 'x', on: '2025-03-07' }, qdv],
  [HoldTechnicalExchange, { on: '2025-03-07', attendees: [], topics: [], result: 'x' }, qdv],
  [VisitSampleSite, { site: 'x', on: '2025-03-07', impression: 'x' }, qdv],
  [FileDocument, { documentType: 'x', title: 'x', docRef: 'x' }, qdv],
  [RecordStakeholder, { ...party, role: 'OWNER', siblings }, qd],
  [RemoveStakeholder, { ...party, role: 'BANK', reason }, qd],
  [
    IdentifyKeyPerson,
    { ...party, contactId: CONTACT_ID, kind: 'DECISION_MAKER', supportLevel: 'NEUTRAL', siblings },
    qd,
  ],
  [DropKeyPerson, { ...party, contactId: CONTACT_ID, kind: 'DECISION_MAKER', reason }, qd],
  [AssessRelationship, { level: 'STRONG', note: 'x' }, qdv],
  [SeekRelationshipPartner, { ...party, agreementNeeded: false, note: 'x', siblings }, qd],
  [EngageRelationshipPartner, { ...party, siblings }, qd],
  [EndRelationshipPartner, { ...party, reason }, qd],
  [ScreenManufacturer, { ...party, buyoutFeasible: true, techScore: 1, commercialScore: 1, note: 'x', siblings }, qd],
  [SelectManufacturer, { ...party, techAdvantages: 'x', commercialAdvantages: 'x' }, qd],
  [
    EvaluatePartner,
    {
      ...party,
      scores: { technical: 1, commercial: 1, price: 1, leadTime: 1, competence: 1 },
      verdict: 'SUITABLE',
      siblings,
    },
    qd,
  ],
  [ObserveCompetitor, { ...party, dimension: 'TECHNICAL', strengths: [], weaknesses: [], siblings }, qd],
  [ConfirmChecklistItem, { item: 'ORG_STRUCTURE_KNOWN', evidence: 'x' }, qd],
  [WithdrawChecklistItem, { item: 'BANK', reason }, qd],
  [ConvertLead, { route: 'TENDER', estimatedAmountFen: 1 }, qd],
];

describe('before its project is registered nothing is worked on (L-20)', () => {
  const walks = {
    CAPTURED: capturedWalk,
    QUALIFYING: registeredWalk,
    DEVELOPING: qualifiedWalk,
    CONVERTED: convertedWalk,
    CLOSED: wonWalk,
    ABANDONED: abandonedWalk,
    MERGED: mergedWalk,
  };
  it.each(cases)('%p', (command, data, { states, earlier }) => {
    const by = { id: 'wang-fang', role: 'SALES_MANAGER' };
    for (const [state, walk] of Object.entries(walks)) {
      const { code } = walk().refused(command as never, data, by);
      const isRefusedByState = [earlier, 'INVALID_TRANSITION'].includes(code);
      expect([state, isRefusedByState]).toEqual([state, !(states as readonly string[]).includes(state)]);
      if (state === 'CAPTURED') expect(code).toBe(earlier);
    }
    expect(lead.transitions[command.name]).toEqual(states);
  });
});

const judgedApart = [...cases.map(([{ name }]) => name), 'CaptureLead', 'ImportLead'];
possible.every(Object.fromEntries(Object.entries(lead.transitions).filter(([name]) => !judgedApart.includes(name))));

it('a lead begins once', () => {
  expect(capturedWalk().refused(CaptureLead, HEARD)).toMatchObject({ code: 'DUPLICATE_LEAD' });
  expect(capturedWalk().refused(ImportLead, { ...HEARD, capturedOn: '2025-03-07' })).toMatchObject({
    code: 'ALREADY_IMPORTED',
  });
});

it('every event of a lead is compared whole in a spec', () => {
  const written = typesWrittenOut(__dirname);
  expect(Object.keys(lead.stored).filter((type) => !written.has(type))).toEqual([]);
});
