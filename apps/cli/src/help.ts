import type { Language } from './language.js';

const ZH = {
  program: '工程项目销售系统的命令行',
  import: '期初导入：把其他系统中正在执行的合同带入本系统',
  contracts: '把文件中的合同逐份导入合同服务；再次运行不会重复导入，内容不同时逐格说明',
  file: '.xlsx 或 .csv（UTF-8 或 GB18030），列见模板',
  dryRun: '由服务检查全部合同，但不记录',
  json: '在标准输出上给出一个 JSON 对象',
  url: '合同服务地址（默认 http://127.0.0.1:<CONTRACT_PORT，默认 7103>）',
  token: '令牌（默认取 ENGSALES_TOKEN；再无则用 ENGSALES_DATA_DIR 的本机密钥，角色 COMMERCE，只发往本机）',
  lang: '输出语言（默认按 LANG，非英文即中文）',
  template: '写出带中文标题、说明页和一份示例合同的模板',
  templateFile: '.xlsx 或 .csv；线索的模板写 leads 再写文件',
  templateOfLeads: 'leads 之后的文件',
  leads: '把文件中的线索逐行导入线索服务；再次运行不会重复导入',
  leadUrl: '线索服务地址（默认 http://127.0.0.1:<LEAD_PORT，默认 7101>）',
  leadToken: '令牌（默认取 ENGSALES_TOKEN；再无则用 ENGSALES_DATA_DIR 的本机密钥，角色 CRM_CENTER，只发往本机）',
  leadsAfter: [
    '有问题的行不会导入，其余照常；问题按单元格列出，最多 300 条。联系人的姓名和电话只存入个人信息库。',
    '退出码：0 全部成功（含此前已导入的），1 有任何问题，2 用法错误。',
    '',
    '例：',
    '  npm run engsales -- import template leads 线索.xlsx',
    '  npm run engsales -- import leads 线索.xlsx --dry-run',
    '  npm run engsales -- import leads 线索.xlsx',
  ].join('\n'),
  force: '文件已存在时覆盖',
  contractsAfter: [
    '有问题的合同不会发送，其余照常导入；问题按单元格列出，最多 300 条。',
    '退出码：0 全部成功（含此前已有且内容相同的），1 有任何问题（含此前已有但内容不同的），2 用法错误。',
    '',
    '例：',
    '  npm run engsales -- import template 合同.xlsx',
    '  npm run engsales -- import contracts 合同.xlsx --dry-run',
    '  npm run engsales -- import contracts 合同.xlsx',
  ].join('\n'),
};

const EN: typeof ZH = {
  program: 'Commands for a running engsales',
  import: 'Opening import: brings contracts that run in another system into this one',
  contracts: 'Imports the contracts of a file, one by one; a second run imports nothing twice, and tells what differs',
  file: '.xlsx or .csv (UTF-8 or GB18030); the template shows the columns',
  dryRun: 'the service checks every contract and records none',
  json: 'print one JSON object on stdout',
  url: 'contract service (default: http://127.0.0.1:<CONTRACT_PORT, else 7103>)',
  token:
    'token (default: ENGSALES_TOKEN, else made with the local key of ENGSALES_DATA_DIR, role COMMERCE, and sent to this machine only)',
  lang: 'language of the output (default by LANG; Chinese unless that is English)',
  template: 'Writes the template: Chinese headings, a page that explains them, one contract as example',
  templateFile: '.xlsx or .csv; for the template of leads write leads, then the file',
  templateOfLeads: 'the file, after leads',
  leads: 'Imports the leads of a file, row by row, into the lead service; a second run imports nothing twice',
  leadUrl: 'lead service (default: http://127.0.0.1:<LEAD_PORT, else 7101>)',
  leadToken:
    'token (default: ENGSALES_TOKEN, else made with the local key of ENGSALES_DATA_DIR, role CRM_CENTER, and sent to this machine only)',
  leadsAfter: [
    'A row with a problem is not imported, the others go on; problems are listed by cell, 300 at most. Name and number of a contact go to the vault only.',
    'Exit code: 0 all well (also when a row was imported before), 1 anything is wrong, 2 wrong usage.',
    '',
    'Example:',
    '  npm run engsales -- import template leads leads.xlsx',
    '  npm run engsales -- import leads leads.xlsx --dry-run',
    '  npm run engsales -- import leads leads.xlsx',
  ].join('\n'),
  force: 'write over a file that exists',
  contractsAfter: [
    'A contract with a problem is not sent, the others go on; problems are listed by cell, 300 at most.',
    'Exit code: 0 all well (also when the same was there already), 1 anything is wrong (also when other content was), 2 wrong usage.',
    '',
    'Example:',
    '  npm run engsales -- import template contracts.xlsx',
    '  npm run engsales -- import contracts contracts.xlsx --dry-run',
    '  npm run engsales -- import contracts contracts.xlsx',
  ].join('\n'),
};

export const helpOf = (language: Language): typeof ZH => (language === 'en' ? EN : ZH);
