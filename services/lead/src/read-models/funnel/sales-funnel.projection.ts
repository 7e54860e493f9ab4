import { insertOnce, eachOf, projection } from '@engsales/read-models';
import type { EntityManager } from 'typeorm';
import type { FollowUpLogEvent } from '../../domain/follow-up-log/follow-up-log.events.js';
import type { LeadEvent } from '../../domain/lead/lead.events.js';
import type { VisitEvent } from '../../domain/visit/visit.events.js';
import type { FunnelStep } from './funnel-steps.js';

type Event = LeadEvent | VisitEvent | FollowUpLogEvent;

const each = eachOf<Event>();

/** Which steps has a lead reached, and when first? */
export const salesFunnel = projection<Event>({
  name: 'sales-funnel',
  tables: ['lead_step'],
  on: {
    LeadCaptured: ({ data }, rows) => reach(rows, data.leadId, 'CAPTURED', data.capturedOn),
    async FollowUpRecorded({ data }, rows) {
      if (data.subjectType !== 'LEAD') return;
      await reach(rows, data.subjectId, 'FIRST_CONTACT', data.on);
      if (data.productLineIdsPresented.length > 0) await reach(rows, data.subjectId, 'PRODUCT_PRESENTED', data.on);
      if (data.questions.some(isAnswered)) await reach(rows, data.subjectId, 'QUESTION_ANSWERED', data.on);
    },
    VisitPlanned: ({ data }, rows) => reach(rows, data.leadId, 'VISIT_PLANNED', data.recordedOn),
    async VisitReported({ data }, rows) {
      await reach(rows, data.leadId, 'FIRST_CONTACT', data.heldOn);
      if (data.productLineIdsPresented.length > 0) await reach(rows, data.leadId, 'PRODUCT_PRESENTED', data.heldOn);
      if (data.questions.some(isAnswered)) await reach(rows, data.leadId, 'QUESTION_ANSWERED', data.heldOn);
    },
    NeedsRecorded: ({ data }, rows) => reach(rows, data.leadId, 'NEEDS', data.recordedOn),
    async KeyPersonIdentified({ data }, rows) {
      if (data.kind === 'DECISION_MAKER') await reach(rows, data.leadId, 'DECISION_MAKER', data.recordedOn);
    },
    SampleSiteVisited: ({ data }, rows) => reach(rows, data.leadId, 'SAMPLE_SITE', data.on),
    LeadConverted: ({ data }, rows) => reach(rows, data.leadId, 'CONVERTED', data.convertedOn),
    ...each(['SalesStepReached'], ({ data }, rows) => reach(rows, data.leadId, data.step, data.on)),
  },
});

const INTERESTED: readonly string[] = ['INITIAL_INVESTMENT', 'OPERATING_COST', 'FEASIBILITY'];

const isAnswered = ({ topic, answer }: { readonly topic: string; readonly answer?: string }): boolean =>
  INTERESTED.includes(topic) && answer !== undefined;

const reach = (rows: EntityManager, leadId: string, step: FunnelStep, on: string): Promise<void> =>
  insertOnce(rows, 'lead_step', 'lead_id, step', { lead_id: leadId, step, on_date: on });
