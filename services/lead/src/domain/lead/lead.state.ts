import type { CustomerSegment, PartyRole } from '../party/party.values.js';
import type { ConstructionPhase, ConstructionProcess, PermitType, WorkPackage } from '../construction.values.js';
import type {
  AbandonReason,
  ChecklistItem,
  CompetitionDimension,
  ContractStanding,
  FundingStatus,
  KeyPersonKind,
  LeadOutcome,
  LeadSource,
  LeadState,
  Ownership,
  PartnerVerdict,
  PursuitEnd,
  PursuitState,
  PursuitType,
  RelationshipLevel,
  SalesStep,
  SupportLevel,
  WorkStatus,
} from './lead.values.js';

export interface NoLead {
  readonly state: 'NONE';
}

/** What was heard of the project (线索登记). */
export interface Captured {
  readonly projectName: string;
  readonly city: string;
  readonly district?: string;
  readonly source: LeadSource;
  readonly referrerRef?: string;
  readonly ownerName?: string;
  readonly ownerPartyId?: string;
  readonly designInstitutePartyId?: string;
  readonly customerSegment?: CustomerSegment;
}

/** A contact in the contact register (项目联络登记表), and what the person is there for. */
export interface RegisteredContact {
  readonly partyId: string;
  readonly contactId: string;
  readonly role: string;
}

export interface ProjectDescription {
  readonly scale: string;
  readonly buildingAreaM2?: number;
  readonly investmentFen?: number;
  readonly fundingSource: string;
  readonly fundingStatus: FundingStatus;
  readonly landInfo?: string;
  readonly address?: string;
  readonly plannedStartOn?: string;
  readonly plannedCompletionOn?: string;
}

export interface NeededEquipment {
  readonly name: string;
  readonly spec?: string;
  /** Decimal text. */
  readonly qty?: string;
  readonly uom?: string;
}

export interface ProjectNeeds {
  readonly equipment: readonly NeededEquipment[];
  readonly technology: readonly string[];
  readonly painPoints: readonly string[];
  readonly expectations: readonly string[];
  readonly industryBackground?: string;
  readonly preferences?: string;
  readonly budgetFen?: number;
  readonly requiredOn?: string;
}

export interface Stakeholder {
  readonly partyId: string;
  readonly role: PartyRole;
}

export interface KeyPerson {
  readonly partyId: string;
  readonly contactId: string;
  readonly personRef: string;
  readonly post: string;
  readonly kind: KeyPersonKind;
  readonly supportLevel: SupportLevel;
}

/** Somebody through whom the relationship to the owner is made (关系合作方). */
export interface RelationshipPartner {
  readonly partyId: string;
  readonly agreementNeeded: boolean;
  readonly agreementRef?: string;
  readonly state: 'SOUGHT' | 'ENGAGED' | 'ENDED';
}

export interface Manufacturer {
  readonly partyId: string;
  readonly buyoutFeasible: boolean;
  /** 1 to 5. */
  readonly techScore: number;
  readonly commercialScore: number;
  readonly isSelected: boolean;
}

export interface PartnerScores {
  readonly technical: number;
  readonly commercial: number;
  readonly price: number;
  readonly leadTime: number;
  readonly competence: number;
}

export interface EvaluatedPartner {
  readonly partyId: string;
  readonly scores: PartnerScores;
  readonly total: number;
  readonly verdict: PartnerVerdict;
  readonly conditions: readonly string[];
}

export interface ObservedCompetitor {
  readonly partyId: string;
  readonly name: string;
  readonly dimension: CompetitionDimension;
  readonly strengths: readonly string[];
  readonly weaknesses: readonly string[];
  readonly evidenceRef?: string;
}

export interface LeadDocument {
  readonly type: string;
  readonly title?: string;
  readonly ref: string;
  readonly on: string;
}

export interface Permit {
  readonly type: PermitType;
  readonly no?: string;
  readonly issuedOn?: string;
}

export interface WorkProgress {
  readonly code: WorkPackage;
  readonly status: WorkStatus;
  readonly on?: string;
}

/** How far the building is, as sales saw it. */
export interface ObservedConstruction {
  readonly constructionPhase: ConstructionPhase;
  readonly constructionProcess: ConstructionProcess;
  readonly permits: readonly Permit[];
  readonly workPackages: readonly WorkProgress[];
  readonly propertyPartyId?: string;
  readonly takeOverOn?: string;
  readonly observedOn?: string;
}

export interface CheckedItem {
  readonly item: ChecklistItem;
  readonly status: 'CONFIRMED' | 'NOT_APPLICABLE';
  readonly evidence: string;
  readonly notApplicableReason?: string;
  readonly on: string;
}

export interface Pursuit {
  readonly type: PursuitType;
  readonly id: string;
  readonly attemptNo: number;
  readonly state: PursuitState;
  readonly how?: PursuitEnd;
  /** Why it has ended. */
  readonly reasons?: readonly string[];
}

export interface LeadContract {
  readonly contractId: string;
  readonly state: ContractStanding;
  readonly amountFen: number;
  readonly attemptNo: number;
}

export interface Abandonment {
  readonly reason: AbandonReason;
  readonly note: string;
  readonly revisitOn?: string;
  readonly fromState: LeadState;
}

export interface ExistingLead {
  readonly state: LeadState;
  readonly leadId: string;
  /** The lead's own id: everything that follows from it is the same engineering project. */
  readonly projectId: string;
  readonly leadNo: string;
  /** Counts the revivals. */
  readonly attemptNo: number;
  readonly captured: Captured;
  readonly capturedBy: string;
  readonly capturedOn: string;
  readonly isImported: boolean;
  /** Another lead of the same project was known when it was captured. */
  readonly duplicateOverrideReason?: string;
  readonly needsSummary?: string;
  readonly ownership: Ownership;
  readonly salespersonId?: string;
  readonly teamId?: string;
  /** Who held it last, and until when that person may not claim it. */
  readonly lastHolder?: { readonly salespersonId: string; readonly coolOffUntil: string };
  readonly channelId?: string;
  readonly registration?: { readonly folderNo: string; readonly on: string };
  readonly contactRegister: readonly RegisteredContact[];
  readonly productLineIds: readonly string[];
  readonly estimatedAmountFen?: number;
  readonly winProbabilityBps?: number;
  readonly expectedSigningOn?: string;
  readonly description?: ProjectDescription;
  readonly needs?: ProjectNeeds;
  readonly stakeholders: readonly Stakeholder[];
  readonly keyPersons: readonly KeyPerson[];
  readonly relationship: RelationshipLevel;
  readonly partners: readonly RelationshipPartner[];
  readonly entryPoints: { readonly technologies: readonly string[]; readonly equipment: readonly string[] };
  readonly manufacturers: readonly Manufacturer[];
  readonly evaluatedPartners: readonly EvaluatedPartner[];
  readonly competitors: readonly ObservedCompetitor[];
  readonly documents: readonly LeadDocument[];
  readonly construction?: ObservedConstruction;
  readonly checklist: readonly CheckedItem[];
  readonly pursuits: readonly Pursuit[];
  readonly contracts: readonly LeadContract[];
  readonly outcome?: LeadOutcome;
  readonly steps: readonly { readonly step: SalesStep; readonly on: string }[];
  readonly abandonment?: Abandonment;
  readonly intoLeadId?: string;
  readonly sampleCostFen: number;
  readonly noted: { readonly hints: readonly string[]; readonly samples: readonly string[] };
}

export type Lead = NoLead | ExistingLead;

export const exists = (lead: Lead): lead is ExistingLead => lead.state !== 'NONE';
