import type { ProblemTexts } from '@engsales/http';

/** What the refusals of this service say to people: what is wrong, subject first. */
export const contractRefusals: ProblemTexts = {
  CONTRACT_ENDED: { zh: '合同已结束，不能再执行此操作', en: 'The contract has ended' },
  SEPARATION_OF_DUTIES: {
    zh: '不相容职务须由不同的人办理',
    en: 'Another person must do this: it does not go together with what the caller did before',
  },
  IMPORT_CLOSED: { zh: '期初导入已结束或未开放', en: 'The opening import is over, or was not opened' },
  DUPLICATE_CONTRACT: { zh: '该合同已存在', en: 'The contract exists already' },
  DUPLICATE_CONTRACT_NO: { zh: '合同编号已被另一份合同使用', en: 'The contract number belongs to another contract' },
  TOO_MANY_ROUNDS: { zh: '谈判记录已达 200 轮', en: 'The contract has 200 rounds of negotiation already' },
  TOO_MANY_LINES: { zh: '合同明细超过 500 行', en: 'The contract has more than 500 lines' },
  LINE_AMOUNT_MISMATCH: {
    zh: '明细金额与数量乘单价减折扣不符',
    en: 'The amount of a line is not what quantity, unit price and discount can give',
  },
  MILESTONE_NEVER_TRIGGERED: {
    zh: '收款节点的触发条件在本合同中不会发生',
    en: 'Nothing in the contract can bring the trigger of a milestone about',
  },
  INVOICE_HAS_RED_LETTERS: { zh: '发票已有红字发票', en: 'Red letters take the invoice back' },
  DATE_BEFORE_DRAFTING: { zh: '日期早于合同起草日期', en: 'The date lies before the contract was drafted' },
  DATE_BEFORE_RECEIPT: { zh: '日期早于收款日期', en: 'The date lies before the receipt of the money' },
  TRIGGER_DATE_MISSING: {
    zh: '已发生的触发条件缺少日期',
    en: 'The trigger of a milestone has come about on no known day',
  },
  PAYMENT_SCHEDULE_MISMATCH: {
    zh: '收款节点合计与合同总额不一致',
    en: 'The milestones do not add up to the contract total',
  },
  DEPOSIT_OVER_20_PERCENT: { zh: '定金超过合同总额的 20%', en: 'The earnest deposits are more than 20 % of the total' },
  CONTRACT_INCOMPLETE: { zh: '合同内容不完整，不能报批', en: 'The contract is not complete enough for approval' },
  CONTRACT_TERMS_REQUIRED: {
    zh: '未写明双方权利义务',
    en: 'Rights and obligations of both sides are not written down',
  },
  BUYOUT_RISK_ASSESSMENT_REQUIRED: { zh: '买断项目缺少风险评估', en: 'The buyout has no risk assessment' },
  BUYOUT_WRITTEN_CONSENT_REQUIRED: {
    zh: '买断项目缺少公司领导书面同意',
    en: 'The buyout has no written consent of a leader',
  },
  AGENCY_AGREEMENT_REQUIRED: { zh: '代理项目缺少合作协议', en: 'The agency contract has no cooperation agreement' },
  CONTRACT_DEVIATES_FROM_AWARD: {
    zh: '合同金额与中标金额不一致',
    en: 'The total of the contract is not the awarded one',
  },
  SELF_APPROVAL: {
    zh: '审批人起草、修改或提交过该合同',
    en: 'The approver has drafted, revised or submitted the contract',
  },
  SIGNED_CONTRACT_IMMUTABLE: {
    zh: '合同已签订，条款已固定；可中止后恢复并调整交期，或解除合同',
    en: 'The contract is signed: it can be suspended and resumed with other dates, or terminated',
  },
  SIGNATORY_MISSING: { zh: '有一方尚未签署', en: 'One side has not signed' },
  SIGNING_DATE_INVALID: {
    zh: '签订日期早于批准日或晚于今天',
    en: 'The signing date lies before the approval or after today',
  },
  DUPLICATE_RECEIPT: { zh: '该笔银行流水已在本合同登记', en: 'The transfer is booked on the contract already' },
  DUPLICATE_REFUND: { zh: '该笔退款已登记', en: 'The refund is booked already' },
  DUPLICATE_SUPPLIER_PAYMENT: { zh: '该笔供应商付款已登记', en: 'The payment to the supplier is booked already' },
  DUPLICATE_INVOICE: { zh: '发票号码已在本公司登记', en: 'The invoice number is booked in the company already' },
  DATE_BEFORE_SIGNING: { zh: '日期早于合同签订日期', en: 'The date lies before the signing of the contract' },
  RECEIPT_EXCEEDS_CONTRACT: {
    zh: '收款超过合同总额；如需挂账请注明未分配金额',
    en: 'The receipts exceed the contract total; unallocatedFen keeps the rest on account',
  },
  ALLOCATION_EXCEEDS_MILESTONE: {
    zh: '分配金额超过节点未收金额',
    en: 'The allocation is more than the milestone still needs',
  },
  ALLOCATION_EXCEEDS_RECEIPT: {
    zh: '分配金额超过收款可分配余额',
    en: 'The allocation is more than is left of the receipt',
  },
  RECEIPT_ALREADY_REFUNDED: {
    zh: '该笔款项已退还客户，不能冲销',
    en: 'The money of the receipt was given back to the customer',
  },
  REFUND_EXCEEDS_RECEIPTS: { zh: '退款超过客户已付金额', en: 'The refund is more than the customer has paid' },
  NO_SUPPLIER_LINES: { zh: '合同没有外购明细', en: 'No line of the contract is bought in' },
  LINE_UNKNOWN: { zh: '合同没有该明细', en: 'The contract has no such line' },
  INVOICE_EXCEEDS_CONTRACT: { zh: '开票金额超过合同总额', en: 'The invoices exceed the contract total' },
  RED_EXCEEDS_INVOICE: { zh: '红字金额超过发票余额', en: 'The red letter is more than is left of the invoice' },
  GATE_ALREADY_OPEN: { zh: '付款条件已满足，无需放行', en: 'The gate is open already' },
  CREDIT_RELEASE_DATE_INVALID: { zh: '放行截止日早于今天', en: 'The last day of the release lies before today' },
  CONTRACT_NOT_COMPLETABLE: { zh: '尚有未交付或未验收的明细', en: 'Some lines are not delivered or not accepted' },
  CONTRACT_NOT_CLOSABLE: { zh: '尚有收款节点未结清', en: 'Some milestones are not paid' },
  PROMISE_DATE_INVALID: { zh: '承诺付款日早于今天', en: 'The promised day lies before today' },
  CONTRACT_HAS_PERFORMANCE: {
    zh: '已有发货，只能解除合同',
    en: 'Goods have left; the contract can only be terminated',
  },
  RECEIPTS_NOT_REFUNDED: { zh: '已收款项尚未退还', en: 'Money of the customer has not been given back' },
  ORDERS_NOT_SETTLED: { zh: '尚有生产订单未结束', en: 'Some production orders have not ended' },
  RESUMPTION_DATE_INVALID: { zh: '恢复日期早于中止日期', en: 'The resumption lies before the suspension' },
  OVER_SHIPMENT: { zh: '已发数量超过合同数量', en: 'More was shipped than was sold' },
};
