import { aggregate } from '@engsales/event-sourcing/domain';
import { ownersByLead } from '../lead-then.js';
import { planningFold, planningRules } from './planning.js';
import { reportFold, reportRules } from './reporting.js';
import type { VisitCommand } from './visit.commands.js';
import type { VisitEvent } from './visit.events.js';
import type { Visit } from './visit.state.js';

/** A visit to the people of a project (拜访): planned with an outline, held or missed, and reported. */
export const visit = aggregate<Visit, VisitCommand, VisitEvent>({
  category: 'visit',
  id: 'visitId',
  initialState: { state: 'NONE' },
  owners: (_visit, command) => ownersByLead(command),
  rules: { ...planningRules, ...reportRules },
  fold: { ...planningFold, ...reportFold },
});
