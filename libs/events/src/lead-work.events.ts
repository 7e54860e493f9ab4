import { publicEvent } from './envelope.js';
import leadCapturedSchema from './schemas/lead.LeadCaptured.v1.json';
import leadAssignedSchema from './schemas/lead.LeadAssigned.v1.json';
import leadQualifiedSchema from './schemas/lead.LeadQualified.v1.json';
import constructionPhaseObservedSchema from './schemas/lead.ConstructionPhaseObserved.v1.json';

export interface LeadCapturedData {
  readonly leadId: string;
  readonly state: string;
  readonly leadNo: string;
  readonly ownership: 'OWNED' | 'POOLED';
  readonly projectName: string;
  readonly city: string;
  readonly source: string;
  readonly referrerRef?: string;
  readonly ownerPartyId?: string;
  readonly ownerName?: string;
  readonly designInstitutePartyId?: string;
  readonly customerSegment?: string;
  readonly constructionProcess?: string;
  readonly estimatedAmountFen?: number;
  readonly salespersonId?: string;
  readonly channelId?: string;
  readonly imported?: true;
  readonly capturedBy: string;
  readonly capturedOn: string;
  readonly duplicateOverrideReason?: string;
}

export interface LeadAssignedData {
  readonly leadId: string;
  readonly state: string;
  readonly ownership: 'OWNED';
  readonly salespersonId: string;
  readonly teamId?: string;
  readonly previousSalespersonId?: string;
  readonly pursuits: readonly {
    readonly type: 'TENDER' | 'CONTRACT';
    readonly id: string;
    readonly state: 'OPEN' | 'AWARDED' | 'ENDED';
  }[];
  readonly reason?: string;
  readonly assignedOn: string;
}

export interface LeadQualifiedData {
  readonly leadId: string;
  readonly state: string;
  readonly attemptNo: number;
  readonly checklist: readonly {
    readonly item: string;
    readonly status: 'CONFIRMED' | 'NOT_APPLICABLE';
    readonly on: string;
  }[];
  readonly salespersonId?: string;
  readonly qualifiedOn: string;
}

export interface ConstructionPhaseObservedData {
  readonly leadId: string;
  readonly state: string;
  readonly constructionPhase: string;
  readonly constructionProcess: string;
  readonly permits: readonly { readonly type: string; readonly no?: string; readonly issuedOn?: string }[];
  readonly workPackages: readonly {
    readonly code: string;
    readonly status: 'PLANNED' | 'IN_PROGRESS' | 'DONE';
    readonly on?: string;
  }[];
  readonly propertyPartyId?: string;
  readonly takeOverOn?: string;
  readonly observedOn: string;
  readonly reason?: string;
}

export const leadCaptured = publicEvent<LeadCapturedData>({
  type: 'lead.LeadCaptured',
  service: 'lead',
  version: 1,
  nameZh: '线索已登记',
  summary: 'A hint on a project was recorded.',
  schema: leadCapturedSchema,
});

export const leadAssigned = publicEvent<LeadAssignedData>({
  type: 'lead.LeadAssigned',
  service: 'lead',
  version: 1,
  nameZh: '线索已分配',
  summary: 'A lead was given to a salesperson.',
  schema: leadAssignedSchema,
});

export const leadQualified = publicEvent<LeadQualifiedData>({
  type: 'lead.LeadQualified',
  service: 'lead',
  version: 1,
  nameZh: '线索已核实',
  summary: 'All that must be known of the project is known.',
  schema: leadQualifiedSchema,
});

export const constructionPhaseObserved = publicEvent<ConstructionPhaseObservedData>({
  type: 'lead.ConstructionPhaseObserved',
  service: 'lead',
  version: 1,
  nameZh: '建设过程已观察',
  summary: 'Sales saw how far the building is.',
  schema: constructionPhaseObservedSchema,
});
