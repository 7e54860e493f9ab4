import type { ApprovingCommand } from './approving/approving.commands.js';
import type { AwardingCommand } from './awarding/awarding.commands.js';
import type { CompetingCommand } from './competing/competing.commands.js';
import type { DecidingCommand } from './deciding/deciding.commands.js';
import type { EndingCommand } from './ending/ending.commands.js';
import type { OpeningCommand } from './opening/opening.commands.js';
import type { PreparingCommand } from './preparing/preparing.commands.js';
import type { PublishingCommand } from './publishing/publishing.commands.js';
import type { RegisteringCommand } from './registering/registering.commands.js';
import type { SubmittingCommand } from './submitting/submitting.commands.js';

export type TenderCommand =
  | RegisteringCommand
  | PublishingCommand
  | DecidingCommand
  | CompetingCommand
  | PreparingCommand
  | ApprovingCommand
  | SubmittingCommand
  | OpeningCommand
  | AwardingCommand
  | EndingCommand;
