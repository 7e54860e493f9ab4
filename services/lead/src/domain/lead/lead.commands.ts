import type { CapturingCommand } from './capturing/capturing.commands.js';
import type { ConvertingCommand } from './converting/converting.commands.js';
import type { EvidenceCommand } from './evidence/evidence.commands.js';
import type { OutcomeCommand } from './outcome/outcome.commands.js';
import type { OwnershipCommand } from './ownership/ownership.commands.js';
import type { ProfilingCommand } from './profiling/profiling.commands.js';
import type { QualifyingCommand } from './qualifying/qualifying.commands.js';
import type { PartnerCommand, StakeholderCommand } from './relations/relations.commands.js';

export type LeadCommand =
  | CapturingCommand
  | OwnershipCommand
  | ProfilingCommand
  | EvidenceCommand
  | StakeholderCommand
  | PartnerCommand
  | QualifyingCommand
  | ConvertingCommand
  | OutcomeCommand;
