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
  DATE_BEFORE_TODAY: { zh: '日期早于今天', en: 'The date lies before today' },
  DATE_BEFORE_COMMITTED_DATE: { zh: '日期早于交期', en: 'The date lies before the committed date' },
  DATE_BEFORE_EXCEPTION: { zh: '日期早于异常上报之日', en: 'The date lies before the exception was raised' },
  OVER_PRODUCTION: { zh: '完工数量超过允许的数量', en: 'The quantity is more than may be made of the order' },
  OVER_SHIPMENT: { zh: '发货数量超过可发数量', en: 'The quantity is more than is produced and not yet away' },
  SHIPMENT_NOT_INSPECTED: { zh: '该批货物尚未检验合格', en: 'The shipment has not passed inspection' },
  ORDER_PARTLY_SHIPPED: { zh: '已有发货，只能短结', en: 'Goods have left; the order can only be closed short' },
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
