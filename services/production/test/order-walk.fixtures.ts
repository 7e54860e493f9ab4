import { issued } from '@engsales/event-sourcing/testing';
import type { Issued, Settings } from '@engsales/event-sourcing/decider';
import { randomUUID } from 'node:crypto';
import type { LiveOrder, ProductionOrder } from '../src/domain/production-order/order-state.js';
import { anOrder } from '../src/domain/production-order/production-order.fixtures.js';
import { productionOrder } from '../src/domain/production-order/production-order.js';
import * as order from '../src/domain/production-order/production-order.commands.js';
import type { ToOrder, ProductionOrderCommand } from '../src/domain/production-order/production-order.commands.js';
import type { ProductionOrderEvent } from '../src/domain/production-order/production-order.events.js';
import * as shipment from '../src/domain/production-order/shipment.commands.js';
import * as floor from '../src/domain/production-order/shop-floor.commands.js';

type CommandOf<Data> = new (
  data: Data & { readonly productionOrderId: string },
  issued: Issued,
) => ToOrder<Data> & ProductionOrderCommand;

/** An order that is led through commands, for specs that begin late in its life. */
export class OrderWalk {
  state: ProductionOrder = productionOrder.initialState;
  today = '2025-03-10';
  last: readonly ProductionOrderEvent[] = [];
  settings: Settings = {};

  do<Data>(Command: CommandOf<Data>, data: Data, by: { id: string; role: string } = { id: 'x', role: 'PMC' }): this {
    const { productionOrderId } = anOrder;
    const command = new Command(
      { productionOrderId, ...data },
      issued({ commandId: randomUUID(), by, today: this.today, settings: this.settings }),
    );
    // as the store does: what is not JSON would not come back
    this.last = JSON.parse(JSON.stringify(productionOrder.decide(command, this.state))) as ProductionOrderEvent[];
    this.state = this.last.reduce((state, event) => productionOrder.evolve(state, event), this.state);
    return this;
  }

  on(today: string): this {
    this.today = today;
    return this;
  }

  settling(settings: Settings): this {
    this.settings = settings;
    return this;
  }

  get now(): LiveOrder {
    return this.state as LiveOrder;
  }

  get types(): string[] {
    return this.last.map((event) => event.type);
  }

  get lastShipmentId(): string {
    return this.now.shipments?.at(-1)?.shipmentId ?? '';
  }

  open(gate: 'RELEASE_PRODUCTION' | 'DISPATCH'): this {
    return this.do(order.SetGate, { gate, state: 'OPEN' as const });
  }

  /** Plans, inspects; what is to be dispatched is the caller's affair. */
  inspected(qty: string): this {
    return this.do(shipment.PlanShipment, { qty }).do(shipment.InspectShipment, {
      shipmentId: this.lastShipmentId,
      result: 'PASSED' as const,
      certRef: 'QC-1',
    });
  }

  shipped(qty: string): this {
    this.inspected(qty);
    return this.do(shipment.DispatchShipment, { shipmentId: this.lastShipmentId, carrierRef: 'C-1' });
  }
}

const merchandiser = { id: 'zhou-min', role: 'MERCHANDISER' };
export const BOM = { bomId: 'bom-1', rev: 1, drawingRev: 'B', unitCostFen: 1_000 };
export const STEPS = [
  { seq: 1, name: '钣金', ownerId: 'ma-jun', plannedStart: '2025-04-10', plannedEnd: '2025-06-10', drawingRev: 'B' },
  { seq: 2, name: '总装', ownerId: 'tang-yi', plannedStart: '2025-06-11', plannedEnd: '2025-08-10' },
];

export const receivedWalk = (changes: Partial<order.ReceivedOrder> = {}) =>
  new OrderWalk().do(order.ReceiveOrder, { ...anOrder, ...changes });

export const engineeredWalk = (changes: Partial<order.ReceivedOrder> = {}) =>
  receivedWalk(changes)
    .do(order.HandOverToEngineering, { backupCopyRef: 'c' }, merchandiser)
    .do(order.EngineerOrder, BOM);

export const plannedWalk = (qty = '2') =>
  engineeredWalk({ qty }).do(order.AcceptBom, {}).do(floor.PlanOrder, { steps: STEPS });

export const releasedWalk = (qty = '2') =>
  plannedWalk(qty)
    .do(order.NoteExecutionForm, {})
    .open('RELEASE_PRODUCTION')
    .do(floor.ReleaseOrder, { instructionNo: 'SC-1' });

export const runningWalk = (qty = '2') => releasedWalk(qty).do(floor.StartStep, { stepId: 'S1' });

export const reportOf = (stepId: string, goodQty: string, more: object = {}) => ({
  ...{ stepId, goodQty, scrapQty: '0', doneOn: '2025-03-10' },
  ...more,
});

export function producedWalk(qty = '2'): OrderWalk {
  const walk = runningWalk(qty).do(floor.ReportProgress, reportOf('S1', qty)).do(floor.CompleteStep, { stepId: 'S1' });
  return walk.do(floor.StartStep, { stepId: 'S2' }).do(floor.ReportProgress, reportOf('S2', qty));
}
