import { aggregate } from '@engsales/event-sourcing/domain';
import { ownersByLead } from '../lead-then.js';
import { paymentFold, paymentRules } from './payments.js';
import { proposalFold, proposalRules } from './proposals.js';
import type { SampleProjectCommand } from './sample-project.commands.js';
import type { SampleProjectEvent } from './sample-project.events.js';
import type { SampleProject } from './sample-project.state.js';
import { trialFold, trialRules } from './trials.js';

/** A sample project (样板): what we build at the customer's so that it can be seen, on trial or for money. */
export const sampleProject = aggregate<SampleProject, SampleProjectCommand, SampleProjectEvent>({
  category: 'sampleProject',
  id: 'sampleProjectId',
  initialState: { state: 'NONE' },
  owners: (_sample, command) => ownersByLead(command),
  rules: { ...proposalRules, ...trialRules, ...paymentRules },
  fold: { ...proposalFold, ...trialFold, ...paymentFold },
});
