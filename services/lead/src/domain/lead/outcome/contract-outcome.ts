import type { Issued } from '@engsales/event-sourcing/domain';
import { withItem } from '../lead-records.js';
import type { ExistingLead, LeadContract } from '../lead.state.js';
import type { LeadOutcome } from '../lead.values.js';
import type { RecordOutcome } from './outcome.commands.js';
import type { OutcomeEvent } from './outcome.events.js';

/** A contract that was voided or terminated stays so, also where its signature is heard of later. */
export function recordOutcome({ data, issued }: RecordOutcome, lead: ExistingLead): OutcomeEvent[] {
  const { contractId, kind, amountFen } = data;
  const known = lead.contracts.find((other) => other.contractId === contractId);
  if (known && (known.state === kind || kind === 'SIGNED')) return [];
  const contract: LeadContract = {
    contractId,
    state: kind,
    amountFen: amountFen ?? known?.amountFen ?? 0,
    attemptNo: known?.attemptNo ?? lead.attemptNo,
  };
  const contracts = withItem(lead.contracts, contract, (other) => other.contractId === contractId);
  return outcomeEvent({ ...lead, contracts }, lead, [], issued);
}

/** What became of the lead: recorded where that, or a contract behind it, has changed. */
export function outcomeEvent(
  after: ExistingLead,
  before: ExistingLead,
  reasons: readonly string[],
  issued: Issued,
): OutcomeEvent[] {
  const outcome = outcomeOf(after);
  if (outcome === undefined) return [];
  if (outcome === before.outcome && after.contracts === before.contracts) return [];
  const { leadId, attemptNo, captured, channelId, salespersonId } = after;
  return [
    {
      type: 'LeadOutcomeRecorded',
      data: {
        leadId,
        state: 'CLOSED',
        outcome,
        attemptNo,
        contracts: after.contracts.map((contract) => ({
          contractId: contract.contractId,
          state: contract.state,
          amountFen: contract.amountFen,
          attemptNo: contract.attemptNo,
        })),
        amountFen: signedIn(after.contracts).reduce((sum, contract) => sum + contract.amountFen, 0),
        reasons,
        source: captured.source,
        channelId,
        salespersonId,
        recordedOn: issued.today,
      },
    },
  ];
}

const signedIn = (contracts: readonly LeadContract[]) => contracts.filter(({ state }) => state === 'SIGNED');

/** Won by a signed contract; else by the contracts of this attempt; lost where nothing of a converted attempt is open. */
function outcomeOf({ state, contracts, pursuits, attemptNo }: ExistingLead): LeadOutcome | undefined {
  if (signedIn(contracts).length > 0) return 'WON';
  const own = contracts.filter((contract) => contract.attemptNo === attemptNo);
  if (own.some((contract) => contract.state === 'TERMINATED')) return 'TERMINATED';
  if (own.length > 0) return 'VOID';
  if (state !== 'CONVERTED') return undefined;
  const isOpen = pursuits.some((pursuit) => pursuit.attemptNo === attemptNo && pursuit.state !== 'ENDED');
  return isOpen ? undefined : 'LOST';
}
