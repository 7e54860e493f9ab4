import type { Block, BusinessDocument } from '@engsales/documents';
import { formatPercent, formatYuan, rateBps } from '@engsales/values';
import type { OpenedBid, Opening } from '../domain/tender/evaluation.state.js';
import type { ExistingTender } from '../domain/tender/tender.state.js';
import { tenderFacts, timeOf, yuan } from './tender-heading.js';
import { ENVELOPES, METHOD } from './tender-terms.js';

/** 开标记录: who bid what, as it was read out. */
export function openingRecordDocument(tender: ExistingTender, opening: Opening, generatedOn: string): BusinessDocument {
  const { registration, announcement } = tender;
  return {
    title: '开标记录',
    subtitle: registration.projectName,
    generatedOn,
    footer: `记录存档编号 ${opening.docRef}`,
    blocks: [
      ...noticesOf(tender),
      {
        kind: 'facts',
        facts: [
          ...tenderFacts(tender),
          { label: '开标时间', value: timeOf(opening.openedAt) },
          { label: '招标方式', value: announcement ? METHOD[announcement.method] : '' },
          { label: '信封', value: announcement ? ENVELOPES[announcement.envelopeStructure] : '' },
          { label: '最高限价', value: yuan(announcement?.maxPriceFen) },
        ],
      },
      bidsTable(opening),
      {
        kind: 'signatures',
        parties: [
          { name: '记录人', lines: ['签字', '日期'] },
          { name: '我方代表', lines: ['签字', '日期'] },
        ],
      },
    ],
  };
}

function noticesOf({ warnings }: ExistingTender): Block[] {
  return warnings.flatMap((warning): Block[] => {
    if (warning.code === 'FEWER_THAN_THREE_BIDDERS') {
      return [{ kind: 'notice', text: `投标人仅 ${warning.bidders} 家，少于三家。` }];
    }
    if (warning.code !== 'OPENING_PRICE_DIFFERS') return [];
    const [opened, submitted] = [formatYuan(warning.openedFen), formatYuan(warning.submittedFen)];
    return [{ kind: 'notice', text: `唱标价 ${opened} 元与我方递交价 ${submitted} 元不一致。` }];
  });
}

/** By rank where it is known, ours against each of the others. */
function bidsTable({ bids }: Opening): Block {
  const ours = bids.find((bid) => bid.ours)?.priceFen;
  const ordered = [...bids].sort((a, b) => (a.rank ?? bids.length + 1) - (b.rank ?? bids.length + 1));
  return {
    kind: 'table',
    columns: [
      { heading: '序', width: 0.5, align: 'center' },
      { heading: '投标人', width: 3 },
      { heading: '投标价（元）', width: 1.8, align: 'right' },
      { heading: '名次', width: 0.7, align: 'center' },
      { heading: '我方高出', width: 1, align: 'right' },
      { heading: '备注', width: 1.2 },
    ],
    rows: ordered.map((bid, index) => [
      String(index + 1),
      bid.bidderName,
      bid.priceFen === undefined ? '' : formatYuan(bid.priceFen),
      bid.rank === undefined ? '' : String(bid.rank),
      gapOf(bid, ours),
      [bid.ours ? '我方' : '', bid.rejected ? '否决投标' : ''].filter(Boolean).join('，'),
    ]),
  };
}

/** How much more we ask than this bidder, as a share of that price. */
function gapOf({ priceFen, ours: isOurs }: OpenedBid, ours: number | undefined): string {
  if (isOurs || !priceFen || ours === undefined) return '';
  return formatPercent(rateBps(ours - priceFen, priceFen));
}
