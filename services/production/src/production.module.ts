import { Module, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { decides } from '@engsales/event-sourcing';
import type { ServiceDefinition } from '@engsales/service';
import { RaiseExceptionHandler } from './commands/raise-exception.handler.js';
import { ReceiveGoodsHandler } from './commands/receive-goods.handler.js';
import { ResolveExceptionHandler } from './commands/resolve-exception.handler.js';
import { ReverseGoodsInHandler } from './commands/reverse-goods-in.handler.js';
import { engineeringPackage } from './domain/engineering-package/engineering-package.js';
import { MarkFeedbackOverdue, MarkInquiryOverdue } from './domain/order-tracking/order-tracking.commands.js';
import { goodsInNote } from './domain/numbers.js';
import { orderTracking } from './domain/order-tracking/order-tracking.js';
import { productionOrder } from './domain/production-order/production-order.js';
import { MarkReleaseOverdue } from './domain/production-order/receiving/receiving.commands.js';
import { MarkShipmentDelayed } from './domain/production-order/shipping/shipping.commands.js';
import { stockSnapshot } from './domain/stock-snapshot/stock-snapshot.js';
import { CallOffsController } from './http/call-offs.controller.js';
import { EndingController } from './http/ending.controller.js';
import { EngineeringPackageController } from './http/engineering-package.controller.js';
import { HoldsController } from './http/holds.controller.js';
import { MaterialRequirementsController } from './http/material-requirements.controller.js';
import { MyTrackingsController } from './http/my-trackings.controller.js';
import { OrderTrackingController } from './http/order-tracking.controller.js';
import { PlanningController } from './http/planning.controller.js';
import { ProductionOrdersController } from './http/production-orders.controller.js';
import { FirstOrderController, ReceivingController } from './http/receiving.controller.js';
import { productionRefusals } from './http/refusals.js';
import { ReportsController } from './http/reports.controller.js';
import { ShippingController } from './http/shipping.controller.js';
import { ShopFloorController } from './http/shop-floor.controller.js';
import { sheetToRows, stockBody } from './http/stock-sheet.js';
import { StockSnapshotController, StockSnapshotsController } from './http/stock.controller.js';
import { NetGoods } from './migrations/1764000004000-net-goods.js';
import { ProductionReadModels } from './migrations/1764000002000-production-read-models.js';
import { DeferralsAndLists } from './migrations/1764000005000-deferrals-and-lists.js';
import { receiveOrdersWhenContractImported } from './reactions/contract-imported.reaction.js';
import { receiveOrdersWhenContractSigned } from './reactions/contract-signed.reaction.js';
import {
  endOrdersWhenContractTerminated,
  endOrdersWhenContractVoided,
  holdWhenContractSuspended,
  resumeWhenContractResumed,
} from './reactions/contract-stopped.reaction.js';
import { beginWorkWhenOrderReceived, requestPackageWhenMadeAgain } from './reactions/order-received.reaction.js';
import {
  engineerOrdersWhenBomReleased,
  engineerOrdersWhenPackageExtended,
} from './reactions/package-released.reaction.js';
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
  resumeTrackingWhenReopened,
  handTrackingOverWhenReassigned,
  noteExceptionWhenRaised,
} from './reactions/tracking.reaction.js';
import { FindOpenCallOffsHandler } from './read-models/orders/call-offs.query.js';
import { FindOrdersOfContractHandler } from './read-models/orders/contract-orders.query.js';
import { GetMerchandiserBoardHandler } from './read-models/orders/merchandiser-board.query.js';
import { GetOnTimeDeliveryHandler } from './read-models/orders/on-time-delivery.query.js';
import { productionOrders } from './read-models/orders/production-orders.projection.js';
import { FindShipmentLinesHandler } from './read-models/orders/shipment-lines.query.js';
import { FindEngineeringDocumentsHandler } from './read-models/packages/engineering-documents.query.js';
import { engineeringPackages } from './read-models/packages/engineering-packages.projection.js';
import { GetMaterialRequirementsHandler } from './read-models/stock/material-requirements.query.js';
import { FindStockSnapshotsHandler } from './read-models/stock/stock-snapshots.query.js';
import { stock } from './read-models/stock/stock.projection.js';
import { FindUnrequiredItemsHandler } from './read-models/stock/unrequired-items.query.js';
import { FindMyExceptionsHandler } from './read-models/trackings/my-exceptions.query.js';
import { FindMyInquiriesHandler } from './read-models/trackings/my-inquiries.query.js';
import { GetExceptionParetoHandler } from './read-models/trackings/exception-pareto.query.js';
import { orderTrackings } from './read-models/trackings/order-trackings.projection.js';
import { productionSettings } from './settings.js';
import { productionDeadlines } from './timers/production-deadlines.projection.js';

