import type { CapturingEvent } from './capturing/capturing.events.js';
import type { ConvertingEvent } from './converting/converting.events.js';
import type { EvidenceEvent } from './evidence/evidence.events.js';
import type { OutcomeEvent } from './outcome/outcome.events.js';
import type { OwnershipEvent } from './ownership/ownership.events.js';
import type { ProfilingEvent } from './profiling/profiling.events.js';
import type { QualifyingEvent } from './qualifying/qualifying.events.js';
import type { PartnerEvent, StakeholderEvent } from './relations/relations.events.js';

export type LeadEvent =
  | CapturingEvent
  | OwnershipEvent
  | ProfilingEvent
  | EvidenceEvent
  | StakeholderEvent
  | PartnerEvent
  | QualifyingEvent
  | ConvertingEvent
  | OutcomeEvent;
