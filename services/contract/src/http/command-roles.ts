import type { ProblemTexts, Role } from '@engsales/service';

/** Command -> roles (domain.md 2.8). The guard, the tests and the docs read this table. */
export const contractCommandRoles: Readonly<Record<string, readonly Role[]>> = {
  DraftContract: ['SALES', 'SALES_MANAGER', 'COMPANY_LEADER'],
  ReviseContract: ['SALES', 'SALES_MANAGER', 'COMPANY_LEADER'],
  SubmitForApproval: ['SALES', 'SALES_MANAGER', 'COMPANY_LEADER'],
  AbandonContract: ['SALES', 'SALES_MANAGER', 'COMPANY_LEADER'],
  ApproveContract: ['COMPANY_LEADER'],
  RejectContract: ['COMPANY_LEADER'],
  SignContract: ['COMMERCE', 'SALES_MANAGER'],
};

export const contractProblems: ProblemTexts = {
  DUPLICATE_CONTRACT: { zh: '该合同已存在', en: 'The contract exists already' },
  DUPLICATE_CONTRACT_NO: { zh: '合同编号已被另一份合同使用', en: 'The contract number belongs to another contract' },
  TOO_MANY_LINES: { zh: '合同明细不能超过 500 行', en: 'A contract has at most 500 lines' },
  LINE_AMOUNT_MISMATCH: { zh: '明细金额与数量乘单价不符', en: 'The amount of a line is not quantity times price' },
  AMOUNT_TOO_LARGE: { zh: '金额超出可表示的范围', en: 'An amount is too large' },
  PAYMENT_SCHEDULE_MISMATCH: {
    zh: '收款节点合计与合同总额不一致',
    en: 'The milestones do not add up to the contract total',
  },
  DEPOSIT_OVER_20_PERCENT: { zh: '定金不得超过合同总额的 20%', en: 'An earnest deposit is at most 20 % of the total' },
  CONTRACT_INCOMPLETE: { zh: '合同内容不完整，不能报批', en: 'The contract is not complete enough for approval' },
  CONTRACT_TERMS_REQUIRED: { zh: '必须写明双方权利义务', en: 'Rights and obligations must be written down' },
  BUYOUT_RISK_ASSESSMENT_REQUIRED: { zh: '买断项目须先进行风险评估', en: 'A buyout needs a risk assessment' },
  BUYOUT_WRITTEN_CONSENT_REQUIRED: {
    zh: '买断项目须经公司领导书面同意',
    en: 'A buyout needs a leader’s written consent',
  },
  AGENCY_AGREEMENT_REQUIRED: { zh: '代理项目须先签订合作协议', en: 'An agency contract needs a cooperation agreement' },
  CONTRACT_DEVIATES_FROM_AWARD: { zh: '合同金额与中标金额不一致', en: 'The contract deviates from the award' },
  SELF_APPROVAL: { zh: '起草、修改或提交合同的人不能审批', en: 'An author of the contract may not approve it' },
  SIGNED_CONTRACT_IMMUTABLE: {
    zh: '已签合同不可修改，请使用变更单',
    en: 'A signed contract is changed by a change order',
  },
  SIGNATORY_MISSING: { zh: '合同须由双方签署', en: 'Both sides must sign' },
  SIGNING_DATE_INVALID: { zh: '签订日期须在批准日与今天之间', en: 'The signing date lies between approval and today' },
};
