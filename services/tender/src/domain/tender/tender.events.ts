import type { ApprovingEvent } from './approving/approving.events.js';
import type { AwardingEvent } from './awarding/awarding.events.js';
import type { CompetingEvent } from './competing/competing.events.js';
import type { DecidingEvent } from './deciding/deciding.events.js';
import type { EndingEvent } from './ending/ending.events.js';
import type { OpeningEvent } from './opening/opening.events.js';
import type { PreparingEvent } from './preparing/preparing.events.js';
import type { PublishingEvent } from './publishing/publishing.events.js';
import type { RegisteringEvent } from './registering/registering.events.js';
import type { SubmittingEvent } from './submitting/submitting.events.js';

export type TenderEvent =
  | RegisteringEvent
  | PublishingEvent
  | DecidingEvent
  | CompetingEvent
  | PreparingEvent
  | ApprovingEvent
  | SubmittingEvent
  | OpeningEvent
  | AwardingEvent
  | EndingEvent;
