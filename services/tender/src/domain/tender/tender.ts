import { aggregate } from '@engsales/event-sourcing/domain';
import { approvingFold, approvingRules } from './approving/approving.js';
import { awardingFold, awardingRules } from './awarding/awarding.js';
import { competingFold, competingRules } from './competing/competing.js';
import { decidingFold, decidingRules } from './deciding/deciding.js';
import { endingFold, endingRules } from './ending/ending.js';
import { openingFold, openingRules } from './opening/opening.js';
import { ownersOfTender } from './persons.js';
import { preparingFold, preparingRules } from './preparing/preparing.js';
import { publishingFold, publishingRules } from './publishing/publishing.js';
import { registeringFold, registeringRules } from './registering/registering.js';
import { submittingFold, submittingRules } from './submitting/submitting.js';
import type { TenderCommand } from './tender.commands.js';
import type { TenderEvent } from './tender.events.js';
import type { Tender } from './tender.state.js';

/** One round of a tender that we bid in (投标), with the bid inside: one append decides a submission. */
export const tender = aggregate<Tender, TenderCommand, TenderEvent>({
  category: 'tender',
  id: 'tenderId',
  initialState: { state: 'NONE' },
  owners: ownersOfTender,
  rules: {
    ...registeringRules,
    ...publishingRules,
    ...decidingRules,
    ...competingRules,
    ...preparingRules,
    ...approvingRules,
    ...submittingRules,
    ...openingRules,
    ...awardingRules,
    ...endingRules,
  },
  fold: {
    ...registeringFold,
    ...publishingFold,
    ...decidingFold,
    ...competingFold,
    ...preparingFold,
    ...approvingFold,
    ...submittingFold,
    ...openingFold,
    ...awardingFold,
    ...endingFold,
  },
});
