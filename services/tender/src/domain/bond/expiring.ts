import type { FoldOf, RulesOf } from '@engsales/event-sourcing/domain';
import { daysBetween } from '@engsales/values';
import { ExpireBond, MarkBondExpiring, type LodgingCommand } from './bond.commands.js';
import type { BondEvent, BondExpired, BondExpiring } from './bond.events.js';
import { bondRecord } from './bond-record.js';
import { remainingFen, type ExistingBond } from './bond.state.js';
import { AT_BENEFICIARY, expires } from './bond.values.js';

type ExpiringCommand = Extract<LodgingCommand, { readonly type: 'MarkBondExpiring' | 'ExpireBond' }>;

/** A guarantee ends on its day; money does not. */
export const expiringRules = {
  MarkBondExpiring: { command: MarkBondExpiring, in: ['LODGED'], decide: markBondExpiring },
  ExpireBond: { command: ExpireBond, in: AT_BENEFICIARY, decide: expireBond },
} satisfies RulesOf<ExpiringCommand, ExistingBond, BondEvent>;

export const expiringFold = {
  BondExpiring: (bond, { alertDays }) => ({ ...bond, alerted: [...bond.alerted, alertDays] }),
  BondExpired: (bond, { state, lapsedFen }) => ({ ...bond, state, lapsedFen }),
} satisfies FoldOf<BondExpiring | BondExpired, ExistingBond>;

/** Once per alert of this last day. */
function markBondExpiring(
  { data: { daysLeft, validUntil }, issued }: MarkBondExpiring,
  bond: ExistingBond,
): BondEvent[] {
  const alertPlace = bond.alerts.findIndex(({ days }) => days === daysLeft) + 1;
  if (
    bond.validUntil !== validUntil ||
    alertPlace === 0 ||
    bond.alerted.includes(daysLeft) ||
    issued.today > validUntil
  )
    return [];
  return [
    {
      type: 'BondExpiring',
      data: {
        ...bondRecord(bond, issued),
        alertNo: bond.alerted.length + 1,
        alertPlace,
        alertDays: daysLeft,
        daysLeft: daysBetween(issued.today, validUntil),
        alertedOn: issued.today,
      },
    },
  ];
}

/** What the guarantee stood for lapses with it. */
function expireBond({ data: { validUntil }, issued }: ExpireBond, bond: ExistingBond): BondEvent[] {
  const stands = expires(bond.instrument) && bond.validUntil === validUntil && issued.today > validUntil;
  if (!stands) return [];
  const record = bondRecord(bond, issued, { state: 'EXPIRED', lapsedFen: remainingFen(bond) });
  return [{ type: 'BondExpired', data: { ...record, expiredOn: issued.today } }];
}
