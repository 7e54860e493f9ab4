import type { FoldOf, RulesOf } from '@engsales/event-sourcing/domain';
import type { ExistingLead } from '../lead.state.js';
import {
  EndPursuit,
  NoteAward,
  NoteLeadHint,
  NotePursuit,
  NoteSampleCost,
  NoteStep,
  RecordOutcome,
  type OutcomeCommand,
} from './outcome.commands.js';
import type { OutcomeEvent } from './outcome.events.js';
import { putPursuit, endPursuit, noteAward, notePursuit } from './pursuits.js';
import { recordOutcome } from './contract-outcome.js';

const NOT_MERGED = ['CAPTURED', 'QUALIFYING', 'DEVELOPING', 'CONVERTED', 'CLOSED', 'ABANDONED'] as const;
const ANY = [...NOT_MERGED, 'MERGED'] as const;

/** What other services tell of the project; what is known already decides nothing. */
export const outcomeRules = {
  NotePursuit: { command: NotePursuit, in: ['QUALIFYING', 'DEVELOPING', 'CONVERTED'], decide: notePursuit },
  EndPursuit: { command: EndPursuit, in: NOT_MERGED, decide: endPursuit },
  NoteAward: { command: NoteAward, in: NOT_MERGED, decide: noteAward },
  RecordOutcome: { command: RecordOutcome, in: NOT_MERGED, decide: recordOutcome },
  NoteStep: { command: NoteStep, in: ANY, decide: noteStep },
  NoteLeadHint: { command: NoteLeadHint, in: ANY, decide: noteLeadHint },
  NoteSampleCost: { command: NoteSampleCost, in: ANY, decide: noteSampleCost },
} satisfies RulesOf<OutcomeCommand, ExistingLead, OutcomeEvent>;

export const outcomeFold = {
  PursuitOpened: (lead, { pursuitType: type, id, attemptNo, previousId }) =>
    putPursuit(
      { ...lead, pursuits: lead.pursuits.filter((other) => other.id !== previousId) },
      { type, id, attemptNo, state: 'OPEN' },
    ),
  PursuitAwarded: (lead, { state, pursuitType: type, id, attemptNo }) =>
    putPursuit(
      { ...lead, state, outcome: state === 'CONVERTED' ? undefined : lead.outcome },
      { type, id, attemptNo, state: 'AWARDED' },
    ),
  PursuitEnded: (lead, { pursuitType: type, id, attemptNo, how, reasons }) =>
    putPursuit(lead, { type, id, attemptNo, state: 'ENDED', how, reasons }),
  LeadOutcomeRecorded: (lead, { state, outcome, contracts }) => ({ ...lead, state, outcome, contracts }),
  SalesStepReached: (lead, { step, on }) => ({ ...lead, steps: [...lead.steps, { step, on }] }),
  LeadHintNoted: (lead, { ref }) => ({ ...lead, noted: { ...lead.noted, hints: [...lead.noted.hints, ref] } }),
  SampleCostNoted: (lead, { sampleProjectId, acquisitionCostFen }) => ({
    ...lead,
    sampleCostFen: acquisitionCostFen,
    noted: { ...lead.noted, samples: [...lead.noted.samples, sampleProjectId] },
  }),
} satisfies FoldOf<OutcomeEvent, ExistingLead>;

function noteStep({ data }: NoteStep, { leadId, state, steps }: ExistingLead): OutcomeEvent[] {
  const { step, on, ref } = data;
  if (steps.some((other) => other.step === step)) return [];
  return [{ type: 'SalesStepReached', data: { leadId, state, step, on, ref } }];
}

function noteLeadHint({ data, issued }: NoteLeadHint, lead: ExistingLead): OutcomeEvent[] {
  const { source, ref, text } = data;
  const { leadId, state, salespersonId } = lead;
  if (lead.noted.hints.includes(ref)) return [];
  const said = { source, ref, text, salespersonId, notedOn: issued.today };
  return [{ type: 'LeadHintNoted', data: { leadId, state, ...said } }];
}

function noteSampleCost({ data, issued }: NoteSampleCost, lead: ExistingLead): OutcomeEvent[] {
  const { sampleProjectId, costFen } = data;
  const { leadId, state } = lead;
  if (lead.noted.samples.includes(sampleProjectId)) return [];
  const acquisitionCostFen = lead.sampleCostFen + costFen;
  const said = { sampleProjectId, costFen, acquisitionCostFen, notedOn: issued.today };
  return [{ type: 'SampleCostNoted', data: { leadId, state, ...said } }];
}
