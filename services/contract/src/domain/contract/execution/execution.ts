import { completionFold, completionRules } from './completion.js';
import { executionFormFold, executionFormRules } from './execution-form.js';
import { progressFold, progressRules } from './goods-progress.js';

/** From the execution form to the end of the contract. */
export const executionRules = { ...executionFormRules, ...progressRules, ...completionRules };
export const executionFold = { ...executionFormFold, ...progressFold, ...completionFold };
