import { aggregate } from '@engsales/event-sourcing/domain';
import { capturingFold, capturingRules } from './capturing/capturing.js';
import { convertingFold, convertingRules } from './converting/converting.js';
import { evidenceFold, evidenceRules } from './evidence/evidence.js';
import type { LeadCommand } from './lead.commands.js';
import type { LeadEvent } from './lead.events.js';
import type { Lead } from './lead.state.js';
import { outcomeFold, outcomeRules } from './outcome/outcome.js';
import { ownershipFold, ownershipRules } from './ownership/ownership.js';
import { ownersOfLead } from './persons.js';
import { profilingFold, profilingRules } from './profiling/profiling.js';
import { qualifyingFold, qualifyingRules } from './qualifying/qualifying.js';
import { partnerFold, partnerRules } from './relations/partners.js';
import { stakeholderFold, stakeholderRules } from './relations/stakeholders.js';

/** A project that somebody has heard of (线索), until it goes on as a tender or a contract, and what became of it. */
export const lead = aggregate<Lead, LeadCommand, LeadEvent>({
  category: 'lead',
  id: 'leadId',
  initialState: { state: 'NONE' },
  owners: ownersOfLead,
  rules: {
    ...capturingRules,
    ...ownershipRules,
    ...profilingRules,
    ...evidenceRules,
    ...stakeholderRules,
    ...partnerRules,
    ...qualifyingRules,
    ...convertingRules,
    ...outcomeRules,
  },
  fold: {
    ...capturingFold,
    ...ownershipFold,
    ...profilingFold,
    ...evidenceFold,
    ...stakeholderFold,
    ...partnerFold,
    ...qualifyingFold,
    ...convertingFold,
    ...outcomeFold,
  },
});
