import type { Block, BusinessDocument } from '@engsales/documents';
import type { DraftedCase } from '../domain/case-study/case-study.js';
import type { KitContent, KitSection, PublishedVersion } from '../domain/sales-kit/sales-kit.state.js';
import { KIT_SECTION } from './sales-terms.js';

/** 销售范本 as a customer gets it: the published version, with its cases as they stand. */
export function salesKitDocument(
  { title, version, sections, publishedOn }: PublishedVersion,
  cases: readonly DraftedCase[],
  generatedOn: string,
): BusinessDocument {
  return {
    title: '销售范本',
    subtitle: title,
    number: `V${version}`,
    generatedOn,
    footer: `发布日期：${publishedOn}`,
    blocks: sections.flatMap((section) => [
      { kind: 'heading', text: KIT_SECTION[section.section] } as const,
      ...sectionBlocks(section, cases),
    ]),
  };
}

function sectionBlocks({ section, content }: KitSection, cases: readonly DraftedCase[]): Block[] {
  switch (section) {
    case 'INTRODUCTION':
    case 'COMPANY_PROFILE':
    case 'CONTACT':
      return paragraph(content.text);
    case 'PRODUCTS_SERVICES':
      return [...paragraph(content.text), ...productBlocks(content)];
    case 'CUSTOMER_CASES':
      return (content.caseStudyIds ?? []).flatMap((id) =>
        caseBlocks(cases.find(({ caseStudyId }) => caseStudyId === id)),
      );
    case 'TECHNICAL_SUPPORT':
      return facts([
        ['研发团队', content.rdTeam],
        ['技术实力', content.capability],
        ['先进设备', content.equipment],
      ]);
    case 'AFTERSALES_SERVICE':
      return [
        ...facts([
          ['产品保修期', `${content.warrantyMonths ?? 0} 个月`],
          ['维修服务', content.repair],
          ['技术培训', content.training],
        ]),
        ...(content.testimonials ?? []).flatMap((text) => paragraph(`客户评价：${text}`)),
      ];
    case 'COOPERATION_PROCESS':
      return [
        {
          kind: 'table',
          columns: [
            { heading: '步骤', width: 0.6, align: 'center' },
            { heading: '时间', width: 1.2 },
            { heading: '责任', width: 1.4 },
            { heading: '工作内容', width: 3.4 },
          ],
          rows: (content.steps ?? []).map((step, index) => [
            String(index + 1),
            step.duration,
            step.responsible,
            step.content,
          ]),
        },
      ];
  }
}

const paragraph = (text: string | undefined): Block[] => (text === undefined ? [] : [{ kind: 'paragraph', text }]);

const facts = (pairs: readonly (readonly [label: string, value: string | undefined])[]): Block[] => [
  { kind: 'facts', columns: 1, facts: pairs.map(([label, value = '']) => ({ label, value })) },
];

function productBlocks({ media = [], advantagesVsCompetitors: advantages = [] }: KitContent): Block[] {
  return [
    ...(media.length === 0 ? [] : paragraph(`图片、图表：${media.join('、')}`)),
    {
      kind: 'table',
      columns: [
        { heading: '独特之处', width: 4 },
        { heading: '依据', width: 1.4 },
      ],
      rows: advantages.map(({ text, evidenceRef = '' }) => [text, evidenceRef]),
    },
  ];
}

/** A case that was withdrawn after the kit was published is not shown any more. */
function caseBlocks(study: DraftedCase | undefined): Block[] {
  if (study?.state !== 'APPROVED') return [];
  const { testimonial } = study;
  return [
    { kind: 'paragraph', text: study.title, strong: true },
    ...facts([
      ['背景', study.background],
      ['挑战', study.challenge],
      ['解决方案', study.solution],
      ['结果', study.result],
    ]),
    ...(testimonial ? paragraph(`客户评价：${testimonial.text}`) : []),
  ];
}
