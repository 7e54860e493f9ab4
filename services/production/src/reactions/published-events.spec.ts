import { CATALOGUE } from '@engsales/events';
import type { RecordedEvent } from '@engsales/event-sourcing';
import { issued } from '@engsales/event-sourcing/testing';
import { validateMessage } from '@engsales/messaging';
import { aMessage } from '@engsales/messaging/testing';
import { OrderWalk, plannedWalk, producedWalk, receivedWalk, runningWalk } from '../../test/order-walk.fixtures.js';
import { ARTEFACT_TYPES } from '../domain/engineering-package/artefacts.js';
import * as pack from '../domain/engineering-package/engineering-package.commands.js';
import { engineeringPackage, type EngineeringPackage } from '../domain/engineering-package/engineering-package.js';
import * as tracking from '../domain/order-tracking/order-tracking.commands.js';
import { orderTracking, type OrderTracking } from '../domain/order-tracking/order-tracking.js';
import * as order from '../domain/production-order/production-order.commands.js';
import { anOrder, forestalled } from '../domain/production-order/production-order.fixtures.js';
import * as shipment from '../domain/production-order/shipment.commands.js';
import * as floor from '../domain/production-order/shop-floor.commands.js';
import { publishedEvents } from './published-events.js';

const why = { initiator: 'CUSTOMER', reason: '项目取消' };
const { contractId, packageId, trackingId, projectId, productionOrderId } = anOrder;

/** Every event of an order on its ways, of a package to its release, and of a tracking. */
function recorded(): { readonly type: string; readonly data: unknown }[] {
  const events: { readonly type: string; readonly data: unknown }[] = [];
  const keep = (walk: OrderWalk) => {
    events.push(...walk.last);
    return walk;
  };
  keep(receivedWalk());
  keep(
    keep(receivedWalk()).do(
      order.HandOverToEngineering,
      { backupCopyRef: 'c' },
      { id: 'zhou-min', role: 'MERCHANDISER' },
    ),
  );
  keep(
    plannedWalk()
      .do(order.NoteExecutionForm, {})
      .open('RELEASE_PRODUCTION')
      .do(floor.ReleaseOrder, { instructionNo: 'SC-1' }),
  );
  const walk = keep(producedWalk()).open('DISPATCH');
  keep(walk.inspected('2'));
  keep(walk.do(shipment.DispatchShipment, { shipmentId: walk.lastShipmentId, carrierRef: 'C', serialNos: ['n-1'] }));
  keep(walk.do(shipment.ConfirmDelivery, { shipmentId: walk.lastShipmentId, signedByRef: 'p', on: '2025-03-10' }));
  const stopped = keep(
    runningWalk().do(floor.OrderStopWork, { scope: 'ORDER' as const, violatedArtefact: { type: 'BOM' } }),
  );
  keep(stopped.do(floor.LiftStopWork, { stopId: stopped.now.stops![0]!.stopId, correction: 'x' }));
  keep(runningWalk().on('2025-09-02').do(shipment.MarkShipmentDelayed, { committedDate: '2025-09-01' }));
  keep(runningWalk().do(order.RescheduleOrder, { to: '2025-10-01', reason: 'x' }));
  keep(runningWalk().do(order.CancelOrder, why));
  keep(producedWalk().open('DISPATCH').shipped('1').do(order.ShortCloseOrder, why));
  return [...events, ...ofPackage(), ...ofTracking()];
}

function ofPackage() {
  const of = { packageId };
  const line = {
    itemCode: 'CU',
    name: '铜管',
    qty: '1',
    uom: 'm',
    scrapBps: 0,
    unitCostFen: 1,
    supply: 'BUY' as const,
  };
  const commands = [
    new pack.RequestPackage({ ...of, projectId, contractId, productionOrderId, kind: 'PRODUCE', qty: '2' }, issued()),
    new pack.SubmitBom({ ...of, lines: [line], rev: 'A' }, issued()),
    ...ARTEFACT_TYPES.slice(1).map((type) => new pack.SubmitArtefact({ ...of, type, docRef: 'd', rev: 'A' }, issued())),
    ...ARTEFACT_TYPES.map((type) => new pack.ConfirmArtefact({ ...of, type }, issued())),
    new pack.ReleasePackage(of, issued()),
  ];
  let state: EngineeringPackage = { state: 'NONE' };
  return commands.flatMap((command) => {
    const events = engineeringPackage.decide(command, state);
    state = events.reduce((s, event) => engineeringPackage.evolve(s, event), state);
    return events;
  });
}

function ofTracking() {
  const of = { trackingId };
  const exceptionId = issued().commandId;
  const order = { expectedOn: '2025-08-10', stepSeq: 1 };
  const commands = [
    new tracking.OpenTracking(
      { ...of, projectId, contractId, productionOrderId, merchandiserId: 'zhou-min' },
      issued(),
    ),
    new tracking.RaiseException(
      { ...of, type: 'POWER_OUTAGE', stepId: 'S1', estimatedDelayDays: 0, stopsWork: true, order },
      issued(),
    ),
    new tracking.FeedBackToSales({ ...of, exceptionId, message: 'x' }, issued()),
    new tracking.ResolveException({ ...of, exceptionId, actualDelayDays: 1, order }, issued()),
  ];
  let state: OrderTracking = { state: 'NONE' };
  return commands.flatMap((command) => {
    const events = orderTracking.decide(command, state);
    state = events.reduce((s, event) => orderTracking.evolve(s, event), state);
    return events;
  });
}

const publication = (event: { type: string; data: unknown }) => publishedEvents(event as unknown as RecordedEvent);

describe('what production publishes', () => {
  const all = recorded().filter((event) => publication(event));
  it.each(all.map((event) => [event.type, event] as const))('%s passes its own schema', (_type, event) => {
    const published = publication(event)!;
    const data = JSON.parse(JSON.stringify(published.data)) as unknown;
    expect(() => validateMessage(aMessage(published.event, data, { subject: productionOrderId }))).not.toThrow();
  });
  it('covers every production event of the catalogue', () => {
    const published = new Set(all.map((event) => publication(event)?.event.type));
    const known = [...CATALOGUE.keys()].filter((type) => type.startsWith('production.'));
    expect(known.filter((type) => !published.has(type))).toEqual([]);
  });
  it('says nothing of an order whose place was taken', () => expect(publication(forestalled)).toBeUndefined());
});
