import { publicEvent } from './envelope.js';
import leadAbandonedSchema from './schemas/lead.LeadAbandoned.v1.json';
import leadRevivedSchema from './schemas/lead.LeadRevived.v1.json';
import leadMergedSchema from './schemas/lead.LeadMerged.v1.json';
import leadOutcomeRecordedSchema from './schemas/lead.LeadOutcomeRecorded.v1.json';

export interface LeadAbandonedData {
  readonly leadId: string;
  readonly state: string;
  readonly fromState: string;
  readonly attemptNo: number;
  readonly reason: string;
  readonly note: string;
  readonly revisitOn?: string;
  readonly pursuits: readonly {
    readonly type: 'TENDER' | 'CONTRACT';
    readonly id: string;
    readonly state: 'OPEN' | 'AWARDED' | 'ENDED';
  }[];
  readonly abandonedOn: string;
}

export interface LeadRevivedData {
  readonly leadId: string;
  readonly state: string;
  readonly attemptNo: number;
  readonly trigger: string;
  readonly note: string;
  readonly salespersonId?: string;
  readonly revivedOn: string;
}

export interface LeadMergedData {
  readonly leadId: string;
  readonly state: string;
  readonly intoLeadId: string;
  readonly reason: string;
  readonly mergedOn: string;
}

export interface LeadOutcomeRecordedData {
  readonly leadId: string;
  readonly state: string;
  readonly outcome: 'WON' | 'LOST' | 'VOID' | 'TERMINATED';
  readonly attemptNo: number;
  readonly contracts: readonly {
    readonly contractId: string;
    readonly state: 'SIGNED' | 'VOIDED' | 'TERMINATED';
    readonly amountFen: number;
  }[];
  readonly amountFen: number;
  readonly reasons: readonly string[];
  readonly source: string;
  readonly channelId?: string;
  readonly salespersonId?: string;
  readonly recordedOn: string;
}

export const leadAbandoned = publicEvent<LeadAbandonedData>({
  type: 'lead.LeadAbandoned',
  service: 'lead',
  version: 1,
  nameZh: '线索已放弃',
  summary: 'A project was given up.',
  schema: leadAbandonedSchema,
});

export const leadRevived = publicEvent<LeadRevivedData>({
  type: 'lead.LeadRevived',
  service: 'lead',
  version: 1,
  nameZh: '线索已重新激活',
  summary: 'A project that was given up or lost is taken up again.',
  schema: leadRevivedSchema,
});

export const leadMerged = publicEvent<LeadMergedData>({
  type: 'lead.LeadMerged',
  service: 'lead',
  version: 1,
  nameZh: '线索已合并',
  summary: 'Two leads were the same project.',
  schema: leadMergedSchema,
});

export const leadOutcomeRecorded = publicEvent<LeadOutcomeRecordedData>({
  type: 'lead.LeadOutcomeRecorded',
  service: 'lead',
  version: 1,
  nameZh: '线索结果已登记',
  summary: 'What became of a lead is known.',
  schema: leadOutcomeRecordedSchema,
});
