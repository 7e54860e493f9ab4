import type { ProblemTexts } from '@engsales/http';

/** What the refusals of this service say to people: what is wrong, subject first. */
export const productionRefusals: ProblemTexts = {
  DUPLICATE_PRODUCTION_ORDER: { zh: '该合同明细已有生产订单', en: 'The contract line has a production order already' },
  ORDER_ENDED: { zh: '生产订单已结束', en: 'The production order has ended' },
  TRACKING_ENDED: { zh: '跟单已结束', en: 'The tracking has ended' },
  ORDER_BACKUP_REQUIRED: { zh: '未注明自留备份', en: 'No backup copy of the order is named' },
  ENGINEERING_PACKAGE_INCOMPLETE: { zh: '工程资料不完整，不能发放', en: 'The engineering package is not complete' },
  CUSTOMER_DRAWING_APPROVAL_REQUIRED: { zh: '缺少客户会签', en: 'The approval of the customer is missing' },
  ARTEFACT_REQUIRED: {
    zh: '自产订单不能没有 BOM 和图纸',
    en: 'The BOM and the drawing of what is produced cannot be left out',
  },
  BOM_EMPTY: { zh: '自产订单的 BOM 没有物料', en: 'The BOM of what is produced has no lines' },
  DATE_BEFORE_SUBMISSION: {
    zh: '日期早于该文件提交之日',
    en: 'The date lies before the day on which the document was submitted',
  },
  BOM_RELEASED_IMMUTABLE: { zh: 'BOM 已发放，不能修改', en: 'The BOM is released and cannot be changed' },
  BOM_NOT_ACCEPTED: { zh: 'PMC 尚未接收 BOM', en: 'PMC has not accepted the BOM' },
  WORK_STEP_OWNER_REQUIRED: { zh: '有工序没有负责人', en: 'A step has no responsible person' },
  DRAWING_REVISION_STALE: { zh: '图纸版本已失效', en: 'The drawing is superseded' },
  EXECUTION_FORM_NOT_ACCEPTED: { zh: '合同执行表尚未被商务部接收', en: 'Commerce has not accepted the execution form' },
  PAYMENT_GATE_CLOSED: { zh: '投产前款项未到', en: 'The payment before production is missing' },
  SHIPMENT_PAYMENT_GATE_CLOSED: { zh: '发货前款项未到', en: 'The payment before dispatch is missing' },
  ORDER_ON_HOLD: { zh: '订单已被停止', en: 'The order is on hold' },
  DUPLICATE_GOODS_IN: { zh: '该供应商的送货单已入库', en: 'The note of this supplier has come in already' },
  CALL_OFF_EXCEEDS_ORDER: { zh: '要货数量合计超过订单数量', en: 'More is called off than is ordered' },
  CALL_OFF_SHIPPED: { zh: '该要货通知已有货物发出', en: 'Goods have left for the call-off' },
  DATE_BEFORE_COMMITTED_DATE: { zh: '日期早于交期', en: 'The date lies before the committed date' },
  DATE_BEFORE_EXCEPTION: { zh: '日期早于异常上报之日', en: 'The date lies before the exception was raised' },
  OVER_PRODUCTION: { zh: '完工数量超过允许的数量', en: 'The quantity is more than may be made of the order' },
  OVER_SHIPMENT: {
    zh: '发货数量超过可发数量',
    en: 'The quantity is more than may leave, or than is made and not yet away',
  },
  READY_EXCEEDS_MADE: { zh: '备妥数量超过在库完工数量', en: 'The ready goods are more than is made and here' },
  DISPATCH_EXCEEDS_INSPECTED: { zh: '发货数量超过检验合格数量', en: 'The quantity is more than passed inspection' },
  GOOD_EXCEEDS_STEP_BEFORE: {
    zh: '工序合格数量超过上道工序合格数量',
    en: 'The good units of the step are more than those of the step before it',
  },
  COMPLETION_REASON_REQUIRED: {
    zh: '工序完工数量不足，未注明原因',
    en: 'The step has made less than is to be made, and no reason is given',
  },
  DUPLICATE_SERIAL_NO: {
    zh: '序列号重复，或该产品已发出且未回库',
    en: 'A serial number stands twice, or its unit is away already',
  },
  SERIAL_NOS_MISMATCH: {
    zh: '序列号与数量或该批货物不符',
    en: 'The serial numbers do not agree with the quantity or the shipment',
  },
  SERIAL_NO_NOT_MADE: { zh: '序列号不在完工产品之中', en: 'A serial number is of no unit that was made' },
  RETURN_DECIDED: { zh: '拒收货物已作处置', en: 'What became of the refused goods is decided on' },
  DATE_BEFORE_RELEASE: { zh: '日期早于生产指令下达日', en: 'The date lies before the release of the order' },
  DATE_BEFORE_PREVIOUS_STEP: {
    zh: '日期早于上道工序开工日',
    en: 'The date lies before the start of the step before it',
  },
  DATE_BEFORE_START: { zh: '日期早于工序开工日', en: 'The date lies before the start of the step' },
  DATE_AFTER_WORK: { zh: '日期晚于已报工的日期', en: 'The date lies after work that was reported' },
  DATE_BEFORE_INSPECTION: { zh: '日期早于检验日', en: 'The date lies before the inspection' },
  SHIPMENT_NOT_INSPECTED: { zh: '该批货物尚未检验合格', en: 'The shipment has not passed inspection' },
  ORDER_PARTLY_SHIPPED: {
    zh: '已有发货未退回，只能短结',
    en: 'Goods have left and not come back; the order can only be closed short',
  },
  DELIVERY_DATE_INVALID: {
    zh: '签收日期早于发货日或晚于今天',
    en: 'The delivery lies before the dispatch or after today',
  },
  REFUSED_EXCEEDS_SHIPMENT: { zh: '拒收数量超过发货数量', en: 'More was refused than was shipped' },
  DISPOSITION_EXCEEDS_REFUSED: {
    zh: '处置数量超过拒收数量',
    en: 'The quantity is more than was refused and is still here',
  },
};