/** The index of the production service (生产订单、工程资料、跟单): every use case starts here. */
const service: ServiceDefinition = {
  name: 'production',
  title: 'engineering, workshop, shipment 设计、生产、发运',
  deciders: [
    decides(productionOrder, [ReceiveGoodsHandler, ReverseGoodsInHandler]),
    decides(goodsInNote),
    decides(engineeringPackage),
    decides(orderTracking, [RaiseExceptionHandler, ResolveExceptionHandler]),
    decides(stockSnapshot),
  ],
  reactions: [
    receiveOrdersWhenContractSigned,
    receiveOrdersWhenContractImported,
    noteFormWhenAccepted,
    setGateWhenOpened,
    setGateWhenClosed,
    setGateWhenOverridden,
    holdWhenContractSuspended,
    resumeWhenContractResumed,
    endOrdersWhenContractVoided,
    endOrdersWhenContractTerminated,
    beginWorkWhenOrderReceived,
    requestPackageWhenMadeAgain,
    engineerOrdersWhenBomReleased,
    engineerOrdersWhenPackageExtended,
    noteExceptionWhenRaised,
    noteExceptionWhenResolved,
    handTrackingOverWhenReassigned,
    endTrackingWhenClosed,
    endTrackingWhenCancelled,
    endTrackingWhenShortClosed,
    resumeTrackingWhenReopened,
  ],
  publishedEvents,
  projections: [productionOrders, engineeringPackages, orderTrackings, stock, productionDeadlines],
  timers: [MarkReleaseOverdue, MarkShipmentDelayed, MarkFeedbackOverdue, MarkInquiryOverdue],
  migrations: [ProductionReadModels, NetGoods, DeferralsAndLists],
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
  settings: productionSettings,
  // 10,000 rows of a stock count
  largeBodies: [{ path: '/api/v1/stock-snapshots', limit: '4mb' }],
  problems: productionRefusals,
};

@Module({
  controllers: [
    ProductionOrdersController,
    FirstOrderController,
    ReceivingController,
    HoldsController,
    PlanningController,
    ShopFloorController,
    CallOffsController,
    ShippingController,
    EndingController,
    EngineeringPackageController,
    OrderTrackingController,
    StockSnapshotsController,
    StockSnapshotController,
    MaterialRequirementsController,
    ReportsController,
    MyTrackingsController,
  ],
  providers: [
    FindOrdersOfContractHandler,
    GetMerchandiserBoardHandler,
    FindShipmentLinesHandler,
    FindOpenCallOffsHandler,
    FindEngineeringDocumentsHandler,
    GetExceptionParetoHandler,
    FindMyExceptionsHandler,
    FindMyInquiriesHandler,
    GetOnTimeDeliveryHandler,
    FindStockSnapshotsHandler,
    GetMaterialRequirementsHandler,
    FindUnrequiredItemsHandler,
  ],
})
export class ProductionModule implements NestModule {
  static readonly service = service;

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(stockBody, sheetToRows).forRoutes('api/v1/stock-snapshots{/*rest}');
  }
}
