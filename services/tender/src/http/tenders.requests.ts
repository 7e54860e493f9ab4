import {
  IsInstant,
  ListQuery,
  Means,
  OneOf,
  Optional,
  StaffId,
  Text,
  Uuid,
  WaitingQuery,
  BusinessDate,
} from '@engsales/http';
import { OPERATION_MODES, type OperationMode } from '../domain/offers/offer.values.js';
import {
  BID_STATES,
  LOSS_REASONS,
  TENDER_METHODS,
  TENDER_STATES,
  type BidState,
  type LossReason,
  type TenderMethod,
  type TenderState,
} from '../domain/tender/tender.values.js';
import {
  AWAITED_KINDS,
  AWAITED_ROLES,
  type AwaitedKind,
  type AwaitedRole,
} from '../read-models/consents-awaited/awaited-rows.js';
import { TASK_KINDS, type TaskKind } from '../read-models/tender-tasks/task-rows.js';
import { TENDER_SORTS, type TenderSort } from '../read-models/tenders/tenders.query.js';

export class TenderListQuery extends ListQuery {
  @Means('only in this state') @Optional() @OneOf(TENDER_STATES) state?: TenderState;
  @Means('only with the bid in this state') @Optional() @OneOf(BID_STATES) bidState?: BidState;
  @Means('staff id of the salesperson') @Optional() @StaffId() salespersonId?: string;
  @Means('staff id of who has it in the commerce department') @Optional() @StaffId() commerceOwnerId?: string;
  @Means('only of this lead') @Optional() @Uuid() leadId?: string;
  @Means('only tendered so') @Optional() @OneOf(TENDER_METHODS) method?: TenderMethod;
  @Means('only run so') @Optional() @OneOf(OPERATION_MODES) mode?: OperationMode;
  @Means('with a deadline before it', '2025-02-01T00:00:00Z') @Optional() @IsInstant() deadlineBefore?: string;
  @Means('a part of project, tenderee, title or number') @Optional() @Text(200) q?: string;
  @Means('descending with a minus') @Optional() @OneOf(TENDER_SORTS) sort?: TenderSort;
}

export class WinLossQuery extends WaitingQuery {
  @Means('decided on this day or later', '2025-01-01') @Optional() @BusinessDate() from?: string;
  @Means('decided on this day or before', '2025-12-31') @Optional() @BusinessDate() to?: string;
  @Means('staff id of the salesperson') @Optional() @StaffId() salespersonId?: string;
  @Means('a part of the name of a competitor that bid or won') @Optional() @Text(200) competitor?: string;
  @Means('only lost for this reason') @Optional() @OneOf(LOSS_REASONS) reason?: LossReason;
}

export class CompetitorPricesQuery extends ListQuery {
  @Means('a part of the name of the bidder') @Optional() @Text(200) bidder?: string;
}

export class TenderTaskQuery extends ListQuery {
  @Means('staff id of whoever has to do it') @Optional() @StaffId() assignee?: string;
  @Means('only of this kind') @Optional() @OneOf(TASK_KINDS) kind?: TaskKind;
  @Means('only of this tender') @Optional() @Uuid() tenderId?: string;
}

export class ConsentsAwaitedQuery extends ListQuery {
  @Means('only of this kind') @Optional() @OneOf(AWAITED_KINDS) kind?: AwaitedKind;
  @Means('only what waits for this role') @Optional() @OneOf(AWAITED_ROLES) role?: AwaitedRole;
}
