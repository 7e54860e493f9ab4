import { BusinessDate, ListQuery, Means, OneOf, Optional, Uuid, WaitingQuery, StaffId } from '@engsales/http';
import { LIVE_STATES } from '../domain/production-order/production-order.values.js';

export class OfContractQuery extends ListQuery {
  @Means('only of this contract')
  @Optional()
  @Uuid()
  contractId?: string;
}

const YES_OR_NO = ['true', 'false'] as const;

export class ShipmentLinesQuery extends OfContractQuery {
  @Means('true: only lines of which something is still to leave')
  @Optional()
  @OneOf(YES_OR_NO)
  open?: (typeof YES_OR_NO)[number];
}

export class SpanQuery extends WaitingQuery {
  @Means('first day') @Optional() @BusinessDate() from?: string;
  @Means('last day') @Optional() @BusinessDate() to?: string;
}

export class BoardQuery extends ListQuery {
  @Means('staff id of the merchandiser (跟单员)')
  @Optional()
  @StaffId()
  merchandiserId?: string;

  @Means('only in this state')
  @Optional()
  @OneOf(LIVE_STATES)
  state?: string;
}
