import { fold, type EventStore, handlerReading } from '@engsales/event-sourcing';
import type { LeadThen } from '../domain/lead-then.js';
import {
  AcceptSample,
  CancelSample,
  InstallSample,
  ProposeSample,
  RejectSample,
} from '../domain/sample-project/sample-project.commands.js';
import { sampleProject } from '../domain/sample-project/sample-project.js';
import { readLead } from './read-lead.js';
import { readParties } from './read-parties.js';
import { readKnownLines } from './read-product-lines.js';

/** A sample belongs to a lead, which says who may act on it; a new one names a product line and perhaps a competitor too. */
const ProposeSampleHandler = handlerReading(
  sampleProject,
  ProposeSample,
  async ({ leadId, productLineId, nearCompetitorPartyId }, store) => ({
    lead: await readLead(store, leadId),
    parties: await readParties(store, [nearCompetitorPartyId]),
    knownLineIds: await readKnownLines(store, [productLineId]),
  }),
);

const leadOfSample = async (
  { sampleProjectId }: { readonly sampleProjectId: string },
  store: EventStore,
): Promise<{ readonly lead?: LeadThen }> => {
  const stream = `${sampleProject.category}-${sampleProjectId}`;
  const sample = fold(sampleProject, await store.readStream(stream));
  return sample.state === 'NONE' ? {} : { lead: await readLead(store, sample.leadId) };
};

export const sampleHandlers = [
  ProposeSampleHandler,
  handlerReading(sampleProject, CancelSample, leadOfSample),
  handlerReading(sampleProject, InstallSample, leadOfSample),
  handlerReading(sampleProject, AcceptSample, leadOfSample),
  handlerReading(sampleProject, RejectSample, leadOfSample),
];
