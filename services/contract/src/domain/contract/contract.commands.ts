import type { AwardCommand } from './award/award.commands.js';
import type { DraftingCommand } from './drafting/drafting.commands.js';
import type { EndingCommand } from './ending/ending.commands.js';
import type { ExecutionCommand } from './execution/execution.commands.js';
import type { ImportingCommand } from './importing/importing.commands.js';
import type { MilestoneCommand } from './milestones/milestones.commands.js';
import type { MoneyCommand } from './money/money.commands.js';
import type { QuotationCommand } from './quotation/quotation.commands.js';
import type { SignContract } from './signing/signing.commands.js';

export type ContractCommand =
  | DraftingCommand
  | AwardCommand
  | QuotationCommand
  | SignContract
  | ImportingCommand
  | MilestoneCommand
  | MoneyCommand
  | ExecutionCommand
  | EndingCommand;
