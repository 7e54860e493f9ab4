import { Walk } from '@engsales/event-sourcing/testing';
import { CaptureLead, CorrectLead, ImportLead } from './capturing/capturing.commands.js';
import { AbandonLead, ConvertLead, MarkRevisitDue, MergeLead, ReviveLead } from './converting/converting.commands.js';
import {
  FileDocument,
  HoldTechnicalExchange,
  ObtainFeasibilityReport,
  VisitSampleSite,
} from './evidence/evidence.commands.js';
import { lead } from './lead.js';
import type { LeadCommand } from './lead.commands.js';
import type { LeadEvent } from './lead.events.js';
import {
  CHANNEL_ID,
  CONTACT_ID,
  CONTRACT_ID,
  DESCRIPTION,
  HEARD,
  INSTITUTE_ID,
  LEAD_ID,
  LINE_ID,
  MAKER_ID,
  NEEDS,
  OTHER_LEAD_ID,
  OWNER_ID,
  PARTNER_ID,
  RIVAL_ID,
  SIBLINGS as siblings,
} from './lead.fixtures.js';
import type { Lead } from './lead.state.js';
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

export const SALES = { id: 'li-na', role: 'SALES' };
export const OTHER_SALES = { id: 'zhao-lei', role: 'SALES' };
export const MANAGER = { id: 'wang-fang', role: 'SALES_MANAGER' };
export const SYSTEM = { id: 'system:test', role: 'SYSTEM' };

/** A lead that is led through commands, from Friday 2025-03-07 on. */
export class LeadWalk extends Walk<Lead, LeadCommand, LeadEvent, 'leadId'> {
  constructor(leadId = LEAD_ID) {
    super(lead, { leadId }, SALES);
    this.on('2025-03-07');
  }
}

export const capturedWalk = (): LeadWalk => new LeadWalk().do(CaptureLead, { ...HEARD, siblings });

const REGISTER = [{ partyId: OWNER_ID, contactId: CONTACT_ID, role: '基建负责人' }];

export const registeredWalk = (): LeadWalk =>
  capturedWalk().do(RegisterProject, { contactRegister: REGISTER, productLineIds: [LINE_ID], siblings });

/** All facts are there, nothing is confirmed. */
export const knownWalk = (): LeadWalk =>
  registeredWalk()
    .do(RecordStakeholder, { partyId: OWNER_ID, role: 'OWNER', siblings })
    .do(DescribeProject, { ...DESCRIPTION, siblings })
    .do(RecordNeeds, NEEDS);

export const CONFIRMED = [
  'OWNER_CONFIRMED',
  'SCALE_KNOWN',
  'FUNDING_KNOWN',
  'ORG_STRUCTURE_KNOWN',
  'EQUIPMENT_NEEDS_KNOWN',
  'TECHNOLOGY_NEEDS_KNOWN',
] as const;

export const checkedWalk = (): LeadWalk =>
  CONFIRMED.reduce((walk, item) => walk.do(ConfirmChecklistItem, { item, evidence: '可研批复' }), knownWalk());

export const qualifiedWalk = (): LeadWalk =>
  checkedWalk().do(ConfirmChecklistItem, {
    item: 'DESIGN_INSTITUTE_CONFIRMED',
    evidence: '业主自行设计',
    notApplicableReason: '无设计院',
  });

const DECIDER = { partyId: OWNER_ID, contactId: CONTACT_ID, kind: 'DECISION_MAKER' } as const;

export const readyWalk = (): LeadWalk =>
  qualifiedWalk().do(IdentifyKeyPerson, { ...DECIDER, supportLevel: 'SUPPORTS', siblings });

export const convertedWalk = (): LeadWalk =>
  readyWalk().do(ConvertLead, { route: 'TENDER', estimatedAmountFen: 750_000_000, siblings });

export const wonWalk = (): LeadWalk =>
  convertedWalk().do(
    RecordOutcome,
    { contractId: CONTRACT_ID, kind: 'SIGNED', amountFen: 700_000_000, on: '2025-03-07' },
    SYSTEM,
  );

export const abandonedWalk = (): LeadWalk =>
  qualifiedWalk().do(AbandonLead, { reason: 'RELATIONSHIP_LACKING', note: '没有关系', revisitOn: '2025-06-02' });

export const mergedWalk = (): LeadWalk =>
  registeredWalk().do(
    MergeLead,
    { intoLeadId: OTHER_LEAD_ID, reason: '同一项目', target: { leadId: OTHER_LEAD_ID, state: 'DEVELOPING' } },
    MANAGER,
  );

const tenderOf = ({ state }: LeadWalk): string => (state.state === 'NONE' ? '' : (state.pursuits[0]?.id ?? ''));

export function lostWalk(): LeadWalk {
  const walk = convertedWalk();
  const winner = { partyId: RIVAL_ID, name: '临江暖通工程有限公司', priceFen: 682_000_000 };
  const lost = { pursuitType: 'TENDER', id: tenderOf(walk), how: 'BID_LOST', reasons: ['PRICE'], winner } as const;
  return walk.do(EndPursuit, lost, SYSTEM);
}

