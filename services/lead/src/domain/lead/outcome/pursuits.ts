import type { Issued } from '@engsales/event-sourcing/domain';
import type { ExistingLead, Pursuit } from '../lead.state.js';
import { withItem } from '../lead-records.js';
import type { PursuitType } from '../lead.values.js';
import type { EndPursuit, NoteAward, NotePursuit } from './outcome.commands.js';
import type { OutcomeEvent } from './outcome.events.js';
import { outcomeEvent } from './contract-outcome.js';

/** One that is known changes nothing; a re-tender belongs to the attempt of the tender before it. */
export function notePursuit({ data, issued }: NotePursuit, lead: ExistingLead): OutcomeEvent[] {
  const { pursuitType, id, previousId } = data;
  if (pursuitWith(id, lead)) return [];
  const attemptNo = pursuitWith(previousId, lead)?.attemptNo ?? lead.attemptNo;
  return [{ type: 'PursuitOpened', data: { ...pursuitFact(lead, issued, pursuitType, id), attemptNo, previousId } }];
}

/** A tender that nobody told of is noted as ended; a contract that is no pursuit of the lead is its tender's affair. */
export function endPursuit({ data, issued }: EndPursuit, lead: ExistingLead): OutcomeEvent[] {
  const { pursuitType, id, how, reasons, winner } = data;
  const known = pursuitWith(id, lead);
  if (known?.state === 'ENDED' || (!known && pursuitType === 'CONTRACT')) return [];
  const attemptNo = known?.attemptNo ?? lead.attemptNo;
  const fact = { ...pursuitFact(lead, issued, pursuitType, id), attemptNo };
  const ended: Pursuit = { type: pursuitType, id, attemptNo, state: 'ENDED', how, reasons };
  return [
    { type: 'PursuitEnded', data: { ...fact, how, reasons, winner: winner && winnerRecord(winner) } },
    ...outcomeEvent(putPursuit(lead, ended), lead, reasons, issued),
  ];
}

/** A lead that was lost with this attempt is in the market again. */
export function noteAward({ data, issued }: NoteAward, lead: ExistingLead): OutcomeEvent[] {
  const known = pursuitWith(data.id, lead);
  if (known?.state === 'AWARDED') return [];
  const attemptNo = known?.attemptNo ?? lead.attemptNo;
  const isBack = lead.state === 'CLOSED' && lead.outcome === 'LOST' && attemptNo === lead.attemptNo;
  const fact = pursuitFact(lead, issued, 'TENDER', data.id);
  return [{ type: 'PursuitAwarded', data: { ...fact, state: isBack ? 'CONVERTED' : lead.state, attemptNo } }];
}

export const putPursuit = (lead: ExistingLead, pursuit: Pursuit): ExistingLead => ({
  ...lead,
  pursuits: withItem(lead.pursuits, pursuit, ({ id }) => id === pursuit.id),
});

const pursuitWith = (id: string | undefined, { pursuits }: ExistingLead): Pursuit | undefined =>
  pursuits.find((other) => other.id === id);

const pursuitFact = ({ leadId, state }: ExistingLead, issued: Issued, pursuitType: PursuitType, id: string) => ({
  leadId,
  state,
  pursuitType,
  id,
  recordedOn: issued.today,
});

const winnerRecord = ({ partyId, name, priceFen }: NonNullable<EndPursuit['data']['winner']>) => ({
  partyId,
  name,
  priceFen,
});
