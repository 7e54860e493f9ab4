import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { ConstructionPhase, ConstructionProcess } from '../../construction.values.js';
import type { CustomerSegment } from '../../party/party.values.js';
import type {
  AbandonReason,
  CompetitionDimension,
  KeyPersonKind,
  LeadState,
  Ownership,
  PursuitState,
  PursuitType,
  RelationshipLevel,
  RevivalTrigger,
  Route,
  SupportLevel,
} from '../lead.values.js';

export interface PartyOfProject {
  readonly partyId: string;
  readonly name: string;
  readonly roles: readonly string[];
}

export type LeadConverted = DomainEvent<
  'LeadConverted',
  {
    readonly leadId: string;
    readonly state: 'CONVERTED';
    readonly leadNo: string;
    readonly attemptNo: number;
    readonly route: Route;
    readonly pursuit: { readonly type: PursuitType; readonly id: string };
    readonly projectName: string;
    readonly city: string;
    readonly customerSegment?: CustomerSegment;
    readonly parties: readonly PartyOfProject[];
    readonly keyPersons: readonly {
      readonly personRef: string;
      readonly partyId: string;
      readonly post: string;
      readonly kind: KeyPersonKind;
      readonly supportLevel: SupportLevel;
    }[];
    readonly relationship: RelationshipLevel;
    readonly needs: {
      readonly equipment: readonly {
        readonly name: string;
        readonly spec?: string;
        readonly qty?: string;
        readonly uom?: string;
      }[];
      readonly technology: readonly string[];
      readonly painPoints: readonly string[];
      readonly expectations: readonly string[];
      readonly industryBackground?: string;
      readonly preferences?: string;
    };
    readonly fundingSource: string;
    readonly scale: string;
    readonly constructionPhase?: ConstructionPhase;
    readonly constructionProcess?: ConstructionProcess;
    readonly competitors: readonly {
      readonly partyId: string;
      readonly name: string;
      readonly dimension: CompetitionDimension;
      readonly strengths: readonly string[];
      readonly weaknesses: readonly string[];
    }[];
    readonly manufacturerPartyId?: string;
    readonly documents: readonly { readonly type: string; readonly ref: string }[];
    readonly productLineIds: readonly string[];
    readonly estimatedAmountFen: number;
    readonly expectedTenderDate?: string;
    readonly salespersonId: string;
    readonly teamId?: string;
    readonly channelId?: string;
    readonly by: string;
    readonly convertedOn: string;
  }
>;

export type LeadAbandoned = DomainEvent<
  'LeadAbandoned',
  {
    readonly leadId: string;
    readonly state: 'ABANDONED';
    readonly fromState: LeadState;
    readonly attemptNo: number;
    readonly reason: AbandonReason;
    readonly note: string;
    readonly revisitOn?: string;
    readonly pursuits: readonly { readonly type: PursuitType; readonly id: string; readonly state: PursuitState }[];
    readonly salespersonId?: string;
    readonly by: string;
    readonly abandonedOn: string;
  }
>;

export type LeadRevived = DomainEvent<
  'LeadRevived',
  {
    readonly leadId: string;
    readonly state: LeadState;
    readonly attemptNo: number;
    readonly trigger: RevivalTrigger;
    readonly note: string;
    readonly ownership: Ownership;
    readonly salespersonId?: string;
    readonly teamId?: string;
    readonly by: string;
    readonly revivedOn: string;
  }
>;

export type LeadMerged = DomainEvent<
  'LeadMerged',
  {
    readonly leadId: string;
    readonly state: 'MERGED';
    readonly intoLeadId: string;
    readonly reason: string;
    readonly salespersonId?: string;
    readonly by: string;
    readonly mergedOn: string;
  }
>;

export type LeadRevisitDue = DomainEvent<
  'LeadRevisitDue',
  {
    readonly leadId: string;
    readonly state: 'ABANDONED';
    readonly revisitOn: string;
    readonly salespersonId?: string;
  }
>;

export type ConvertingEvent = LeadConverted | LeadAbandoned | LeadRevived | LeadMerged | LeadRevisitDue;