const relationsWalk = (): LeadWalk =>
  readyWalk()
    .do(RecordStakeholder, { partyId: INSTITUTE_ID, role: 'DESIGN_INSTITUTE', siblings })
    .do(RemoveStakeholder, { partyId: INSTITUTE_ID, role: 'DESIGN_INSTITUTE', reason: '登记有误' })
    .do(AssessRelationship, { level: 'LACKING', note: '业主单位没有熟人' })
    .do(SeekRelationshipPartner, { partyId: PARTNER_ID, agreementNeeded: true, note: '长期合作', siblings })
    .do(EngageRelationshipPartner, { partyId: PARTNER_ID, agreementRef: 'XY-1', siblings })
    .do(EndRelationshipPartner, { partyId: PARTNER_ID, reason: '合作终止' })
    .do(ScreenManufacturer, {
      partyId: MAKER_ID,
      buyoutFeasible: true,
      techScore: 4,
      commercialScore: 3,
      note: '满足',
      siblings,
    })
    .do(SelectManufacturer, { partyId: MAKER_ID, techAdvantages: '能效高', commercialAdvantages: '账期长' })
    .do(EvaluatePartner, {
      partyId: PARTNER_ID,
      scores: { technical: 4, commercial: 4, price: 3, leadTime: 4, competence: 5 },
      verdict: 'SUITABLE',
      siblings,
    })
    .do(ObserveCompetitor, {
      partyId: RIVAL_ID,
      dimension: 'COMMERCIAL',
      strengths: ['品牌'],
      weaknesses: ['服务慢'],
      evidenceRef: 'DOC-9',
      siblings,
    })
    .do(DropKeyPerson, { ...DECIDER, reason: '已调离' });

const profilingWalk = (): LeadWalk =>
  qualifiedWalk()
    .do(UpdateContactRegister, { contactRegister: REGISTER, siblings })
    .do(SetEntryPoints, { technologies: ['磁悬浮'], equipment: ['冷水机组'] })
    .do(ForecastLead, { winProbabilityBps: 4_000, expectedSigningOn: '2025-09-30' })
    .do(ObserveConstructionPhase, {
      process: 'CONSTRUCTION_1',
      observedOn: '2025-03-07',
      permits: [{ type: 'CONSTRUCTION_PERMIT', no: '2025-031' }],
      workPackages: [{ code: 'STRUCTURE', status: 'IN_PROGRESS' }],
      siblings,
    })
    .do(WithdrawChecklistItem, { item: 'SCALE_KNOWN', reason: '规模有变' });

const evidenceWalk = (): LeadWalk =>
  qualifiedWalk()
    .do(ObtainFeasibilityReport, { docRef: 'KY-1', on: '2025-03-06' })
    .do(HoldTechnicalExchange, {
      on: '2025-03-06',
      attendees: [{ partyId: OWNER_ID, contactId: CONTACT_ID }],
      topics: ['冷站'],
      result: '认可',
      docRef: 'JL-1',
      siblings,
    })
    .do(VisitSampleSite, { site: '省人民医院', on: '2025-03-06', impression: '满意' })
    .do(FileDocument, { documentType: 'PROPOSAL', title: '初步方案', docRef: 'FA-1' });

const ownedWalk = (): LeadWalk =>
  capturedWalk()
    .do(CorrectLead, { city: '临江', reason: '城市有误', siblings })
    .do(AttachChannel, { channelId: CHANNEL_ID, siblings })
    .do(DetachChannel, { reason: '渠道有误' })
    .do(AssignLead, { salespersonId: 'zhao-lei', siblings }, MANAGER)
    .do(ReleaseToPool, { reason: '无力跟进' }, OTHER_SALES)
    .do(ClaimLead, { siblings })
    .do(RecycleLead, { lastOn: '2025-03-07', knownOn: '2025-03-07' }, SYSTEM);

/** Lives of leads that together record every type of event; their streams are frozen in `history/`. */
export const leadLives: Readonly<Record<string, () => LeadWalk>> = {
  won: () =>
    wonWalk()
      .do(NoteStep, { step: 'SIGNED', on: '2025-03-07', ref: CONTRACT_ID }, SYSTEM)
      .do(RecordOutcome, { contractId: CONTRACT_ID, kind: 'TERMINATED', on: '2025-03-08' }, SYSTEM),
  lost() {
    const walk = lostWalk();
    return walk
      .do(NoteAward, { id: tenderOf(walk) }, SYSTEM)
      .do(NotePursuit, { pursuitType: 'TENDER', id: OTHER_LEAD_ID, previousId: tenderOf(walk) }, SYSTEM);
  },
  revived: () =>
    abandonedWalk()
      .on('2025-06-02')
      .do(MarkRevisitDue, { revisitOn: '2025-06-02' }, SYSTEM)
      .do(ReviveLead, { trigger: 'PARTNER_ENGAGED', note: '有了合作方', partner: { partyId: PARTNER_ID }, siblings }),
  merged: () =>
    mergedWalk()
      .do(NoteLeadHint, { source: 'PROJECT_HANDOVER', ref: 'handover-1', text: '地暖' }, SYSTEM)
      .do(NoteSampleCost, { sampleProjectId: OTHER_LEAD_ID, costFen: 3_000_000 }, SYSTEM),
  relations: relationsWalk,
  profile: profilingWalk,
  evidence: evidenceWalk,
  owned: ownedWalk,
  imported: () => new LeadWalk().do(ImportLead, { ...HEARD, capturedOn: '2024-12-31', siblings }),
};
