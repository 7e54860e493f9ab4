import type { AwardEvent } from './award/award.events.js';
import type { DraftingEvent } from './drafting/drafting.events.js';
import type { EndingEvent } from './ending/ending.events.js';
import type { ExecutionEvent } from './execution/execution.events.js';
import type { ImportingEvent } from './importing/importing.events.js';
import type { MilestoneEvent } from './milestones/milestones.events.js';
import type { MoneyEvent } from './money/money.events.js';
import type { ContractSigned } from './signing/signing.events.js';

export type ContractEvent =
  | DraftingEvent
  | AwardEvent
  | ContractSigned
  | ImportingEvent
  | MilestoneEvent
  | MoneyEvent
  | ExecutionEvent
  | EndingEvent;
