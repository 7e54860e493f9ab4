import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { LeadFact } from '../lead-fact.events.js';
import type { ConstructionPhase, ConstructionProcess, PermitType, WorkPackage } from '../../construction.values.js';
import type { FundingStatus, WorkStatus } from '../lead.values.js';

export interface RegisteredContactRecord {
  readonly partyId: string;
  readonly contactId: string;
  readonly role: string;
}

export type ProjectRegistered = DomainEvent<
  'ProjectRegistered',
  LeadFact & {
    readonly contactRegister: readonly RegisteredContactRecord[];
    readonly folderNo: string;
    readonly productLineIds: readonly string[];
  }
>;

export type ContactRegisterUpdated = DomainEvent<
  'ContactRegisterUpdated',
  LeadFact & { readonly contactRegister: readonly RegisteredContactRecord[] }
>;

export type ProjectDescribed = DomainEvent<
  'ProjectDescribed',
  LeadFact & {
    readonly scale: string;
    readonly buildingAreaM2?: number;
    readonly investmentFen?: number;
    readonly fundingSource: string;
    readonly fundingStatus: FundingStatus;
    readonly landInfo?: string;
    readonly address?: string;
    readonly plannedStartOn?: string;
    readonly plannedCompletionOn?: string;
    readonly productLineIds: readonly string[];
  }
>;

export interface EquipmentRecord {
  readonly name: string;
  readonly spec?: string;
  readonly qty?: string;
  readonly uom?: string;
}

export type NeedsRecorded = DomainEvent<
  'NeedsRecorded',
  LeadFact & {
    readonly equipment: readonly EquipmentRecord[];
    readonly technology: readonly string[];
    readonly painPoints: readonly string[];
    readonly expectations: readonly string[];
    readonly industryBackground?: string;
    readonly preferences?: string;
    readonly budgetFen?: number;
    readonly requiredOn?: string;
  }
>;

export type EntryPointsSet = DomainEvent<
  'EntryPointsSet',
  LeadFact & { readonly technologies: readonly string[]; readonly equipment: readonly string[] }
>;

export type LeadForecast = DomainEvent<
  'LeadForecast',
  LeadFact & {
    readonly estimatedAmountFen?: number;
    readonly winProbabilityBps?: number;
    readonly expectedSigningOn?: string;
  }
>;

export interface PermitRecord {
  readonly type: PermitType;
  readonly no?: string;
  readonly issuedOn?: string;
}

export interface WorkProgressRecord {
  readonly code: WorkPackage;
  readonly status: WorkStatus;
  readonly on?: string;
}

export type ConstructionPhaseObserved = DomainEvent<
  'ConstructionPhaseObserved',
  LeadFact & {
    readonly constructionPhase: ConstructionPhase;
    readonly constructionProcess: ConstructionProcess;
    readonly permits: readonly PermitRecord[];
    readonly workPackages: readonly WorkProgressRecord[];
    readonly propertyPartyId?: string;
    readonly takeOverOn?: string;
    readonly observedOn: string;
    readonly reason?: string;
  }
>;

export type ProfilingEvent =
  | ProjectRegistered
  | ContactRegisterUpdated
  | ProjectDescribed
  | NeedsRecorded
  | EntryPointsSet
  | LeadForecast
  | ConstructionPhaseObserved;
