import { publicEvent } from './envelope.js';
import leadConvertedSchema from './schemas/lead.LeadConverted.v1.json';

export interface LeadConvertedData {
  readonly leadId: string;
  readonly state: string;
  readonly route: 'TENDER' | 'DIRECT_NEGOTIATION';
  readonly projectName?: string;
  readonly parties: readonly { readonly partyId: string; readonly name: string; readonly roles: readonly string[] }[];
  readonly keyPersons?: readonly {
    readonly personRef: string;
    readonly partyId: string;
    readonly post: string;
    readonly kind: string;
    readonly supportLevel: string;
  }[];
  readonly relationship?: string;
  readonly needs?: {
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
  readonly fundingSource?: string;
  readonly scale?: string;
  readonly constructionPhase?: string;
  readonly constructionProcess?: string;
  readonly competitors?: readonly {
    readonly partyId: string;
    readonly name: string;
    readonly dimension: string;
    readonly strengths: readonly string[];
    readonly weaknesses: readonly string[];
  }[];
  readonly manufacturerPartyId?: string;
  readonly documents?: readonly { readonly type: string; readonly ref: string }[];
  readonly productLineIds?: readonly string[];
  readonly leadNo?: string;
  readonly city?: string;
  readonly customerSegment?: string;
  readonly attemptNo?: number;
  readonly pursuit?: { readonly type: 'TENDER' | 'CONTRACT'; readonly id: string };
  readonly expectedTenderDate?: string;
  readonly estimatedAmountFen?: number;
  readonly salespersonId: string;
  readonly teamId?: string;
  readonly channelId?: string;
  readonly convertedOn?: string;
}

export const leadConverted = publicEvent<LeadConvertedData>({
  type: 'lead.LeadConverted',
  service: 'lead',
  version: 1,
  nameZh: '线索已转化',
  summary: 'A lead goes on as a tender or as a direct negotiation.',
  schema: leadConvertedSchema,
});
