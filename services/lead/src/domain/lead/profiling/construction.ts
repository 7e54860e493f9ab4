import { refuseFuture, Rejected } from '@engsales/event-sourcing/domain';
import { CONSTRUCTION_PROCESSES, PHASE_OF_PROCESS, type ConstructionProcess } from '../../construction.values.js';
import { demandActiveParty } from '../../party-then.js';
import { factOf, withItem } from '../lead-records.js';
import { NO_SIBLINGS } from '../lead-siblings.js';
import type { ExistingLead, ObservedConstruction, Permit, WorkProgress } from '../lead.state.js';
import type { ObserveConstructionPhase } from './profiling.commands.js';
import type { ProfilingEvent } from './profiling.events.js';

/**
 * The process may skip forward; back needs a reason. Permits and work packages that were seen before stay, with what is said
 * anew in their place. @throws Rejected PHASE_BACKWARD_REASON_REQUIRED, DATE_IN_FUTURE, NOT_FOUND, PARTY_INACTIVE
 */
export function observeConstructionPhase(
  { data, issued }: ObserveConstructionPhase,
  lead: ExistingLead,
): ProfilingEvent[] {
  const { process, observedOn, permits = [], workPackages = [], reason, siblings = NO_SIBLINGS } = data;
  const before = lead.construction ?? NOTHING_SEEN;
  refuseFuture('observedOn', observedOn, issued.today);
  if (data.propertyPartyId !== undefined) demandActiveParty(data.propertyPartyId, siblings.parties);
  if (reason === undefined) refuseBackward(before.constructionProcess, process);
  return [
    {
      type: 'ConstructionPhaseObserved',
      data: {
        ...factOf(lead, issued),
        constructionPhase: PHASE_OF_PROCESS[process],
        constructionProcess: process,
        permits: permits.reduce(withPermit, before.permits),
        workPackages: workPackages.reduce(withWork, before.workPackages),
        propertyPartyId: data.propertyPartyId ?? before.propertyPartyId,
        takeOverOn: data.takeOverOn ?? before.takeOverOn,
        observedOn,
        reason,
      },
    },
  ];
}

type Seen = Omit<ObservedConstruction, 'constructionPhase' | 'constructionProcess'> & {
  readonly constructionProcess?: ConstructionProcess;
};
const NOTHING_SEEN: Seen = { permits: [], workPackages: [] };

/** @throws Rejected PHASE_BACKWARD_REASON_REQUIRED {from, to} */
function refuseBackward(from: ConstructionProcess | undefined, to: ConstructionProcess): void {
  if (from === undefined || placeOf(to) >= placeOf(from)) return;
  throw new Rejected('PHASE_BACKWARD_REASON_REQUIRED', `${to} comes before ${from}`, { from, to });
}

const placeOf = (process: ConstructionProcess): number => CONSTRUCTION_PROCESSES.indexOf(process);

const withPermit = (permits: readonly Permit[], { type, no, issuedOn }: Permit): Permit[] =>
  withItem(permits, { type, no, issuedOn }, (other) => other.type === type);

const withWork = (work: readonly WorkProgress[], { code, status, on }: WorkProgress): WorkProgress[] =>
  withItem(work, { code, status, on }, (other) => other.code === code);
