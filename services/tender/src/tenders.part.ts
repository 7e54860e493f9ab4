import { decides } from '@engsales/event-sourcing';
import type { ServicePart } from '@engsales/service';
import { PublishTenderHandler } from './commands/publish-tender.handler.js';
import { MarkSigningOverdue } from './domain/tender/awarding/awarding.commands.js';
import { MarkDeadlinePassed, RemindDeadline } from './domain/tender/publishing/publishing.commands.js';
import { tender } from './domain/tender/tender.js';
import { tenderNumber } from './domain/tender-number/tender-number.js';
import { ApprovingController } from './http/approving.controller.js';
import { AwardingController } from './http/awarding.controller.js';
import { CompetingController } from './http/competing.controller.js';
import { DecidingController } from './http/deciding.controller.js';
import { OpeningController } from './http/opening.controller.js';
import { PreparingController } from './http/preparing.controller.js';
import { PublishingController } from './http/publishing.controller.js';
import { RegisterController, RegisteringController } from './http/registering.controller.js';
import { SubmittingController } from './http/submitting.controller.js';
import * as contractReactions from './reactions/contract-course.reaction.js';
import * as leadReactions from './reactions/lead-course.reaction.js';
import * as roundReactions from './reactions/next-round.reaction.js';

/** The tender itself, from its announcement to the award (投标). */
export const tenderWork: ServicePart = {
  deciders: [decides(tender, [PublishTenderHandler]), decides(tenderNumber)],
  reactions: [...Object.values(leadReactions), ...Object.values(contractReactions), ...Object.values(roundReactions)],
  projections: [],
  timers: [RemindDeadline, MarkDeadlinePassed, MarkSigningOverdue],
  migrations: [],
  controllers: [
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
  ],
  queries: [],
};
