import { aggregate } from '@engsales/event-sourcing/domain';
import { awardFold, awardRules } from './award/award.js';
import type { ContractCommand } from './contract.commands.js';
import type { ContractEvent } from './contract.events.js';
import type { Contract } from './contract.state.js';
import { ENDED_STATES } from './contract.values.js';
import { draftingFold, draftingRules } from './drafting/drafting.js';
import { endingFold, endingRules } from './ending/ending.js';
import { executionFold, executionRules } from './execution/execution.js';
import { importingFold, importingRules } from './importing/importing.js';
import { milestoneFold, milestoneRules } from './milestones/milestones.js';
import { moneyFold, moneyRules } from './money/money.js';
import { contractDuties, ownersOfContract } from './persons.js';
import { quotationRules } from './quotation/quotation.js';
import { signingFold, signingRules } from './signing/signing.js';

/** The contract (合同): each topic has its table of rules and its table of folds. */
export const contract = aggregate<Contract, ContractCommand, ContractEvent>({
  category: 'contract',
  id: 'contractId',
  initialState: { state: 'NONE' },
  ended: { in: ENDED_STATES, code: 'CONTRACT_ENDED' },
  owners: ownersOfContract,
  duties: contractDuties,
  rules: {
    ...draftingRules,
    ...awardRules,
    ...quotationRules,
    ...signingRules,
    ...importingRules,
    ...milestoneRules,
    ...moneyRules,
    ...executionRules,
    ...endingRules,
  },
  fold: {
    ...draftingFold,
    ...awardFold,
    ...signingFold,
    ...importingFold,
    ...milestoneFold,
    ...moneyFold,
    ...executionFold,
    ...endingFold,
  },
});
