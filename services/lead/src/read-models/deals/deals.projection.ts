import { insertOnce, projection, updateNewer, type Recorded } from '@engsales/read-models';
import type { EntityManager } from 'typeorm';
import type { DealChanged, DealEvent } from '../../domain/deal/deal.events.js';
import { foldedText } from '../../domain/folded-name.js';

/** What was sold, to whom, by whom, and what has it brought? A row per deal, per value of it, per movement of money, per rating. */
export const deals = projection<DealEvent>({
  name: 'deals',
  tables: ['deal', 'deal_value', 'deal_money', 'deal_rating'],
  on: {
    async DealBooked({ data, revision }, rows) {
      await insertOnce(rows, 'deal', 'contract_id', {
        contract_id: data.contractId,
        revision,
        state: data.state,
        project_id: data.projectId,
        project_name: data.projectName,
        customer_party_id: data.customerPartyId,
        customer_name: data.customerName,
        customer_key: data.customerPartyId ?? foldedText(data.customerName),
        salesperson_id: data.salespersonId,
        signed_on: data.signedOn,
      });
      const countedFen = data.state === 'BOOKED' ? data.totalFen : 0;
      await putValue(rows, data, revision, data.signedOn, countedFen);
    },
    async DealChanged(event, rows) {
      await updateNewer(rows, 'deal', ['contract_id', event.data.contractId], event.revision, {});
      await changeValue(event, rows);
    },
    async DealEnded({ data, revision }, rows) {
      if (data.state === 'FORESTALLED') return;
      await updateNewer(rows, 'deal', ['contract_id', data.contractId], revision, { state: data.state });
      await putValue(rows, data, revision, data.endedOn, 0);
    },
    async DealSettled({ data, revision }, rows) {
      await updateNewer(rows, 'deal', ['contract_id', data.contractId], revision, { state: data.state });
      await putValue(rows, data, revision, data.settledOn, data.finalFen);
    },
    async DealMoneyMoved({ data: { contractId, ref, movedOn, amountFen, receivedFen }, revision }, rows) {
      await updateNewer(rows, 'deal', ['contract_id', contractId], revision, { received_fen: receivedFen });
      const movement = { contract_id: contractId, ref, moved_on: movedOn, amount_fen: amountFen };
      await insertOnce(rows, 'deal_money', 'contract_id, ref', movement);
    },
    async DealRated({ data: { contractId, ref, ratedOn, scoreTenths } }, rows) {
      const rating = { contract_id: contractId, ref, rated_on: ratedOn, score_tenths: scoreTenths };
      await insertOnce(rows, 'deal_rating', 'contract_id, ref', rating);
    },
  },
});

/** A contract that has ended counts for nothing until it is settled, and then for what it came to. */
async function changeValue({ data, revision }: Recorded<DealChanged>, rows: EntityManager): Promise<void> {
  if (data.state === 'BOOKED') await putValue(rows, data, revision, data.changedOn, data.currentTotalFen);
}

function putValue(
  rows: EntityManager,
  { contractId, state }: { readonly contractId: string; readonly state: string },
  revision: number,
  fromOn: string,
  countedFen: number,
): Promise<void> {
  const value = { contract_id: contractId, revision, from_on: fromOn, state, counted_fen: countedFen };
  return insertOnce(rows, 'deal_value', 'contract_id, revision', value);
}
