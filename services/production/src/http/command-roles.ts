import type { Role } from '@engsales/http';

const ENGINEERING: readonly Role[] = ['ENGINEERING'];
const MERCHANDISER: readonly Role[] = ['MERCHANDISER'];
/** A merchandiser acts for PMC by saying `actingFor: PMC`. */
const PMC: readonly Role[] = ['PMC', 'MERCHANDISER'];
const DIRECTOR: readonly Role[] = ['WORKSHOP_DIRECTOR'];
const STEP: readonly Role[] = ['STEP_OWNER', 'WORKSHOP_DIRECTOR'];
const WAREHOUSE: readonly Role[] = ['WAREHOUSE'];
const SELLERS: readonly Role[] = ['SALES', 'SALES_MANAGER', 'COMPANY_LEADER'];

/** Command -> roles. The guard, the tests and the docs read this table. */
export const productionCommandRoles: Readonly<Record<string, readonly Role[]>> = {
  ReceiveOrder: MERCHANDISER,
  // and of these only the one whose order it is
  HandOverToEngineering: MERCHANDISER,
  ReassignMerchandiser: ['SALES_MANAGER', 'PMC'],
  RescheduleOrder: PMC,
  AcceptBom: PMC,
  ReleaseOrder: PMC,
  CancelOrder: PMC,
  ShortCloseOrder: PMC,
  PlanOrder: DIRECTOR,
  StartStep: STEP,
  ReportProgress: STEP,
  CompleteStep: STEP,
  CorrectProgress: DIRECTOR,
  SuperviseStep: DIRECTOR,
  ReceiveGoods: WAREHOUSE,
  OrderStopWork: ENGINEERING,
  LiftStopWork: ENGINEERING,
  RecordCallOff: MERCHANDISER,
  DeferDelivery: MERCHANDISER,
  PlanShipment: MERCHANDISER,
  CancelShipment: MERCHANDISER,
  InspectShipment: ['QC'],
  DispatchShipment: WAREHOUSE,
  ConfirmDelivery: WAREHOUSE,
  DispositionReturn: ['WAREHOUSE', 'QC'],
  SubmitArtefact: ENGINEERING,
  SubmitBom: ENGINEERING,
  RecordCustomerApproval: ENGINEERING,
  MarkNotApplicable: ENGINEERING,
  ConfirmArtefact: ENGINEERING,
  ReleasePackage: ENGINEERING,
  RaiseException: ['STEP_OWNER', 'WORKSHOP_DIRECTOR', 'PMC', 'MERCHANDISER'],
  FeedBackToSales: MERCHANDISER,
  InformCustomer: SELLERS,
  ResolveException: DIRECTOR,
  AskProgress: SELLERS,
  AnswerInquiry: MERCHANDISER,
  // a count that another system made
  TakeStockSnapshot: ['WAREHOUSE', 'PMC'],
  AddStockRows: ['WAREHOUSE', 'PMC'],
};
