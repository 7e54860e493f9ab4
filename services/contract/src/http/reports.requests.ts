import {
  BusinessDate,
  ListQuery,
  Optional,
  Reference,
  Uuid,
  Means,
  OneOf,
  TextOrNone,
  WaitingQuery,
} from '@engsales/http';
import { TASK_KINDS, type TaskKind } from '../read-models/contract-tasks/contract-tasks.projection.js';
import { AGEING_BUCKETS, type AgeingBucket } from '../read-models/receivables/ageing.js';

export class AccountListQuery extends ListQuery {
  @Optional() @Reference() salespersonId?: string;
  @Optional() @TextOrNone(200) customerName?: string;
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
  @Optional() @Uuid() contractId?: string;
  @Optional() @OneOf(OPEN_STATUSES) status?: string;
  @Optional() @OneOf(AGEING_BUCKETS) bucket?: AgeingBucket;
}

export class AgeingQuery extends WaitingQuery {
  @Optional() @Reference() salespersonId?: string;
  @Optional() @TextOrNone(200) customerName?: string;
  @Means('today when absent') @Optional() @BusinessDate() asOf?: string;
}

export class ContractTaskQuery extends ListQuery {
  @Means('whose task it is') @Optional() @Reference() role?: string;
  @Optional() @OneOf(TASK_KINDS) kind?: TaskKind;
  @Optional() @Uuid() contractId?: string;
}

export class SigningsDueQuery extends ListQuery {
  @Optional() @Reference() salespersonId?: string;
  @Means('only with a last day before this one')
  @Optional()
  @BusinessDate()
  dueBefore?: string;
}
