import {
  BusinessDate,
  ListQuery,
  Means,
  OneOf,
  Optional,
  Reference,
  TextOrNone,
  Uuid,
  WaitingQuery,
  StaffId,
} from '@engsales/http';
import { TASK_KINDS, type TaskKind } from '../read-models/contract-tasks/contract-tasks.projection.js';
import { AGEING_BUCKETS, type AgeingBucket } from '../read-models/receivables/ageing.js';

export class AccountListQuery extends ListQuery {
  @Means('staff id of the salesperson') @Optional() @StaffId() salespersonId?: string;
  @Means('exactly this customer') @Optional() @TextOrNone(200) customerName?: string;
}

const MAY = ['RELEASE', 'DISPATCH'] as const;

export class PaymentGateQuery extends AccountListQuery {
  @Means('only contracts that may be released, or dispatched, now')
  @Optional()
  @OneOf(MAY)
  may?: (typeof MAY)[number];
}

const OPEN_STATUSES = ['PLANNED', 'DUE', 'PART_PAID', 'OVERDUE'] as const;

export class ReceivableQuery extends AccountListQuery {
  @Means('contract that it is about') @Optional() @Uuid() contractId?: string;
  @Means('only with this status') @Optional() @OneOf(OPEN_STATUSES) status?: string;
  @Means('only of this age') @Optional() @OneOf(AGEING_BUCKETS) bucket?: AgeingBucket;
}

export class AgeingQuery extends WaitingQuery {
  @Means('staff id of the salesperson') @Optional() @StaffId() salespersonId?: string;
  @Means('exactly this customer') @Optional() @TextOrNone(200) customerName?: string;
  @Means('today when absent') @Optional() @BusinessDate() asOf?: string;
}

export class ContractTaskQuery extends ListQuery {
  @Means('whose task it is') @Optional() @Reference() role?: string;
  @Means('only of this kind') @Optional() @OneOf(TASK_KINDS) kind?: TaskKind;
  @Means('contract that it is about') @Optional() @Uuid() contractId?: string;
}

export class SigningsDueQuery extends ListQuery {
  @Means('staff id of the salesperson') @Optional() @StaffId() salespersonId?: string;
  @Means('only with a last day before this one')
  @Optional()
  @BusinessDate()
  dueBefore?: string;
}
