import type { Block, BusinessDocument, Fact, TableBlock } from '@engsales/documents';
import { formatPercent } from '@engsales/values';
import type { OperationMode } from '../domain/offers/offer.values.js';
import type { CompetitionPlan, ExistingTender, GoCondition } from '../domain/tender/tender.state.js';
import { tenderFacts, yuan, type NameOf } from './tender-heading.js';
import { MODE, NO_BID_REASON } from './tender-terms.js';

/** 投标决策表: whether we bid, on which conditions, how we mean to win, and what is left of the price. It stays in the house. */
export function goNoGoDocument(
  tender: ExistingTender,
  mode: OperationMode | undefined,
  nameOf: NameOf,
  generatedOn: string,
): BusinessDocument {
  const { registration, salespersonId, commerceOwnerId } = tender;
  return {
    title: '投标决策表',
    subtitle: registration.projectName,
    generatedOn,
    footer: '内部资料，不得外传',
    blocks: [
      ...noticesOf(tender),
      {
        kind: 'facts',
        facts: [
          ...tenderFacts(tender),
          { label: '业务员', value: nameOf(salespersonId) },
          { label: '商务负责人', value: nameOf(commerceOwnerId) },
        ],
      },
      heading('一、决策'),
      { kind: 'facts', facts: decisionFacts(tender, nameOf) },
      heading('二、投标条件'),
      conditionsTable(tender.conditions, nameOf),
      heading('三、报价与毛利'),
      { kind: 'facts', facts: priceFacts(tender, mode) },
      heading('四、竞争策划'),
      ...competitionOf(tender.competition),
      {
        kind: 'signatures',
        parties: [
          { name: '业务部', lines: ['签字', '日期'] },
          { name: '商务部', lines: ['签字', '日期'] },
          { name: '决策人', lines: [nameOf(tender.goDecision?.by) || '签字', '日期'] },
        ],
      },
    ],
  };
}

const heading = (text: string): Block => ({ kind: 'heading', text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

function noticesOf({ goDecision, noBid }: ExistingTender): Block[] {
  if (noBid) return [{ kind: 'notice', text: `不投标（${NO_BID_REASON[noBid.reason]}）：${noBid.note}` }];
  return goDecision ? [] : [{ kind: 'notice', text: '尚未决策，不得编制投标文件。' }];
}

function decisionFacts({ goDecision, noBid }: ExistingTender, nameOf: NameOf): Fact[] {
  if (!goDecision) return [{ label: '结论', value: noBid ? '不投标' : '' }];
  const { go, reason, winProbabilityBps, by, on } = goDecision;
  return [
    { label: '结论', value: go ? '投标' : '不投标' },
    { label: '中标概率', value: formatPercent(winProbabilityBps) },
    { label: '决策人', value: nameOf(by) },
    { label: '决策日期', value: on },
    { label: '理由', value: reason, wide: true },
  ];
}

function conditionsTable(conditions: readonly GoCondition[], nameOf: NameOf): TableBlock {
  return {
    kind: 'table',
    columns: [
      { heading: '编号', width: 0.8 },
      { heading: '条件', width: 3 },
      { heading: '期限', width: 1.1, align: 'center' },
      { heading: '状态', width: 2.2 },
    ],
    rows: conditions.map((condition) => [
      condition.id,
      condition.text,
      condition.dueOn ?? '',
      standingOf(condition, nameOf),
    ]),
  };
}

function standingOf({ metBy, evidenceRef, waivedReason }: GoCondition, nameOf: NameOf): string {
  if (waivedReason !== undefined) return `已豁免：${waivedReason}`;
  if (metBy === undefined) return '未满足';
  return ['已满足', nameOf(metBy), evidenceRef].filter(Boolean).join(' ');
}

function priceFacts({ registration, announcement, bid }: ExistingTender, mode: OperationMode | undefined): Fact[] {
  const { price } = bid;
  return [
    { label: '招标估价', value: yuan(registration.estimatedPriceFen) },
    { label: '最高限价', value: yuan(announcement?.maxPriceFen) },
    { label: '投标报价', value: yuan(price?.priceFen) },
    { label: '成本', value: yuan(price?.costFen) },
    { label: '毛利率', value: price?.marginBps === undefined ? '' : formatPercent(price.marginBps) },
    { label: '运作方式', value: mode === undefined ? '未定' : MODE[mode] },
  ];
}

function competitionOf(plan: CompetitionPlan | undefined): Block[] {
  if (!plan) return [paragraph('尚未策划')];
  const { ourPosition, technical, commercial, price, relationship, competitors } = plan;
  return [
    {
      kind: 'facts',
      columns: 1,
      facts: [
        { label: '我方地位', value: ourPosition },
        { label: '技术', value: technical },
        { label: '商务', value: commercial },
        { label: '价格', value: price },
        { label: '关系', value: relationship.join('；') },
      ],
    },
    {
      kind: 'table',
      columns: [
        { heading: '竞争对手', width: 2 },
        { heading: '威胁（1-5）', width: 0.9, align: 'center' },
        { heading: '预计报价', width: 1.6, align: 'right' },
        { heading: '对策', width: 3 },
      ],
      rows: competitors.map(({ name, threat, expectedPriceFen, counter }) => [
        name,
        String(threat),
        yuan(expectedPriceFen),
        counter,
      ]),
    },
  ];
}
