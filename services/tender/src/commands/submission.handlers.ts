import { handlerReading, type EventStore } from '@engsales/event-sourcing';
import { bondIdOf } from '../domain/ids.js';
import { ExtendBidValidity } from '../domain/tender/opening/opening.commands.js';
import type { SubmissionFacts } from '../domain/tender/submitting/submission-gates.js';
import { RecordSubmission, SubmitBid } from '../domain/tender/submitting/submitting.commands.js';
import { tender } from '../domain/tender/tender.js';
import { readBond } from './read-bond.js';
import { readModeFacts } from './read-mode-facts.js';

/** What stands outside a tender and decides whether its bid may go out. */
export async function readSubmissionFacts(store: EventStore, tenderId: string): Promise<SubmissionFacts> {
  return {
    mode: await readModeFacts(store, 'TENDER', tenderId),
    bond: await readBond(store, bondIdOf('BID_BOND', tenderId)),
  };
}

export const submissionHandlers = [
  handlerReading(tender, SubmitBid, async ({ tenderId }, store) => ({
    facts: await readSubmissionFacts(store, tenderId),
  })),
  handlerReading(tender, RecordSubmission, async ({ tenderId }, store) => ({
    facts: await readSubmissionFacts(store, tenderId),
  })),
  handlerReading(tender, ExtendBidValidity, async ({ tenderId }, store) => ({
    bond: await readBond(store, bondIdOf('BID_BOND', tenderId)),
  })),
];
