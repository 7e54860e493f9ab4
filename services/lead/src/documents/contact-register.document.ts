import type { Block, BusinessDocument } from '@engsales/documents';
import type { ExistingLead } from '../domain/lead/lead.state.js';
import {
  CONSTRUCTION_PHASE,
  CONSTRUCTION_PROCESS,
  KEY_PERSON_KIND,
  LEAD_STATE,
  PARTY_ROLE,
  SUPPORT_LEVEL,
} from './lead-terms.js';
import { heading } from './visit-paper.js';

/** What the register of a project is put into words with. */
export interface RegisterWords {
  /** Puts a name to a staff id. */
  readonly staffNameOf: (staffId?: string) => string;
  readonly partyNameOf: (partyId: string) => string;
  readonly contactOf: (contactId: string) => { readonly name: string; readonly post: string };
  readonly generatedOn: string;
}

/** 项目联络登记表: the project, who is there, who decides. */
export function contactRegisterDocument(lead: ExistingLead, words: RegisterWords): BusinessDocument {
  return {
    title: '项目联络登记表',
    subtitle: lead.captured.projectName,
    generatedOn: words.generatedOn,
    blocks: [
      numbers(lead, words),
      heading('一、项目概况'),
      profile(lead),
      heading('二、建设阶段'),
      construction(lead),
      heading('三、相关单位'),
      table(
        ['单位', '角色'],
        lead.stakeholders.map(({ partyId, role }) => [words.partyNameOf(partyId), PARTY_ROLE[role]]),
      ),
      heading('四、联系人'),
      table(
        ['单位', '姓名', '职务', '职责'],
        lead.contactRegister.map(({ partyId, contactId, role }) => {
          const { name, post } = words.contactOf(contactId);
          return [words.partyNameOf(partyId), name, post, role];
        }),
      ),
      heading('五、关键人'),
      table(
        ['单位', '姓名', '职务', '类别', '态度'],
        lead.keyPersons.map(({ partyId, contactId, post, kind, supportLevel }) => {
          const { name } = words.contactOf(contactId);
          return [words.partyNameOf(partyId), name, post, KEY_PERSON_KIND[kind], SUPPORT_LEVEL[supportLevel]];
        }),
      ),
      {
        kind: 'signatures',
        parties: [
          { name: '业务员', lines: ['签字', '日期'] },
          { name: '销售经理', lines: ['签字', '日期'] },
        ],
      },
    ],
  };
}

const numbers = (lead: ExistingLead, words: RegisterWords): Block => ({
  kind: 'facts',
  facts: [
    { label: '项目', value: lead.captured.projectName, wide: true },
    { label: '线索编号', value: lead.leadNo },
    { label: '档案编号', value: lead.registration?.folderNo ?? '' },
    { label: '登记日期', value: lead.registration?.on ?? '' },
    { label: '状态', value: LEAD_STATE[lead.state] },
    { label: '业务员', value: words.staffNameOf(lead.salespersonId) },
    { label: '城市', value: [lead.captured.city, lead.captured.district].filter(Boolean).join(' ') },
  ],
});

function profile({ description, needsSummary }: ExistingLead): Block {
  if (!description) return { kind: 'notice', text: '尚未登记项目概况' };
  const { scale, buildingAreaM2, fundingSource, address, plannedStartOn, plannedCompletionOn } = description;
  return {
    kind: 'facts',
    facts: [
      { label: '规模', value: scale, wide: true },
      { label: '建筑面积(㎡)', value: buildingAreaM2?.toString() ?? '' },
      { label: '资金来源', value: fundingSource },
      { label: '地址', value: address ?? '', wide: true },
      { label: '计划开工', value: plannedStartOn ?? '' },
      { label: '计划竣工', value: plannedCompletionOn ?? '' },
      { label: '需求', value: needsSummary ?? '', wide: true },
    ],
  };
}

function construction({ construction: seen }: ExistingLead): Block {
  if (!seen) return { kind: 'notice', text: '尚未登记建设阶段' };
  return {
    kind: 'facts',
    facts: [
      { label: '阶段', value: CONSTRUCTION_PHASE[seen.constructionPhase] },
      { label: '过程', value: CONSTRUCTION_PROCESS[seen.constructionProcess] },
      { label: '观察日期', value: seen.observedOn ?? '' },
    ],
  };
}

const table = (columns: readonly string[], rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  columns: columns.map((name) => ({ heading: name })),
  rows,
});
