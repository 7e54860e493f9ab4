import { CommandTo } from '@engsales/event-sourcing/domain';
import type { CompetitionPlan, CompetitorMove, KeyPerson } from '../tender.state.js';

/** The whole plan, each time (竞争策划). */
export class PlanCompetition extends CommandTo<'tenderId', CompetitionPlan> {
  readonly type = 'PlanCompetition';
}

export class LogCompetitorMove extends CommandTo<'tenderId', CompetitorMove> {
  readonly type = 'LogCompetitorMove';
}

export class UpdateKeyPerson extends CommandTo<'tenderId', KeyPerson> {
  readonly type = 'UpdateKeyPerson';
}

export type CompetingCommand = PlanCompetition | LogCompetitorMove | UpdateKeyPerson;
