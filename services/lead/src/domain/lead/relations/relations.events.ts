import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { LeadFact } from '../lead-fact.events.js';
import type { PartyRole } from '../../party/party.values.js';
import type {
  CompetitionDimension,
  KeyPersonKind,
  PartnerVerdict,
  RelationshipLevel,
  SupportLevel,
} from '../lead.values.js';

export interface OfParty extends LeadFact {
  readonly partyId: string;
}

export type StakeholderRecorded = DomainEvent<'StakeholderRecorded', OfParty & { readonly role: PartyRole }>;
export type StakeholderRemoved = DomainEvent<
  'StakeholderRemoved',
  OfParty & { readonly role: PartyRole; readonly reason: string }
>;

export interface KeyPersonNamed extends OfParty {
  readonly contactId: string;
  readonly kind: KeyPersonKind;
}

export type KeyPersonIdentified = DomainEvent<
  'KeyPersonIdentified',
  KeyPersonNamed & { readonly personRef: string; readonly post: string; readonly supportLevel: SupportLevel }
>;
export type KeyPersonDropped = DomainEvent<'KeyPersonDropped', KeyPersonNamed & { readonly reason: string }>;

export type RelationshipAssessed = DomainEvent<
  'RelationshipAssessed',
  LeadFact & { readonly relationship: RelationshipLevel; readonly note: string }
>;

export type RelationshipPartnerSought = DomainEvent<
  'RelationshipPartnerSought',
  OfParty & { readonly agreementNeeded: boolean; readonly note: string }
>;
export type RelationshipPartnerEngaged = DomainEvent<
  'RelationshipPartnerEngaged',
  OfParty & { readonly agreementNeeded: boolean; readonly agreementRef?: string }
>;
export type RelationshipPartnerEnded = DomainEvent<'RelationshipPartnerEnded', OfParty & { readonly reason: string }>;

export type ManufacturerScreened = DomainEvent<
  'ManufacturerScreened',
  OfParty & {
    readonly buyoutFeasible: boolean;
    readonly techScore: number;
    readonly commercialScore: number;
    readonly note: string;
  }
>;
export type ManufacturerSelected = DomainEvent<
  'ManufacturerSelected',
  OfParty & { readonly techAdvantages: string; readonly commercialAdvantages: string }
>;

export type PartnerEvaluated = DomainEvent<
  'PartnerEvaluated',
  OfParty & {
    readonly scores: {
      readonly technical: number;
      readonly commercial: number;
      readonly price: number;
      readonly leadTime: number;
      readonly competence: number;
    };
    /** Of 25. */
    readonly total: number;
    readonly verdict: PartnerVerdict;
    readonly conditions: readonly string[];
  }
>;

export type CompetitorObserved = DomainEvent<
  'CompetitorObserved',
  OfParty & {
    readonly name: string;
    readonly dimension: CompetitionDimension;
    readonly strengths: readonly string[];
    readonly weaknesses: readonly string[];
    readonly evidenceRef?: string;
  }
>;

export type StakeholderEvent =
  StakeholderRecorded | StakeholderRemoved | KeyPersonIdentified | KeyPersonDropped | RelationshipAssessed;
export type PartnerEvent =
  | RelationshipPartnerSought
  | RelationshipPartnerEngaged
  | RelationshipPartnerEnded
  | ManufacturerScreened
  | ManufacturerSelected
  | PartnerEvaluated
  | CompetitorObserved;
