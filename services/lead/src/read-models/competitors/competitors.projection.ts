import { insertOnce, projection, updateNewer, upsertNewer } from '@engsales/read-models';
import type { LeadEvent } from '../../domain/lead/lead.events.js';

/** Whom do we meet, and who wins? A row per lead, competitor and dimension, one per lost pursuit, one per result. */
export const competitors = projection<LeadEvent>({
  name: 'competitors',
  tables: ['lead_competitor', 'lead_loss', 'lead_result'],
  on: {
    async CompetitorObserved({ data, revision }, rows) {
      const seen = {
        revision,
        name: data.name,
        strengths: data.strengths,
        weaknesses: data.weaknesses,
        evidence: data.evidenceRef,
      };
      const key = { lead_id: data.leadId, party_id: data.partyId, dimension: data.dimension };
      await insertOnce(rows, 'lead_competitor', 'lead_id, party_id, dimension', { ...key, ...seen });
      await rows.query(
        `UPDATE lead_competitor SET revision = $4, name = $5, strengths = $6, weaknesses = $7, evidence = $8
          WHERE lead_id = $1 AND party_id = $2 AND dimension = $3 AND revision < $4`,
        [data.leadId, data.partyId, data.dimension, ...Object.values(seen)],
      );
    },
    async PursuitEnded({ data }, rows) {
      if (!data.winner) return;
      await insertOnce(rows, 'lead_loss', 'lead_id, pursuit_id', {
        lead_id: data.leadId,
        pursuit_id: data.id,
        party_id: data.winner.partyId,
        name: data.winner.name,
        price_fen: data.winner.priceFen,
      });
    },
    LeadOutcomeRecorded: ({ data, revision }, rows) =>
      upsertNewer(rows, 'lead_result', 'lead_id', { lead_id: data.leadId, revision, outcome: data.outcome }),
    PursuitAwarded: async ({ data, revision }, rows) => {
      await rows.query('DELETE FROM lead_loss WHERE lead_id = $1 AND pursuit_id = $2', [data.leadId, data.id]);
      if (data.state === 'CONVERTED') {
        await updateNewer(rows, 'lead_result', ['lead_id', data.leadId], revision, { outcome: 'OPEN' });
      }
    },
  },
});
