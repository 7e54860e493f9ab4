import { ListQuery, Means, OneOf, Optional, StaffId, Text, Uuid } from '@engsales/http';
import {
  CONSTRUCTION_PROCESSES,
  PHASES,
  type ConstructionPhase,
  type ConstructionProcess,
} from '../domain/construction.values.js';
import {
  LEAD_SOURCES,
  LEAD_STATES,
  OUTCOMES,
  OWNERSHIPS,
  type LeadOutcome,
  type LeadSource,
  type LeadState,
  type Ownership,
} from '../domain/lead/lead.values.js';
import { STAGE_FITS, type StageFit } from '../domain/stage-fit.js';
import { LEAD_SORTS, type LeadSort } from '../read-models/leads/leads.query.js';

const LEVELS = ['0', '1', '2', '3'] as const;

export class LeadListQuery extends ListQuery {
  @Means('only in this state') @Optional() @OneOf(LEAD_STATES) state?: LeadState;
  @Means('only with this outcome') @Optional() @OneOf(OUTCOMES) outcome?: LeadOutcome;
  @Means('owned, or in the pool') @Optional() @OneOf(OWNERSHIPS) ownership?: Ownership;
  @Means('staff id of the salesperson (业务员)') @Optional() @StaffId() salespersonId?: string;
  @Means('team of the salesperson') @Optional() @Uuid() teamId?: string;
  @Means('only from this source') @Optional() @OneOf(LEAD_SOURCES) source?: LeadSource;
  @Means('only in this phase of the construction') @Optional() @OneOf(PHASES) phase?: ConstructionPhase;
  @Means('only in this process of the construction')
  @Optional()
  @OneOf(CONSTRUCTION_PROCESSES)
  process?: ConstructionProcess;
  @Means('whether we come at the right time') @Optional() @OneOf(STAGE_FITS) stageFit?: StageFit;
  @Means('how late the follow-up is') @Optional() @OneOf(LEVELS) overdueLevel?: string;
  @Means('only key projects (重点项目), or only others')
  @Optional()
  @OneOf(['true', 'false'])
  keyProject?: 'true' | 'false';
  @Means('only through this channel') @Optional() @Uuid() channelId?: string;
  @Means('only in this city', '临江市') @Optional() @Text(200) city?: string;
  @Means('a part of the name, the number or the owner') @Optional() @Text(200) q?: string;
  @Means('descending with a minus') @Optional() @OneOf(LEAD_SORTS) sort?: LeadSort;
}

export class LeadPoolQuery extends ListQuery {
  @Means('only in this city', '临江市') @Optional() @Text(200) city?: string;
  @Means('only from this source') @Optional() @OneOf(LEAD_SOURCES) source?: LeadSource;
  @Means('a part of the name or the number') @Optional() @Text(200) q?: string;
}
