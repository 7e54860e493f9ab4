import { CommandTo } from '@engsales/event-sourcing/domain';
import type { PartyRole } from '../../party/party.values.js';
import type { Siblings } from '../lead-siblings.js';
import type {
  CompetitionDimension,
  KeyPersonKind,
  PartnerVerdict,
  RelationshipLevel,
  SupportLevel,
} from '../lead.values.js';

/** A party has a role in the project (利益相关方). */
export class RecordStakeholder extends CommandTo<
  'leadId',
  { readonly partyId: string; readonly role: PartyRole; readonly siblings?: Siblings }
> {
  readonly type = 'RecordStakeholder';
}

export class RemoveStakeholder extends CommandTo<
  'leadId',
  { readonly partyId: string; readonly role: PartyRole; readonly reason: string }
> {
  readonly type = 'RemoveStakeholder';
}

/** A contact decides, or has weight (关键人). */
export class IdentifyKeyPerson extends CommandTo<
  'leadId',
  {
    readonly partyId: string;
    readonly contactId: string;
    readonly kind: KeyPersonKind;
    readonly supportLevel: SupportLevel;
    readonly siblings?: Siblings;
  }
> {
  readonly type = 'IdentifyKeyPerson';
}

export class DropKeyPerson extends CommandTo<
  'leadId',
  { readonly partyId: string; readonly contactId: string; readonly kind: KeyPersonKind; readonly reason: string }
> {
  readonly type = 'DropKeyPerson';
}

/** How well the company is connected to the owner (关系评估). */
export class AssessRelationship extends CommandTo<
  'leadId',
  { readonly level: RelationshipLevel; readonly note: string }
> {
  readonly type = 'AssessRelationship';
}

/** Somebody who could make the connection is looked for (寻找关系合作方). */
export class SeekRelationshipPartner extends CommandTo<
  'leadId',
  { readonly partyId: string; readonly agreementNeeded: boolean; readonly note: string; readonly siblings?: Siblings }
> {
  readonly type = 'SeekRelationshipPartner';
}

export class EngageRelationshipPartner extends CommandTo<
  'leadId',
  { readonly partyId: string; readonly agreementRef?: string; readonly siblings?: Siblings }
> {
  readonly type = 'EngageRelationshipPartner';
}

export class EndRelationshipPartner extends CommandTo<'leadId', { readonly partyId: string; readonly reason: string }> {
  readonly type = 'EndRelationshipPartner';
}

/** Scores are 1 to 5. */
export class ScreenManufacturer extends CommandTo<
  'leadId',
  {
    readonly partyId: string;
    readonly buyoutFeasible: boolean;
    readonly techScore: number;
    readonly commercialScore: number;
    readonly note: string;
    readonly siblings?: Siblings;
  }
> {
  readonly type = 'ScreenManufacturer';
}

export class SelectManufacturer extends CommandTo<
  'leadId',
  { readonly partyId: string; readonly techAdvantages: string; readonly commercialAdvantages: string }
> {
  readonly type = 'SelectManufacturer';
}

export class EvaluatePartner extends CommandTo<
  'leadId',
  {
    readonly partyId: string;
    readonly scores: {
      readonly technical: number;
      readonly commercial: number;
      readonly price: number;
      readonly leadTime: number;
      readonly competence: number;
    };
    readonly verdict: PartnerVerdict;
    readonly conditions?: readonly string[];
    readonly siblings?: Siblings;
  }
> {
  readonly type = 'EvaluatePartner';
}

export class ObserveCompetitor extends CommandTo<
  'leadId',
  {
    readonly partyId: string;
    readonly dimension: CompetitionDimension;
    readonly strengths: readonly string[];
    readonly weaknesses: readonly string[];
    readonly evidenceRef?: string;
    readonly siblings?: Siblings;
  }
> {
  readonly type = 'ObserveCompetitor';
}

export type StakeholderCommand =
  RecordStakeholder | RemoveStakeholder | IdentifyKeyPerson | DropKeyPerson | AssessRelationship;
export type PartnerCommand =
  | SeekRelationshipPartner
  | EngageRelationshipPartner
  | EndRelationshipPartner
  | ScreenManufacturer
  | SelectManufacturer
  | EvaluatePartner
  | ObserveCompetitor;
