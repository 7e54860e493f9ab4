import type { Block, BusinessDocument, TableBlock } from '@engsales/documents';
import { formatPercent, formatYuan } from '@engsales/values';
import type { Achieved } from '../domain/sales-plan/sales-plan.commands.js';
import type { DraftedPlan, Target } from '../domain/sales-plan/sales-plan.state.js';
import type { Unit } from '../domain/sales-plan/sales-plan.values.js';
import { figureOf } from '../domain/sales-plan/targets.js';
import { METRIC, PLAN_STATE, RESOURCE, STRATEGY, UNIT } from './sales-terms.js';

type NameOf = (staffId?: string) => string;

/** 销售工作计划 as it is printed: the plan, its approval, and how far it is. */
export function salesPlanDocument(
  plan: DraftedPlan,
  achieved: readonly Achieved[],
  nameOf: NameOf,
  generatedOn: string,
): BusinessDocument {
  return {
    title: '销售工作计划',
    subtitle: plan.title,
    generatedOn,
    footer: `状态：${PLAN_STATE[plan.state]}`,
    blocks: [
      factsOf(plan, nameOf),
      { kind: 'heading', text: '一、销售目标及完成情况' },
      targetsTable(plan.targets, achieved),
      { kind: 'heading', text: '二、市场与竞争分析' },
      ...marketBlocks(plan),
      { kind: 'heading', text: '三、销售策略' },
      strategiesTable(plan),
      { kind: 'heading', text: '四、行动计划、预算与资源' },
      actionsTable(plan, nameOf),
      budgetTable(plan),
      resourcesTable(plan, nameOf),
      ...evaluationBlocks(plan),
      {
        kind: 'signatures',
        parties: [
          { name: '编制', lines: ['销售部', '日期'] },
          { name: '批准', lines: [nameOf(plan.approval?.by) || '公司领导', plan.approval?.on ?? '日期'] },
        ],
      },
    ],
  };
}

function factsOf(plan: DraftedPlan, nameOf: NameOf): Block {
  const { approval } = plan;
  return {
    kind: 'facts',
    facts: [
      { label: '计划期间', value: `${plan.from} 至 ${plan.to}` },
      { label: '公司战略', value: plan.strategyRef },
      { label: '批准人', value: nameOf(approval?.by) },
      { label: '批准日期', value: approval?.on ?? '' },
      { label: '背景风险', value: plan.backgroundRisks.join('；') || '无', wide: true },
    ],
  };
}

function targetsTable(targets: readonly Target[], achieved: readonly Achieved[]): TableBlock {
  return {
    kind: 'table',
    columns: [
      { heading: '指标', width: 1.4 },
      { heading: '单位', width: 0.6, align: 'center' },
      { heading: '基数', width: 1.8, align: 'right' },
      { heading: '目标', width: 1.8, align: 'right' },
      { heading: '完成', width: 1.8, align: 'right' },
      { heading: '完成率', width: 1, align: 'right' },
      { heading: '期限', width: 1.3, align: 'center' },
    ],
    rows: targets.map((target) => {
      const { metric, baseline, unit, dueOn = '' } = target;
      const figure = figureOf(target, achieved);
      return [
        METRIC[metric],
        unit ? UNIT[unit] : '',
        amountOf(baseline, unit),
        amountOf(target.target, unit),
        amountOf(figure.achieved, unit),
        figure.rateBps === undefined ? '' : formatPercent(figure.rateBps),
        dueOn,
      ];
    }),
  };
}

/** Money in yuan, scores and shares in the unit that people use. */
function amountOf(value: number | undefined, unit: Unit | undefined): string {
  if (value === undefined) return '';
  if (unit === 'FEN') return formatYuan(value);
  return unit === 'BPS' || unit === 'SCORE_X100' ? (value / 100).toFixed(2) : String(value);
}

function marketBlocks({ marketAnalysis: market }: DraftedPlan): Block[] {
  if (!market) return [{ kind: 'paragraph', text: '无' }];
  return [
    { kind: 'paragraph', text: `细分市场：${market.segments.join('、')}` },
    { kind: 'paragraph', text: `市场定位：${market.positioning}` },
    {
      kind: 'table',
      columns: [
        { heading: '竞争对手', width: 1.4 },
        { heading: '优势', width: 2 },
        { heading: '劣势', width: 2 },
      ],
      rows: market.competitors.map(({ partyId, strengths, weaknesses }) => [
        partyId,
        strengths.join('；'),
        weaknesses.join('；'),
      ]),
    },
  ];
}

const strategiesTable = ({ strategies }: DraftedPlan): TableBlock => ({
  kind: 'table',
  columns: [
    { heading: '策略', width: 1 },
    { heading: '措施', width: 4 },
  ],
  rows: strategies.map(({ type, measure }) => [STRATEGY[type], measure]),
});

const actionsTable = ({ plannedWork }: DraftedPlan, nameOf: NameOf): TableBlock => ({
  kind: 'table',
  columns: [
    { heading: '行动', width: 3 },
    { heading: '负责人', width: 1 },
    { heading: '开始', width: 1.1, align: 'center' },
    { heading: '结束', width: 1.1, align: 'center' },
  ],
  rows: plannedWork.actions.map(({ text, responsibleId, from, to }) => [text, nameOf(responsibleId), from, to]),
});

const budgetTable = ({ plannedWork: { budget } }: DraftedPlan): TableBlock => ({
  kind: 'table',
  columns: [
    { heading: '预算科目', width: 3 },
    { heading: '金额（元）', width: 2, align: 'right' },
  ],
  rows: budget.map(({ category, amountFen }) => [category, formatYuan(amountFen)]),
  total: ['合计', formatYuan(budget.reduce((sum, { amountFen }) => sum + amountFen, 0))],
});

const resourcesTable = ({ plannedWork }: DraftedPlan, nameOf: NameOf): TableBlock => ({
  kind: 'table',
  columns: [
    { heading: '资源', width: 1 },
    { heading: '内容', width: 3 },
    { heading: '分配给', width: 1.2 },
  ],
  rows: plannedWork.resources.map(({ kind, text, allocatedToId }) => [RESOURCE[kind], text, nameOf(allocatedToId)]),
});

function evaluationBlocks({ evaluation }: DraftedPlan): Block[] {
  if (!evaluation) return [];
  return [
    { kind: 'heading', text: '五、评估' },
    {
      kind: 'facts',
      columns: 1,
      facts: [
        { label: '销售数据分析', value: evaluation.salesAnalysis },
        { label: '销售绩效评估', value: evaluation.performance },
        { label: '客户反馈', value: evaluation.customerFeedback },
        { label: '改进措施', value: evaluation.actions.join('；') || '无' },
      ],
    },
  ];
}
