import type { Block, BusinessDocument } from '@engsales/documents';
import type { ExistingVisit, VisitReport } from '../domain/visit/visit.state.js';
import { ADVICE } from '../domain/visit/visit.values.js';
import { counterpartText, heading, numbered, pairs, visitFacts, type VisitWords } from './visit-paper.js';
import { ADVICE_WORDS, QUESTION_TOPIC, SIGNAL } from './visit-terms.js';

/** 拜访报告: what was said on both sides, and what follows. */
export function visitReportDocument(visit: ExistingVisit, words: VisitWords): BusinessDocument {
  const { report } = visit;
  return {
    title: '拜访报告',
    subtitle: words.projectName,
    generatedOn: words.generatedOn,
    blocks: [
      visitFacts(visit, words),
      ...(report ? reportBlocks(report, words) : [{ kind: 'notice', text: '尚未登记拜访结果' } as const]),
    ],
  };
}

const reportBlocks = (report: VisitReport, words: VisitWords): Block[] => [
  {
    kind: 'facts',
    facts: [
      { label: '拜访日期', value: report.heldOn },
      { label: '报告人', value: words.staffNameOf(report.by) },
      { label: '语气', value: report.tone ?? '' },
      { label: '下次跟进', value: report.nextFollowUpOn ?? '' },
      { label: '客户看法', value: report.customerView ?? '', wide: true },
      { label: '结果', value: report.outcome ?? '', wide: true },
    ],
  },
  heading('一、会见人员'),
  numbered(
    '人员',
    report.met.map((contact) => counterpartText(contact, words)),
  ),
  heading('二、寒暄'),
  numbered('内容', report.smallTalk),
  heading('三、客户所说'),
  numbered('内容', report.customerSaid),
  heading('四、我方所说'),
  {
    kind: 'table',
    columns: [
      { heading: '内容', width: 4 },
      { heading: '涉及单位', width: 2 },
      { heading: '依据', width: 1.5 },
    ],
    rows: report.weSaid.map(({ text, aboutPartyId, evidenceRef }) => [
      text,
      aboutPartyId === undefined ? '' : words.partyNameOf(aboutPartyId),
      evidenceRef ?? '',
    ]),
  },
  heading('五、客户提问'),
  {
    kind: 'table',
    columns: [{ heading: '方面' }, { heading: '问题', width: 3 }, { heading: '答复', width: 3 }],
    rows: report.questions.map(({ topic, question, answer }) => [QUESTION_TOPIC[topic], question, answer ?? '']),
  },
  heading('六、客户表现与建议'),
  pairs(
    ['表现', '建议'],
    report.signals.map((signal) => [SIGNAL[signal], ADVICE_WORDS[ADVICE[signal]]]),
  ),
  heading('七、异议与书面材料'),
  {
    kind: 'table',
    columns: [{ heading: '异议', width: 3 }, { heading: '应送达' }, { heading: '已送达' }, { heading: '材料' }],
    rows: report.disputed.map(({ point, writtenMaterialDueOn, material }) => [
      point,
      writtenMaterialDueOn,
      material?.sentOn ?? '',
      material?.docRef ?? '',
    ]),
  },
];
