import type { Shipment } from '../shipping/shipping.state.js';
import type { ProductionOrderReceived } from './receiving.events.js';
import type { Opening } from './receiving.state.js';

type OpeningRecord = ProductionOrderReceived['data']['opening'];

/** What is on the road when the order begins is a shipment of it: the command that begins the order gives it its id. */
export const openingRecord = ({ producedQty, onTheRoadQty, deliveredQty }: Opening, id: string): OpeningRecord => ({
  producedQty,
  onTheRoadQty,
  deliveredQty,
  shipmentId: onTheRoadQty === '0' ? undefined : id,
});

export const openingFromRecord = (record: OpeningRecord): Opening => ({
  producedQty: record?.producedQty ?? '0',
  onTheRoadQty: record?.onTheRoadQty ?? '0',
  deliveredQty: record?.deliveredQty ?? '0',
});

/** Nobody here knows on which day it left, so it may have been delivered on any day until today. */
export function shipmentsOnTheRoad(record: OpeningRecord): readonly Shipment[] {
  if (record?.shipmentId === undefined) return [];
  const { shipmentId, onTheRoadQty: qty } = record;
  const nothing = { refusedQty: '0', refusedSerialNos: [], restockedQty: '0', disposedQty: '0', reworkQty: '0' };
  return [{ shipmentId, state: 'DISPATCHED', qty, serialNos: [], ...nothing }];
}
