import { aggregate } from '@engsales/event-sourcing/domain';
import type { BondCommand } from './bond.commands.js';
import type { BondEvent } from './bond.events.js';
import type { Bond } from './bond.state.js';
import { convertedRules } from './converted.js';
import { expiringFold, expiringRules } from './expiring.js';
import { lodgingFold, lodgingRules } from './lodging.js';
import { partingFold, partingRules } from './parting.js';
import { ownersOfBond } from './persons.js';
import { releasingFold, releasingRules } from './releasing.js';
import { requestingFold, requestingRules } from './requesting.js';

/** Money or a guarantee that the other side may keep if we fail (保证金、保函). */
export const bond = aggregate<Bond, BondCommand, BondEvent>({
  category: 'bond',
  id: 'bondId',
  initialState: { state: 'NONE' },
  owners: ownersOfBond,
  rules: {
    ...requestingRules,
    ...lodgingRules,
    ...convertedRules,
    ...expiringRules,
    ...releasingRules,
    ...partingRules,
  },
  fold: { ...requestingFold, ...lodgingFold, ...expiringFold, ...releasingFold, ...partingFold },
});
