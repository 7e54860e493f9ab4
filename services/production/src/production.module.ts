import { Module } from '@nestjs/common';
import { decides } from '@engsales/event-sourcing';
import type { ServiceDefinition } from '@engsales/service';
import { engineeringPackageBinding, orderTrackingBinding, productionOrderBinding } from './commands/bindings.js';
import { RequestPackage } from './domain/engineering-package/engineering-package.js';
import { OpenTracking } from './domain/order-tracking/order-tracking.js';
import {
  CancelOrder,
  HandOverToEngineering,
  ReceiveOrder,
} from './domain/production-order/production-order.commands.js';
import { PRODUCTION_ORDER_TRANSITIONS } from './domain/production-order/production-order.js';
import { productionCommandRoles, productionProblems } from './http/command-roles.js';
import { EngineeringPackagesController } from './http/engineering-packages.controller.js';
import { OrderTrackingsController } from './http/order-trackings.controller.js';
import { ProductionOrdersController } from './http/production-orders.controller.js';
import { ProductionReadModels } from './migrations/1764000002000-production-read-models.js';
import { receiveOrdersWhenContractSigned } from './reactions/contract-signed.reaction.js';
import { cancelOrdersWhenContractVoided } from './reactions/contract-voided.reaction.js';
import { beginWorkWhenOrderReceived } from './reactions/order-received.reaction.js';
import { publishedEvents } from './reactions/published-events.js';
import { contractOrders } from './read-models/contract-orders/contract-orders.projection.js';
import { FindOrdersOfContractHandler } from './read-models/contract-orders/contract-orders.query.js';
import { merchandiserBoard } from './read-models/merchandiser-board/merchandiser-board.projection.js';
import { GetMerchandiserBoardHandler } from './read-models/merchandiser-board/merchandiser-board.query.js';

/** The index of the production service (生产订单、工程资料、跟单): every use case starts here. */
const service: ServiceDefinition = {
  name: 'production',
  deciders: [
    decides(productionOrderBinding, [ReceiveOrder, HandOverToEngineering, CancelOrder]),
    decides(engineeringPackageBinding, [RequestPackage]),
    decides(orderTrackingBinding, [OpenTracking]),
  ],
  reactions: [receiveOrdersWhenContractSigned, cancelOrdersWhenContractVoided, beginWorkWhenOrderReceived],
  publishedEvents,
  projections: [merchandiserBoard, contractOrders],
  migrations: [ProductionReadModels],
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
  transitions: { productionOrder: PRODUCTION_ORDER_TRANSITIONS },
  problems: productionProblems,
};

@Module({
  controllers: [ProductionOrdersController, EngineeringPackagesController, OrderTrackingsController],
  providers: [FindOrdersOfContractHandler, GetMerchandiserBoardHandler],
})
export class ProductionModule {
  static readonly service = service;
}
