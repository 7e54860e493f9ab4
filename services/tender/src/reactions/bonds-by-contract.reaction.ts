import {
  contractCompleted,
  contractSettled,
  contractSigned,
  contractTerminated,
  contractVoided,
  paymentMilestoneDue,
} from '@engsales/events';
import { issue, when } from '@engsales/messaging';
import { businessDateOf } from '@engsales/values';
import { MarkBondReleaseDue, NoteBondAtRisk } from '../domain/bond/bond.commands.js';
import type { BondType, ReleaseBasis } from '../domain/bond/bond.values.js';
import { bondIdOf } from '../domain/ids.js';

/** No bond was asked for, or it is not lodged, or nothing is left of it. */
const nothingToDo = ['NOT_FOUND', 'INVALID_TRANSITION'];
const PERFORMING: readonly BondType[] = ['PERFORMANCE_BOND', 'ADVANCE_PAYMENT_BOND'];
const ALL_OF_CONTRACT: readonly BondType[] = [...PERFORMING, 'WARRANTY_BOND'];

const releaseDue = (types: readonly BondType[], refId: string, basis: ReleaseBasis, on: string) =>
  types.map((type) => {
    const bondId = bondIdOf(type, refId);
    return issue(MarkBondReleaseDue, bondId, { bondId, basis, on });
  });

/** The bid bond of the tender that the contract comes from (条例 57). */
export const releaseBidBondWhenSigned = when(contractSigned, {
  name: 'release-bid-bond-when-contract-signed',
  nothingToDo,
  then: ({ data: { source, signedOn } }) =>
    source?.type === 'TENDER' ? releaseDue(['BID_BOND'], source.id, 'CONTRACT_SIGNED', signedOn) : [],
});

export const releaseBondsWhenCompleted = when(contractCompleted, {
  name: 'release-bonds-when-contract-completed',
  nothingToDo,
  then: ({ data: { contractId, completedOn } }) =>
    releaseDue(PERFORMING, contractId, 'CONTRACT_COMPLETED', completedOn),
});

/** The retention is due, so what stands for it is due back. */
export const releaseBondWhenRetentionDue = when(paymentMilestoneDue, {
  name: 'release-warranty-bond-when-retention-due',
  nothingToDo,
  then: ({ data: { contractId, kind, dueOn } }) =>
    kind === 'RETENTION' ? releaseDue(['WARRANTY_BOND'], contractId, 'RETENTION_DUE', dueOn) : [],
});

/** It says no day of its own: that of the event. */
export const releaseBondsWhenVoided = when(contractVoided, {
  name: 'release-bonds-when-contract-voided',
  nothingToDo,
  then: ({ data: { contractId }, time }) =>
    releaseDue(ALL_OF_CONTRACT, contractId, 'CONTRACT_VOIDED', businessDateOf(time)),
});

export const releaseBondsWhenSettled = when(contractSettled, {
  name: 'release-bonds-when-contract-settled',
  nothingToDo,
  then: ({ data: { contractId, settledOn } }) => releaseDue(ALL_OF_CONTRACT, contractId, 'CONTRACT_SETTLED', settledOn),
});

/** Until the settlement the customer may keep them. */
export const riskBondsWhenTerminated = when(contractTerminated, {
  name: 'risk-bonds-when-contract-terminated',
  nothingToDo,
  then: ({ data: { contractId } }) =>
    PERFORMING.map((type) => {
      const bondId = bondIdOf(type, contractId);
      return issue(NoteBondAtRisk, bondId, { bondId, reason: 'CONTRACT_TERMINATED' });
    }),
});
