import { Rejected } from '@engsales/event-sourcing/domain';
import { plainYuan, shareFen, sumFen } from '@engsales/values';
import { priceLines, type PricedLine } from '../../offers/priced-lines.js';
import type { ExistingTender } from '../tender.state.js';
import type { RecordAward } from './awarding.commands.js';
import type { AgencyRecord } from './awarding.events.js';

/** What is ours of a notice. */
export interface AwardedWorks {
  readonly awardedFen: number;
  readonly lines: readonly PricedLine[];
  readonly agencyTerms?: AgencyRecord;
}

/** VAT on a commission, basis points. */
const COMMISSION_TAX_BPS = 600;

/**
 * The whole notice and the lines of the bid; of an agency the commission, as one line unless others are given.
 * @throws Rejected AWARD_LINES_MISMATCH {sumFen, awardedFen}, TOO_MANY_LINES, LINE_AMOUNT_MISMATCH
 */
export function awardedWorks(
  { noticeFen, lines: given }: RecordAward['data'],
  { submission, bid }: ExistingTender,
  contractSigningDueOn: string,
): AwardedWorks {
  const isAgency = submission?.mode === 'AGENCY';
  const commissionBps = submission?.commissionBps ?? 0;
  const awardedFen = isAgency ? shareFen(noticeFen, commissionBps) : noticeFen;
  const own = isAgency ? [commissionLine(awardedFen, contractSigningDueOn)] : (bid.price?.lines ?? []);
  const lines = given && given.length > 0 ? priceLines(given) : own;
  const sum = sumFen(lines.map(({ amountFen }) => amountFen));
  if (sum !== awardedFen) {
    const details = { sumFen: sum, awardedFen };
    throw new Rejected('AWARD_LINES_MISMATCH', `the lines come to ${sum} fen, the award to ${awardedFen}`, details);
  }
  if (!isAgency) return { awardedFen, lines };
  const { manufacturerPartyId } = submission;
  const agencyTerms = {
    manufacturerPartyId,
    customerPaysManufacturerFen: noticeFen,
    commissionBps,
    commissionFen: awardedFen,
  };
  return { awardedFen, lines, agencyTerms };
}

const commissionLine = (commissionFen: number, committedDate: string): PricedLine => ({
  lineId: 'L1',
  itemCode: 'AGENCY',
  name: '代理佣金',
  qty: '1',
  uom: '项',
  unitPrice: plainYuan(commissionFen),
  amountFen: commissionFen,
  taxRateBps: COMMISSION_TAX_BPS,
  fulfilment: 'AGENCY',
  committedDate,
});
