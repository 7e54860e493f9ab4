import { SHEET_EN, SHEET_ZH, type ProblemList } from '@engsales/sheets';
import type { ImportCounts, LeadCounts } from './import-counts.js';

/** Everything that people read, but for the headings and terms of the file. */
export const ZH = {
  ...SHEET_ZH,
  notOfRow: (rowType: string) => `此列不属于“${rowType}”行，请留空`,
  noRowOf: (rowType: string) => `合同没有可用的“${rowType}”行`,
  secondHead: '合同已有“合同”行',
  notTogether: (contractNo: string) => `合同 ${contractNo} 的行不连续，或同一编号出现了两次`,
  givenTwice: (id: string, first: string) => `${id} 重复（已在 ${first}）`,
  unknownId: (id: string) => `合同中没有 ${id}`,
  amountOrShare: '“金额(元)”与“比例%”填写其一',
  dateNeeded: '触发条件为“约定日期”时必须填写约定日期',
  dateWithoutTrigger: '只有触发条件为“约定日期”时才填写',
  goesWith: (heading: string) => `要与“${heading}”一起填写`,
  nothingMoved: '数量（已完工、已发、已签收）与日期（安装完成、验收）至少填写其一',
  otherThanFirst: (row: number) => `与同一流水号的第 ${row} 行不一致`,
  refused: (code: string, detail: string, details: string) =>
    `${detail}（${[code, details].filter(Boolean).join('：')}）`,
  differs: (ours: string, theirs: string) => `此前已导入，内容不同：文件为 ${ours}，已导入的为 ${theirs}；未作任何更改`,
  notInFile: (what: string) => `此前已导入，内容不同：文件中没有${what}；未作任何更改`,
  notImported: '系统中已有此合同编号，但不是导入的；未作任何更改',
  nothing: '（空）',

  usage: '用法错误',
  contractService: '合同服务',
  leadService: '线索服务',
  unreachable: (service: string, url: string, reason: string) =>
    `连不上${service} ${url}（${reason}）；系统是否已启动（npm start）？`,
  notAllowed: (service: string, status: number, detail: string) =>
    `${service}拒绝了令牌（${status}）：${detail}；请检查 --token、ENGSALES_TOKEN 或 ENGSALES_DATA_DIR`,
  localTokenElsewhere: (url: string) =>
    `本机密钥签发的令牌不会发往其他机器（${url}）；请用 --token 或 ENGSALES_TOKEN 给出令牌`,
  notTheService: (service: string, url: string, status: number) => `${url} 不像${service}（HTTP ${status}）`,
  exists: (file: string) => `${file} 已存在；要覆盖请加 --force`,
  wrongEnding: (file: string) => `${file} 的扩展名应为 .xlsx 或 .csv`,
  written: (file: string) => `模板已写入 ${file}`,
  progress: (done: number, all: number) => `${done} / ${all} 份合同`,
  leadProgress: (done: number) => `已处理 ${done} 条线索`,
  contactTogether: '联系人姓名、职务与单位要一起填写',
  contactAt: (heading: string) => `联系人单位所指的“${heading}”没有填写`,
  leadSummary: ({ dryRun, leads, imported, alreadyThere, withProblems, problems }: LeadCounts) =>
    `${dryRun ? '试运行（未记录）：' : ''}${leads} 条线索，${dryRun ? '可导入' : '已导入'} ${imported}，` +
    `此前已导入 ${alreadyThere}，有问题 ${withProblems}（共 ${problems} 个问题）`,
  summary: ({ dryRun, contracts, imported, alreadyThere, withProblems, problems, notTried }: ImportCounts) =>
    `${dryRun ? '试运行（未记录）：' : ''}${contracts} 份合同，${dryRun ? '可导入' : '已导入'} ${imported}，` +
    `此前已有 ${alreadyThere}，有问题 ${withProblems}（共 ${problems} 个问题）${notTried > 0 ? `，未处理 ${notTried}` : ''}`,
};

export type Texts = typeof ZH;
export type Tell = (texts: Texts) => string;
export type Problems = ProblemList<Texts>;

export const EN: Texts = {
  ...SHEET_EN,
  notOfRow: (rowType) => `does not belong to a row of type ${rowType}; leave it blank`,
  noRowOf: (rowType) => `the contract has no usable row of type ${rowType}`,
  secondHead: 'the contract has a row of type 合同 already',
  notTogether: (contractNo) => `the rows of contract ${contractNo} do not stand together, or the number stands twice`,
  givenTwice: (id, first) => `${id} stands twice (first in ${first})`,
  unknownId: (id) => `the contract has no ${id}`,
  amountOrShare: 'either 金额(元) or 比例% must be filled in',
  dateNeeded: 'the trigger 约定日期 needs a date in the column 约定日期',
  dateWithoutTrigger: 'belongs to the trigger 约定日期 only',
  goesWith: (heading) => `goes together with ${heading}`,
  nothingMoved: 'one of 已完工数量, 已发数量, 已签收数量, 安装完成日期 and 验收日期 must be filled in',
  otherThanFirst: (row) => `differs from row ${row} with the same bank reference`,
  refused: (code, detail, details) => `${detail} (${[code, details].filter(Boolean).join(': ')})`,
  differs: (ours, theirs) =>
    `imported before with other content: the file says ${ours}, ${theirs} was imported; nothing is changed`,
  notInFile: (what) => `imported before with other content: the file lacks ${what}; nothing is changed`,
  notImported: 'the system has a contract of this number that was not imported; nothing is changed',
  nothing: '(blank)',

  usage: 'wrong usage',
  contractService: 'contract service',
  leadService: 'lead service',
  unreachable: (service, url, reason) =>
    `cannot reach the ${service} at ${url} (${reason}); is the system running (npm start)?`,
  notAllowed: (service, status, detail) =>
    `the ${service} refuses the token (${status}): ${detail}; look at --token, ENGSALES_TOKEN or ENGSALES_DATA_DIR`,
  localTokenElsewhere: (url) =>
    `a token of the local key is not sent to another machine (${url}); give one by --token or ENGSALES_TOKEN`,
  notTheService: (service, url, status) => `${url} does not look like the ${service} (HTTP ${status})`,
  exists: (file) => `${file} exists; --force writes over it`,
  wrongEnding: (file) => `${file} must end in .xlsx or .csv`,
  written: (file) => `template written to ${file}`,
  progress: (done, all) => `${done} of ${all} contracts`,
  leadProgress: (done) => `${done} leads`,
  contactTogether: '联系人姓名, 联系人职务 and 联系人单位 must be filled in together',
  contactAt: (heading) => `the column ${heading}, which 联系人单位 means, is blank`,
  leadSummary: ({ dryRun, leads, imported, alreadyThere, withProblems, problems }) =>
    `${dryRun ? 'dry run, nothing recorded: ' : ''}${leads} leads, ${imported} ${dryRun ? 'can be imported' : 'imported'}, ` +
    `${alreadyThere} imported before, ${withProblems} with problems (${problems} problems)`,
  summary: ({ dryRun, contracts, imported, alreadyThere, withProblems, problems, notTried }) =>
    `${dryRun ? 'dry run, nothing recorded: ' : ''}${contracts} contracts, ${imported} ${dryRun ? 'can be imported' : 'imported'}, ` +
    `${alreadyThere} already there, ${withProblems} with problems (${problems} problems)${notTried > 0 ? `, ${notTried} not tried` : ''}`,
};
