import type { Command, Decider, DomainEvent, Issued } from '@engsales/event-sourcing/decider';

interface TrackingRequest {
  readonly trackingId: string;
  readonly projectId: string;
  readonly contractId: string;
  readonly productionOrderId: string;
  readonly merchandiserId: string;
}

/** Opens the merchandiser's tracking (跟单) of an order; several orders of a contract may share one. */
export class OpenTracking implements Command {
  readonly type = 'OpenTracking';
  constructor(
    readonly data: TrackingRequest,
    readonly issued: Issued,
  ) {}
}

interface TrackingData {
  readonly trackingId: string;
  readonly projectId: string;
  readonly contractId: string;
  readonly state: 'OPEN';
  readonly merchandiserId: string;
  readonly productionOrderIds: readonly string[];
}

export type OrderTrackingEvent =
  | DomainEvent<'OrderTrackingOpened', TrackingData & { readonly openedOn: string }>
  | DomainEvent<'OrderTrackingExtended', TrackingData>;

export type OrderTracking = { readonly state: 'NONE' } | TrackingData;

export const orderTracking: Decider<OrderTracking, OpenTracking, OrderTrackingEvent> = {
  category: 'orderTracking',
  stored: { OrderTrackingOpened: 1, OrderTrackingExtended: 1 },
  initialState: { state: 'NONE' },
  decide({ data, issued }, existing) {
    const { productionOrderId, ...request } = data;
    if (existing.state === 'NONE') {
      const opened = { ...request, state: 'OPEN', productionOrderIds: [productionOrderId] } as const;
      return [{ type: 'OrderTrackingOpened', data: { ...opened, openedOn: issued.today } }];
    }
    if (existing.productionOrderIds.includes(productionOrderId)) return [];
    const productionOrderIds = [...existing.productionOrderIds, productionOrderId];
    return [{ type: 'OrderTrackingExtended', data: { ...existing, productionOrderIds } }];
  },
  evolve(_state, event) {
    switch (event.type) {
      case 'OrderTrackingOpened': {
        const { openedOn: _on, ...opened } = event.data;
        return opened;
      }
      case 'OrderTrackingExtended':
        return event.data;
    }
  },
};
