import { Module, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { decides } from '@engsales/event-sourcing';
import type { ServiceDefinition } from '@engsales/service';
import { bound } from './commands/bindings.js';
import * as pack from './domain/engineering-package/engineering-package.commands.js';
import { engineeringPackage, ENGINEERING_PACKAGE_TRANSITIONS } from './domain/engineering-package/engineering-package.js';
import * as tracking from './domain/order-tracking/order-tracking.commands.js';
import { orderTracking, ORDER_TRACKING_TRANSITIONS } from './domain/order-tracking/order-tracking.js';
import * as order from './domain/production-order/production-order.commands.js';
import { productionOrder, PRODUCTION_ORDER_TRANSITIONS } from './domain/production-order/production-order.js';
import * as shipment from './domain/production-order/shipment.commands.js';
import * as floor from './domain/production-order/shop-floor.commands.js';
import { AddStockRows, TakeStockSnapshot } from './domain/stock-snapshot/stock-snapshot.commands.js';
import { stockSnapshot, STOCK_SNAPSHOT_TRANSITIONS } from './domain/stock-snapshot/stock-snapshot.js';
import { productionCommandRoles } from './http/command-roles.js';
import { EngineeringPackagesController } from './http/engineering-packages.controller.js';
import { OrderOfficeController } from './http/order-office.controller.js';
import { OrderTrackingsController } from './http/order-trackings.controller.js';
import { PackageArtefactsController } from './http/package-artefacts.controller.js';
import { productionProblems } from './http/problems.js';
import { ProductionReportsController } from './http/production-reports.controller.js';
import { ProductionOrdersController } from './http/production-orders.controller.js';
import { ShipmentsController } from './http/shipments.controller.js';
import { ShopFloorController } from './http/shop-floor.controller.js';
import { csvText, csvToRows } from './http/stock-csv.js';
import { StockController } from './http/stock.controller.js';
import { TrackingEntriesController } from './http/tracking-entries.controller.js';
import { ProductionReadModels } from './migrations/1764000002000-production-read-models.js';
import { ProductionBoard } from './migrations/1764000004000-production-board.js';
import { ProductionStock } from './migrations/1764000006000-production-stock.js';
import { receiveOrdersWhenContractSigned } from './reactions/contract-signed.reaction.js';
import {
  endOrdersWhenContractTerminated,
  endOrdersWhenContractVoided,
  holdWhenContractSuspended,
  resumeWhenContractResumed,
} from './reactions/contract-stopped.reaction.js';
import { beginWorkWhenOrderReceived } from './reactions/order-received.reaction.js';
import { engineerOrdersWhenBomReleased } from './reactions/package-released.reaction.js';
import {
  noteFormWhenAccepted,
  setGateWhenClosed,
  setGateWhenOpened,
  setGateWhenOverridden,
} from './reactions/payment.reaction.js';
import { publishedEvents } from './reactions/published-events.js';
import {
  noteExceptionWhenResolved,
  endTrackingWhenCancelled,
  endTrackingWhenClosed,
  endTrackingWhenShortClosed,
  handTrackingOverWhenReassigned,
  noteExceptionWhenRaised,
} from './reactions/tracking.reaction.js';
import { FindOpenCallOffsHandler } from './read-models/call-offs/call-offs.query.js';
import { contractOrders } from './read-models/contract-orders/contract-orders.projection.js';
import { FindOrdersOfContractHandler } from './read-models/contract-orders/contract-orders.query.js';
import { engineeringDocuments } from './read-models/engineering-documents/engineering-documents.projection.js';
import { FindEngineeringDocumentsHandler } from './read-models/engineering-documents/engineering-documents.query.js';
import { GetExceptionParetoHandler } from './read-models/exception-pareto/exception-pareto.query.js';
import { merchandiserBoard } from './read-models/merchandiser-board/merchandiser-board.projection.js';
import { GetMerchandiserBoardHandler } from './read-models/merchandiser-board/merchandiser-board.query.js';
import { onTimeDelivery } from './read-models/on-time-delivery/on-time-delivery.projection.js';
import { GetOnTimeDeliveryHandler } from './read-models/on-time-delivery/on-time-delivery.query.js';
import { orderProgress } from './read-models/order-progress/order-progress.projection.js';
import { FindShipmentLinesHandler } from './read-models/shipment-lines/shipment-lines.query.js';
import { GetMaterialRequirementsHandler } from './read-models/stock/material-requirements.query.js';
import { FindStockSnapshotsHandler } from './read-models/stock/stock-snapshots.query.js';
import { stock } from './read-models/stock/stock.projection.js';
import { trackingEntries } from './read-models/tracking-entries/tracking-entries.projection.js';
import { productionSettings } from './settings.js';
import { productionDeadlines } from './timers/production-deadlines.projection.js';

/** The index of the production service (生产订单、工程资料、跟单): every use case starts here. */
const service: ServiceDefinition = {
  name: 'production',
  deciders: [
    decides(bound(productionOrder, 'productionOrderId', PRODUCTION_ORDER_TRANSITIONS, [
      order.ReceiveOrder,
      order.HandOverToEngineering,
      order.MarkReleaseOverdue,
      order.ReassignMerchandiser,
      order.RescheduleOrder,
      order.EngineerOrder,
      order.AcceptBom,
      order.NoteExecutionForm,
      order.SetGate,
      order.PlaceHold,
      order.DropHold,
      order.NoteException,
      order.CancelOrder,
      order.ShortCloseOrder,
      order.EndOrder,
      floor.PlanOrder,
      floor.ReleaseOrder,
      floor.StartStep,
      floor.ReportProgress,
      floor.CorrectProgress,
      floor.CompleteStep,
      floor.SuperviseStep,
      floor.ReceiveGoods,
      floor.OrderStopWork,
      floor.LiftStopWork,
      shipment.RecordCallOff,
      shipment.DeferDelivery,
      shipment.PlanShipment,
      shipment.InspectShipment,
      shipment.DispatchShipment,
      shipment.ConfirmDelivery,
      shipment.CancelShipment,
      shipment.DispositionReturn,
      shipment.MarkShipmentDelayed,
    ])),
    decides(bound(engineeringPackage, 'packageId', ENGINEERING_PACKAGE_TRANSITIONS, [
      pack.RequestPackage,
      pack.SubmitArtefact,
      pack.SubmitBom,
      pack.RecordCustomerApproval,
      pack.MarkNotApplicable,
      pack.ConfirmArtefact,
      pack.ReleasePackage,
    ])),
    decides(bound(orderTracking, 'trackingId', ORDER_TRACKING_TRANSITIONS, [
      tracking.OpenTracking,
      tracking.EndTracking,
      tracking.HandTrackingOver,
      tracking.RaiseException,
      tracking.FeedBackToSales,
      tracking.InformCustomer,
      tracking.ResolveException,
      tracking.MarkFeedbackOverdue,
      tracking.AskProgress,
      tracking.AnswerInquiry,
      tracking.MarkInquiryOverdue,
    ])),
    decides(bound(stockSnapshot, 'snapshotId', STOCK_SNAPSHOT_TRANSITIONS, [TakeStockSnapshot, AddStockRows])),
  ],
  reactions: [
    receiveOrdersWhenContractSigned,
    noteFormWhenAccepted,
    setGateWhenOpened,
    setGateWhenClosed,
    setGateWhenOverridden,
    holdWhenContractSuspended,
    resumeWhenContractResumed,
    endOrdersWhenContractVoided,
    endOrdersWhenContractTerminated,
    beginWorkWhenOrderReceived,
    engineerOrdersWhenBomReleased,
    noteExceptionWhenRaised,
    noteExceptionWhenResolved,
    handTrackingOverWhenReassigned,
    endTrackingWhenClosed,
    endTrackingWhenCancelled,
    endTrackingWhenShortClosed,
  ],
  publishedEvents,
  projections: [
    merchandiserBoard,
    contractOrders,
    orderProgress,
    trackingEntries,
    engineeringDocuments,
    onTimeDelivery,
    stock,
    productionDeadlines,
  ],
  timers: [
    order.MarkReleaseOverdue,
    shipment.MarkShipmentDelayed,
    tracking.MarkFeedbackOverdue,
    tracking.MarkInquiryOverdue,
  ],
  migrations: [ProductionReadModels, ProductionBoard, ProductionStock],
  commandRoles: productionCommandRoles,
  readerRoles: [
    'SALES',
    'SALES_MANAGER',
    'COMPANY_LEADER',
    'ENGINEERING',
    'PMC',
    'WORKSHOP_DIRECTOR',
    'STEP_OWNER',
    'QC',
    'WAREHOUSE',
  ],
  transitions: {
    productionOrder: PRODUCTION_ORDER_TRANSITIONS,
    engineeringPackage: ENGINEERING_PACKAGE_TRANSITIONS,
    orderTracking: ORDER_TRACKING_TRANSITIONS,
    stockSnapshot: STOCK_SNAPSHOT_TRANSITIONS,
  },
  settings: productionSettings,
  problems: productionProblems,
};

@Module({
  controllers: [
    ProductionOrdersController,
    OrderOfficeController,
    ShopFloorController,
    ShipmentsController,
    EngineeringPackagesController,
    PackageArtefactsController,
    OrderTrackingsController,
    TrackingEntriesController,
    ProductionReportsController,
    StockController,
  ],
  providers: [
    FindOrdersOfContractHandler,
    GetMerchandiserBoardHandler,
    FindShipmentLinesHandler,
    FindOpenCallOffsHandler,
    FindEngineeringDocumentsHandler,
    GetExceptionParetoHandler,
    GetOnTimeDeliveryHandler,
    FindStockSnapshotsHandler,
    GetMaterialRequirementsHandler,
  ],
})
export class ProductionModule implements NestModule {
  static readonly service = service;

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(csvText, csvToRows).forRoutes('api/v1/stock-snapshots{/*rest}');
  }
}
