import { Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import type { ContractEvent } from '../contract.events.js';
import type { SignedContract } from '../contract.state.js';
import { eventsOfProgress } from '../milestones/progress-triggers.js';
import { RevokeAcceptance, RevokeInstallation } from './execution.commands.js';
import type { AcceptanceRevoked, InstallationRevoked } from './execution.events.js';
import { progressOf, withProgress } from './execution.state.js';
import { acceptanceAxis, refuseUnknownLines } from './progress-axes.js';

/** A completed contract was completed on these facts, so they can be taken back only before. */
const BEFORE_COMPLETION = ['SIGNED', 'IN_EXECUTION', 'SUSPENDED', 'TERMINATED'] as const;

/** The way back from an installation or acceptance that was reported by mistake. */
export const progressCorrectionRules = {
  RevokeInstallation: { command: RevokeInstallation, in: BEFORE_COMPLETION, decide: revokeInstallation },
  RevokeAcceptance: { command: RevokeAcceptance, in: BEFORE_COMPLETION, decide: revokeAcceptance },
} satisfies RulesOf<RevokeInstallation | RevokeAcceptance, SignedContract, ContractEvent>;

export const progressCorrectionFold = {
  InstallationRevoked: (contract, { lineIds }) => ({
    ...contract,
    progress: withProgress(contract.progress, lineIds, { installedOn: undefined }),
  }),
  AcceptanceRevoked: (contract, { lineIds, acceptance }) => ({
    ...contract,
    progress: withProgress(contract.progress, lineIds, { acceptedOn: undefined }),
    acceptance,
  }),
} satisfies FoldOf<InstallationRevoked | AcceptanceRevoked, SignedContract>;

/** @throws Rejected LINE_UNKNOWN, INVALID_TRANSITION for a line that is not installed */
function revokeInstallation({ data, issued }: RevokeInstallation, contract: SignedContract): ContractEvent[] {
  const { lineIds, reason } = data;
  refuseWithout(contract, lineIds, 'installedOn');
  const progress = withProgress(contract.progress, lineIds, { installedOn: undefined });
  const { contractId } = contract;
  const what = { contractId, lineIds, reason, revokedBy: issued.by.id, revokedOn: issued.today };
  return [
    { type: 'InstallationRevoked', data: what },
    ...eventsOfProgress(contract, progress, { triggers: ['INSTALLED'], on: issued.today, ref: reason, issued }),
  ];
}

/** @throws Rejected LINE_UNKNOWN, INVALID_TRANSITION for a line that is not accepted */
function revokeAcceptance({ data, issued }: RevokeAcceptance, contract: SignedContract): ContractEvent[] {
  const { lineIds, reason } = data;
  refuseWithout(contract, lineIds, 'acceptedOn');
  const progress = withProgress(contract.progress, lineIds, { acceptedOn: undefined });
  const { contractId } = contract;
  const what = { contractId, lineIds, reason, revokedBy: issued.by.id, revokedOn: issued.today };
  return [
    { type: 'AcceptanceRevoked', data: { ...what, acceptance: acceptanceAxis(contract.document, progress) } },
    ...eventsOfProgress(contract, progress, { triggers: ['ACCEPTED'], on: issued.today, ref: reason, issued }),
  ];
}

function refuseWithout(contract: SignedContract, lineIds: readonly string[], fact: 'installedOn' | 'acceptedOn'): void {
  refuseUnknownLines(contract, lineIds);
  const without = lineIds.filter((lineId) => progressOf(contract.progress, lineId)[fact] === undefined);
  if (without.length === 0) return;
  const words = fact === 'installedOn' ? 'installed' : 'accepted';
  throw new Rejected('INVALID_TRANSITION', `the lines ${without.join(', ')} are not ${words}`, { lineIds: without });
}
