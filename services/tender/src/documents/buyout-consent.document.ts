import type { Block, BusinessDocument, TableBlock } from '@engsales/documents';
import { formatPercent, formatYuan } from '@engsales/values';
import { marginBps } from '../domain/offers/margin.js';
import { totalScoreOf } from '../domain/risk-assessment/assessment-record.js';
import type { ExistingAssessment } from '../domain/risk-assessment/risk-assessment.state.js';
import { RISK_ITEMS } from '../domain/risk-assessment/risk-assessment.values.js';
import { ASSESSMENT_STATE, CONCLUSION, RISK_ITEM } from './offer-terms.js';

type NameOf = (staffId?: string) => string;

/** What the assessment is about, in the words of the tender where there is one. */
export interface AssessedDeal {
  readonly projectName?: string;
  readonly tenderNo?: string;
  readonly customerName?: string;
}

/** 买断风险评估表及书面同意书 as it is printed and signed. */
export function buyoutConsentDocument(
  assessment: ExistingAssessment,
  deal: AssessedDeal,
  nameOf: NameOf,
  generatedOn: string,
): BusinessDocument {
  return {
    title: '买断风险评估表及书面同意书',
    subtitle: deal.projectName,
    generatedOn,
    footer: `第 ${assessment.version} 版，状态：${ASSESSMENT_STATE[assessment.state]}`,
    blocks: [
      ...noticeOf(assessment),
      factsOf(assessment, deal, nameOf),
      { kind: 'heading', text: '一、风险评估' },
      risksTable(assessment),
      { kind: 'heading', text: '二、买断条件' },
      { kind: 'paragraph', text: assessment.buyoutConditions },
      { kind: 'heading', text: '三、评估结论' },
      { kind: 'paragraph', text: assessment.conclusion ? CONCLUSION[assessment.conclusion] : '尚未提交结论' },
      { kind: 'heading', text: '四、书面同意' },
      { kind: 'paragraph', text: consentOf(assessment) },
      {
        kind: 'signatures',
        parties: [
          { name: '评估人', lines: [nameOf(assessment.draftedBy) || '签字', '日期'] },
          { name: '商务部', lines: ['签字', '日期'] },
          { name: '公司领导', lines: ['签字', '日期'] },
        ],
      },
    ],
  };
}

const noticeOf = ({ state }: ExistingAssessment): Block[] =>
  state === 'APPROVED' ? [] : [{ kind: 'notice', text: '本评估尚未批准，不得据此采购或对外承诺。' }];

const consentOf = ({ consent }: ExistingAssessment): string =>
  consent
    ? `书面同意书已于 ${consent.on} 出具，存档编号 ${consent.writtenConsentRef}。`
    : '本人已阅上述评估，同意本项目按买断方式运作：由我司向厂家采购后销售给客户，风险由我司承担。';

function factsOf(assessment: ExistingAssessment, deal: AssessedDeal, nameOf: NameOf): Block {
  const { purchasePriceFen, salePriceFen } = assessment;
  const margin =
    purchasePriceFen === undefined || salePriceFen === undefined
      ? undefined
      : marginBps(salePriceFen, purchasePriceFen);
  return {
    kind: 'facts',
    facts: [
      { label: '客户', value: deal.customerName ?? '' },
      { label: '招标编号', value: deal.tenderNo ?? (assessment.refType === 'LEAD' ? '直接洽谈' : '') },
      { label: '厂家', value: assessment.manufacturerPartyId },
      { label: '编制日期', value: assessment.draftedOn },
      { label: '采购价', value: yuan(purchasePriceFen) },
      { label: '销售价', value: yuan(salePriceFen) },
      { label: '差价率', value: margin === undefined ? '' : formatPercent(margin) },
      { label: '批准', value: [nameOf(assessment.approvedBy), assessment.approvedOn].filter(Boolean).join(' ') },
    ],
  };
}

const yuan = (fen: number | undefined): string => (fen === undefined ? '' : `${formatYuan(fen)} 元`);

/** All seven, also those that are not scored yet. */
function risksTable({ items }: ExistingAssessment): TableBlock {
  return {
    kind: 'table',
    columns: [
      { heading: '序号', width: 0.5, align: 'center' },
      { heading: '评估项', width: 1 },
      { heading: '风险（1-5）', width: 0.8, align: 'center' },
      { heading: '评估情况', width: 3 },
      { heading: '应对措施', width: 2.4 },
    ],
    rows: RISK_ITEMS.map((name, index) => {
      const risk = items.find(({ item }) => item === name);
      const { score, finding = '', mitigation = '' } = risk ?? {};
      return [String(index + 1), RISK_ITEM[name], score === undefined ? '' : String(score), finding, mitigation];
    }),
    total: ['合计', '', String(totalScoreOf(items)), '', ''],
  };
}
