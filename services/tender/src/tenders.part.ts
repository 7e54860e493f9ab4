import { decides } from '@engsales/event-sourcing';
import type { ServicePart } from '@engsales/service';
import { CalendarFeeds } from './calendar-feeds/calendar-feeds.js';
import { PublishTenderHandler } from './commands/publish-tender.handler.js';
import { submissionHandlers } from './commands/submission.handlers.js';
import { MarkSigningOverdue } from './domain/tender/awarding/awarding.commands.js';
import { MarkDeadlinePassed, RemindDeadline } from './domain/tender/publishing/publishing.commands.js';
import { tender } from './domain/tender/tender.js';
import { tenderNumber } from './domain/tender-number/tender-number.js';
import { ApprovingController } from './http/approving.controller.js';
import { AwardingController } from './http/awarding.controller.js';
import { CalendarController } from './http/calendar.controller.js';
import { CompetingController } from './http/competing.controller.js';
import { DecidingController } from './http/deciding.controller.js';
import { OpeningController } from './http/opening.controller.js';
import { PreparingController } from './http/preparing.controller.js';
import { PublishingController } from './http/publishing.controller.js';
import { RegisterController, RegisteringController } from './http/registering.controller.js';
import { SubmittingController } from './http/submitting.controller.js';
import { TenderPapersController } from './http/tender-papers.controller.js';
import { TenderController, TendersController } from './http/tenders.controller.js';
import { CalendarFeedsMigration } from './migrations/1764100040000-calendar-feeds.js';
import { TenderReadModels } from './migrations/1764100010000-tender-read-models.js';
import * as contractReactions from './reactions/contract-course.reaction.js';
import * as leadReactions from './reactions/lead-course.reaction.js';
import * as roundReactions from './reactions/next-round.reaction.js';
import { GetTenderCalendarHandler } from './read-models/calendar/tender-calendar.query.js';
import { FindConsentsAwaitedHandler } from './read-models/consents-awaited/consents-awaited.query.js';
import { tenderTasks } from './read-models/tender-tasks/tender-tasks.projection.js';
import { FindTenderTasksHandler } from './read-models/tender-tasks/tender-tasks.query.js';
import { FindCompetitorPricesHandler } from './read-models/tenders/competitor-prices.query.js';
import { GetOtherRoundsHandler } from './read-models/tenders/other-rounds.query.js';
import { tenders } from './read-models/tenders/tenders.projection.js';
import { FindTendersHandler } from './read-models/tenders/tenders.query.js';
import { GetWinLossHandler } from './read-models/tenders/win-loss.query.js';
import { tenderDeadlines } from './timers/tender-deadlines.projection.js';

/** The tender itself, from its announcement to the award (投标). */
export const tenderWork: ServicePart = {
  deciders: [decides(tender, [PublishTenderHandler, ...submissionHandlers]), decides(tenderNumber)],
  reactions: [...Object.values(leadReactions), ...Object.values(contractReactions), ...Object.values(roundReactions)],
  projections: [tenders, tenderTasks, tenderDeadlines],
  timers: [RemindDeadline, MarkDeadlinePassed, MarkSigningOverdue],
  migrations: [TenderReadModels, CalendarFeedsMigration],
  controllers: [
    TendersController,
    TenderController,
    TenderPapersController,
    RegisterController,
    RegisteringController,
    PublishingController,
    DecidingController,
    CompetingController,
    PreparingController,
    ApprovingController,
    SubmittingController,
    OpeningController,
    AwardingController,
    CalendarController,
  ],
  queries: [
    FindTendersHandler,
    FindTenderTasksHandler,
    FindConsentsAwaitedHandler,
    FindCompetitorPricesHandler,
    GetOtherRoundsHandler,
    GetTenderCalendarHandler,
    GetWinLossHandler,
    CalendarFeeds,
  ],
};
