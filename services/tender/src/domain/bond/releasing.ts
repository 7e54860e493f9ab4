import { refuseFuture, Rejected, type FoldOf, type Issued, type RulesOf } from '@engsales/event-sourcing/domain';
import { companySettings } from '../company-settings.js';
import {
  ChaseBond,
  EndBidBond,
  MarkBondReleaseDue,
  MarkBondReleaseOverdue,
  NoteBondAtRisk,
  type ReleasingCommand,
} from './bond.commands.js';
import type { BondEvent, ReleasingEvent } from './bond.events.js';
import { bondRecord } from './bond-record.js';
import type { ExistingBond } from './bond.state.js';
import { AT_BENEFICIARY, type ReleaseBasis, type RiskReason } from './bond.values.js';
import { releaseDayOf } from './release-day.js';
import { cancelledBond } from './requesting.js';

/** The bond is due back, or the beneficiary may keep it. */
export const releasingRules = {
  MarkBondReleaseDue: { command: MarkBondReleaseDue, in: AT_BENEFICIARY, decide: markBondReleaseDue },
  EndBidBond: { command: EndBidBond, in: ['REQUESTED', 'APPROVED', ...AT_BENEFICIARY], decide: endBidBond },
  NoteBondAtRisk: { command: NoteBondAtRisk, in: AT_BENEFICIARY, decide: noteBondAtRisk },
  ChaseBond: { command: ChaseBond, in: AT_BENEFICIARY, decide: chaseBond },
  MarkBondReleaseOverdue: { command: MarkBondReleaseOverdue, in: ['RELEASE_DUE'], decide: markBondReleaseOverdue },
} satisfies RulesOf<ReleasingCommand, ExistingBond, BondEvent>;

export const releasingFold = {
  BondReleaseDue: (bond, { state, risk, basis, releaseDueOn }) => ({
    ...bond,
    state,
    risk,
    riskReason: undefined,
    releaseDue: { basis, on: releaseDueOn, overdue: false },
  }),
  BondAtRisk: (bond, { risk, reason }) => ({ ...bond, risk, riskReason: reason, releaseDue: undefined }),
  BondChased: (bond, { channel, chasedOn, promiseDate, note, by }) => ({
    ...bond,
    chasings: [...bond.chasings, { channel, on: chasedOn, promiseDate, note, by }],
  }),
  BondReleaseOverdue: (bond) => ({
    ...bond,
    releaseDue: bond.releaseDue && { basis: bond.releaseDue.basis, on: bond.releaseDue.on, overdue: true },
  }),
} satisfies FoldOf<ReleasingEvent, ExistingBond>;

/** The newest basis sets the day. @throws Rejected VALIDATION_FAILED {pointer} without a day */
function markBondReleaseDue({ data, issued }: MarkBondReleaseDue, bond: ExistingBond): BondEvent[] {
  const { basis, releaseDueOn, on } = data;
  // for a public purchase the day was counted from the notice, and the signature changes nothing
  const isSettled = bond.regime === 'GOVERNMENT_PROCUREMENT' && basis === 'WINNER_SIGNED' && bond.releaseDue;
  if (isSettled) return [];
  if (releaseDueOn !== undefined) return dueBack(bond, basis, releaseDueOn, issued);
  if (on === undefined) {
    throw new Rejected('VALIDATION_FAILED', 'the day on which it is due back is missing', { pointer: '/releaseDueOn' });
  }
  return dueBack(bond, basis, dayOf(bond, { basis, on }, issued), issued);
}

const dayOf = (bond: ExistingBond, cause: Parameters<typeof releaseDayOf>[0], issued: Issued): string =>
  releaseDayOf(cause, { regime: bond.regime, returnDays: companySettings(issued).bondReturnDays });

/** What is said already is not said again. */
function dueBack(bond: ExistingBond, basis: ReleaseBasis, releaseDueOn: string, issued: Issued): BondEvent[] {
  const { releaseDue } = bond;
  if (releaseDue?.basis === basis && releaseDue.on === releaseDueOn) return [];
  const due = { basis, on: releaseDueOn, overdue: false };
  const record = bondRecord(bond, issued, { state: 'RELEASE_DUE', risk: 'NONE', releaseDue: due });
  return [{ type: 'BondReleaseDue', data: { ...record, basis, releaseDueOn, markedOn: issued.today } }];
}

/** A bid that was revoked after the deadline may cost the bond (条例 35). */
function endBidBond({ data: { basis, on, validityUntil }, issued }: EndBidBond, bond: ExistingBond): BondEvent[] {
  const isInTheHouse = bond.state === 'REQUESTED' || bond.state === 'APPROVED';
  if (isInTheHouse) return [cancelledBond(bond, { reason: basis, cause: basis }, issued)];
  if (basis === 'BID_REVOKED') return atRisk(bond, basis, issued);
  return dueBack(bond, basis, dayOf(bond, { basis, on, validityUntil }, issued), issued);
}

function noteBondAtRisk({ data: { reason }, issued }: NoteBondAtRisk, bond: ExistingBond): BondEvent[] {
  return atRisk(bond, reason, issued);
}

/** There is no day on which it is due back, until somebody says one. */
function atRisk(bond: ExistingBond, reason: RiskReason, issued: Issued): BondEvent[] {
  if (bond.risk === 'AT_RISK' && bond.riskReason === reason) return [];
  const record = bondRecord(bond, issued, { risk: 'AT_RISK', releaseDue: undefined });
  return [{ type: 'BondAtRisk', data: { ...record, reason, notedOn: issued.today } }];
}

/** @throws Rejected DATE_IN_FUTURE */
function chaseBond({ data, issued }: ChaseBond, bond: ExistingBond): BondEvent[] {
  const { channel, on, promiseDate, note } = data;
  refuseFuture('on', on, issued.today);
  const chaseNo = bond.chasings.length + 1;
  const told = { chaseNo, channel, chasedOn: on, promiseDate, note, recordedOn: issued.today };
  return [{ type: 'BondChased', data: { ...bondRecord(bond, issued), ...told } }];
}

/** Once per day on which it was due back. */
function markBondReleaseOverdue({ data, issued }: MarkBondReleaseOverdue, bond: ExistingBond): BondEvent[] {
  const { releaseDueOn } = data;
  const { releaseDue } = bond;
  const stands = releaseDue?.on === releaseDueOn && !releaseDue.overdue && issued.today > releaseDueOn;
  if (!stands) return [];
  const record = bondRecord(bond, issued);
  return [{ type: 'BondReleaseOverdue', data: { ...record, releaseDueOn, overdueOn: issued.today } }];
}
