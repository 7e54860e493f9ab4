import type { ProblemTexts } from '@engsales/http';

/** What the refusals of this service say to people. */
export const productionRefusals: ProblemTexts = {
  DUPLICATE_PRODUCTION_ORDER: { zh: '该合同明细已有生产订单', en: 'The contract line has its production order' },
  ORDER_ENDED: { zh: '生产订单已结束', en: 'The production order has ended' },
  TRACKING_ENDED: { zh: '跟单已结束', en: 'The tracking has ended' },
  ORDER_BACKUP_REQUIRED: { zh: '移交工程部前须自留备份', en: 'Keep a backup copy before handing over to engineering' },
  ENGINEERING_PACKAGE_INCOMPLETE: { zh: '工程资料不完整，不能发放', en: 'The engineering package is not complete' },
  CUSTOMER_DRAWING_APPROVAL_REQUIRED: { zh: '须先取得客户会签', en: 'The customer’s approval is missing' },
  ARTEFACT_REQUIRED: { zh: '自产订单必须有 BOM 和图纸', en: 'What is produced needs a BOM and a drawing' },
  BOM_RELEASED_IMMUTABLE: {
    zh: '已发放的 BOM 须通过工程变更修改',
    en: 'A released BOM is changed by an engineering change',
  },
  BOM_NOT_ACCEPTED: { zh: 'PMC 尚未接收 BOM', en: 'PMC has not accepted the BOM' },
  WORK_STEP_OWNER_REQUIRED: { zh: '每个工序都必须有负责人', en: 'Every step needs a responsible person' },
  DRAWING_REVISION_STALE: { zh: '图纸版本已失效', en: 'The drawing is superseded' },
  EXECUTION_FORM_NOT_ACCEPTED: { zh: '合同执行表尚未被商务部接收', en: 'Commerce has not accepted the execution form' },
  PAYMENT_GATE_CLOSED: { zh: '投产前款项未到', en: 'The payment before production is missing' },
  SHIPMENT_PAYMENT_GATE_CLOSED: { zh: '发货前款项未到', en: 'The payment before dispatch is missing' },
  ORDER_ON_HOLD: { zh: '订单已被停止', en: 'The order is on hold' },
  OVER_PRODUCTION: { zh: '完工数量超过允许的数量', en: 'More than may be made of what was ordered' },
  OVER_SHIPMENT: { zh: '发货数量超过可发数量', en: 'More than is produced and not yet away' },
  SHIPMENT_NOT_INSPECTED: { zh: '该批货物尚未检验合格', en: 'The shipment has not passed inspection' },
  ORDER_PARTLY_SHIPPED: { zh: '已有发货，只能短结', en: 'Goods have left; close the order short' },
  DELIVERY_DATE_INVALID: { zh: '签收日期须在发货日与今天之间', en: 'The delivery lies between dispatch and today' },
  REFUSED_EXCEEDS_SHIPMENT: { zh: '拒收数量超过发货数量', en: 'More was refused than was shipped' },
  DISPOSITION_EXCEEDS_REFUSED: { zh: '处置数量超过拒收数量', en: 'More than was refused' },
  DATE_IN_FUTURE: { zh: '日期不能晚于今天', en: 'The date lies after today' },
};
