import type { Block, BusinessDocument, TableBlock } from '@engsales/documents';
import { formatPercent, formatUnitPrice, formatYuan, rmbCapitals, sumFen, taxContainedFen } from '@engsales/values';
import type { ExistingProposal, ProposalContent } from '../domain/proposal/proposal.state.js';
import { PROPOSAL_STATE, PROPOSAL_TITLE } from './offer-terms.js';

type NameOf = (staffId?: string) => string;

/** 报价单 as the customer gets it; nothing of our cost stands on it. */
export function quotationDocument(proposal: ExistingProposal, nameOf: NameOf, generatedOn: string): BusinessDocument {
  const { content, proposalNo, version, state } = proposal;
  return {
    title: PROPOSAL_TITLE[content.kind],
    subtitle: content.title,
    number: version === 1 ? proposalNo : `${proposalNo} 第 ${version} 版`,
    generatedOn,
    footer: `${proposalNo}，状态：${PROPOSAL_STATE[state]}`,
    blocks: [
      ...noticesOf(proposal),
      factsOf(proposal, nameOf),
      ...answersOf(content),
      ...linesOf(content),
      ...termsOf(content),
      {
        kind: 'signatures',
        parties: [
          { name: '报价单位（盖章）', lines: ['授权代表', '日期'] },
          { name: `客户：${content.customer.name}`, lines: ['授权代表', '日期'] },
        ],
      },
    ],
  };
}

const GONE_OUT: readonly string[] = ['SENT', 'ACCEPTED', 'DECLINED', 'EXPIRED'];

/** What the paper must not be used for. */
function noticesOf({ state, content: { kind } }: ExistingProposal): Block[] {
  return [
    ...(GONE_OUT.includes(state) ? [] : [notice('本件尚未发出，不得交给客户。')]),
    ...(state === 'EXPIRED' ? [notice('本报价已过有效期。')] : []),
    ...(kind === 'BUDGET' ? [notice('预算报价仅供参考，不构成要约。')] : []),
  ];
}

const notice = (text: string): Block => ({ kind: 'notice', text });

function factsOf({ content, sent, salespersonId }: ExistingProposal, nameOf: NameOf): Block {
  return {
    kind: 'facts',
    facts: [
      { label: '客户', value: content.customer.name, wide: true },
      { label: '报价日期', value: sent?.sentOn ?? '' },
      { label: '有效期至', value: sent?.validUntil ?? '' },
      { label: '业务员', value: nameOf(salespersonId) },
      { label: '交货期', value: content.deliveryDays === undefined ? '' : `合同签订后 ${content.deliveryDays} 天` },
    ],
  };
}

function answersOf({ answers, advantages }: ProposalContent): Block[] {
  return [
    ...(answers.length === 0
      ? []
      : [
          heading('需求与方案'),
          {
            kind: 'table',
            columns: [
              { heading: '需求', width: 2 },
              { heading: '方案', width: 3 },
            ],
            rows: answers.map(({ painPoint, solution }) => [painPoint, solution]),
          } satisfies TableBlock,
        ]),
    ...(advantages.length === 0
      ? []
      : [
          heading('方案优势'),
          {
            kind: 'table',
            columns: [
              { heading: '优势', width: 4 },
              { heading: '依据', width: 1 },
            ],
            rows: advantages.map(({ text, evidenceRef = '' }) => [text, evidenceRef]),
          } satisfies TableBlock,
        ]),
  ];
}

const heading = (text: string): Block => ({ kind: 'heading', text });

function linesOf({ lines, totalFen }: ProposalContent): Block[] {
  if (totalFen === undefined) return [];
  const taxFen = sumFen(lines.map(({ amountFen, taxRateBps }) => taxContainedFen(amountFen, taxRateBps)));
  return [
    heading('报价明细'),
    {
      kind: 'table',
      columns: [
        { heading: '序', width: 0.5, align: 'center' },
        { heading: '名称及规格', width: 3 },
        { heading: '数量', width: 0.9, align: 'right' },
        { heading: '单位', width: 0.7, align: 'center' },
        { heading: '含税单价（元）', width: 1.7, align: 'right' },
        { heading: '税率', width: 0.8, align: 'right' },
        { heading: '金额（元）', width: 1.8, align: 'right' },
        { heading: '交期', width: 1.3, align: 'center' },
      ],
      rows: lines.map(({ name, spec, qty, uom, unitPrice, taxRateBps, amountFen, committedDate }, index) => [
        String(index + 1),
        spec ? `${name} ${spec}` : name,
        qty,
        uom,
        formatUnitPrice(unitPrice),
        formatPercent(taxRateBps),
        formatYuan(amountFen),
        committedDate,
      ]),
      total: ['合计（含税）', '', '', '', '', '', formatYuan(totalFen), ''],
    },
    {
      kind: 'facts',
      facts: [
        { label: '其中税额', value: `${formatYuan(taxFen)} 元` },
        { label: '不含税额', value: `${formatYuan(totalFen - taxFen)} 元` },
        { label: '大写', value: rmbCapitals(totalFen), wide: true },
      ],
    },
  ];
}

function termsOf({ paymentTerms, warrantyTerms }: ProposalContent): Block[] {
  const { defectsLiabilityMonths: months, text } = warrantyTerms ?? {};
  const warranty = [months === undefined ? '' : `质保期 ${months} 个月`, text ?? ''].filter(Boolean).join('；');
  const facts = [
    ...(paymentTerms ? [{ label: '付款方式', value: paymentTerms, wide: true }] : []),
    ...(warranty ? [{ label: '质保', value: warranty, wide: true }] : []),
  ];
  return facts.length === 0 ? [] : [heading('商务条款'), { kind: 'facts', facts }];
}
