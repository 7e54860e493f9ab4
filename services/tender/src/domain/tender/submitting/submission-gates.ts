import { expires, type BondState, type Instrument } from '../../bond/bond.values.js';
import { openModeGate, type ModeFacts, type OpenGate } from '../../offers/mode-facts.js';
import { isOpenCondition } from '../deciding/deciding.js';
import type { ExistingTender } from '../tender.state.js';

/** What a handler has read of the bid bond; absent where none was asked for. */
export interface BondThen {
  readonly bondId: string;
  readonly state: BondState;
  readonly amountFen: number;
  readonly instrument: Instrument;
  readonly validUntil?: string;
}

/** What stands outside the tender and decides whether the bid may go out. */
export interface SubmissionFacts {
  readonly mode: ModeFacts;
  readonly bond?: BondThen;
}

/** A gate that a bid passes on its way out. */
export interface SubmissionGate {
  readonly gate: 'SEALED' | 'GO_CONDITIONS' | 'OPERATION_MODE' | 'BID_BOND';
  /** Absent where the gate is passed. */
  readonly open?: OpenGate;
}

/** Gates 2 to 6, in the order in which they refuse; the deadline is the first, and not of this list. */
export function submissionGates(tender: ExistingTender, facts: SubmissionFacts, today: string): SubmissionGate[] {
  return [
    { gate: 'SEALED', open: openSeal(tender) },
    { gate: 'GO_CONDITIONS', open: openConditions(tender) },
    { gate: 'OPERATION_MODE', open: openModeGate(facts.mode, today) },
    { gate: 'BID_BOND', open: openBond(tender, facts.bond) },
  ];
}

function openSeal({ bid: { state: bidState } }: ExistingTender): OpenGate | undefined {
  return bidState === 'SEALED' ? undefined : { code: 'BID_NOT_APPROVED', details: { bidState } };
}

function openConditions({ conditions }: ExistingTender): OpenGate | undefined {
  const open = conditions.filter(isOpenCondition).map(({ id, text, dueOn }) => ({ id, text, dueOn }));
  return open.length === 0 ? undefined : { code: 'GO_CONDITIONS_OPEN', details: { open } };
}

/** Lodged, as large as required, and as long as the bid binds us (条例 26: 一致). */
function openBond({ announcement, validityUntil }: ExistingTender, bond: BondThen | undefined): OpenGate | undefined {
  const requiredFen = announcement?.bondRequiredFen ?? 0;
  if (requiredFen === 0) return undefined;
  if (bond?.state !== 'LODGED') return { code: 'BID_BOND_NOT_LODGED', details: { state: bond?.state ?? 'NONE' } };
  if (bond.amountFen < requiredFen) {
    return { code: 'BID_BOND_TOO_SMALL', details: { amountFen: bond.amountFen, requiredFen } };
  }
  return endsBefore(bond, validityUntil)
    ? { code: 'BOND_VALIDITY_TOO_SHORT', details: { validUntil: bond.validUntil, validityUntil } }
    : undefined;
}

/** A guarantee that ends before a day; cash never does. */
export const endsBefore = ({ instrument, validUntil = '' }: BondThen, day = ''): boolean =>
  expires(instrument) && validUntil < day;
