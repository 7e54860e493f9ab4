import { handlerReading } from '@engsales/event-sourcing';
import { RecordMarketAnalysis } from '../domain/sales-plan/sales-plan.commands.js';
import { salesPlan } from '../domain/sales-plan/sales-plan.js';

import { readParties } from './read-parties.js';

/** Reads the competitors that an analysis of the market names. */
export const RecordMarketAnalysisHandler = handlerReading(
  salesPlan,
  RecordMarketAnalysis,
  async ({ competitors }, store) => ({
    parties: await readParties(
      store,
      competitors.map(({ partyId }) => partyId),
    ),
  }),
);
