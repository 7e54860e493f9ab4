import { publicEvent } from './envelope.js';
import leadConvertedSchema from './schemas/lead.LeadConverted.v1.json';

export interface LeadConvertedData {
  readonly leadId: string;
  readonly state: string;
  readonly route: 'TENDER' | 'DIRECT_NEGOTIATION';
  readonly projectName?: string;
  readonly parties: readonly { readonly partyId: string; readonly name: string; readonly roles: readonly string[] }[];
  readonly manufacturerPartyId?: string;
  readonly estimatedAmountFen?: number;
  readonly salespersonId: string;
}

export const leadConverted = publicEvent<LeadConvertedData>({
  type: 'lead.LeadConverted',
  service: 'lead',
  version: 1,
  nameZh: '线索已转化',
  summary: 'A lead goes on as a tender or as a direct negotiation.',
  schema: leadConvertedSchema,
});
