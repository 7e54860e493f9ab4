import {
  BusinessDate,
  Fen,
  Flag,
  ListQuery,
  Means,
  OneOf,
  Optional,
  PositiveFen,
  Reference,
  StaffId,
  Text,
  Uuid,
} from '@engsales/http';
import {
  SAMPLE_MODES,
  SAMPLE_STATES,
  type SampleMode,
  type SampleState,
} from '../domain/sample-project/sample-project.values.js';
import { SAMPLE_SORTS, type SampleSort } from '../read-models/sample-projects/sample-projects.query.js';

export class SampleProposalRequest {
  @Means('lead whose customer sees it') @Uuid() leadId!: string;
  @Means('on trial, or for money') @OneOf(SAMPLE_MODES) mode!: SampleMode;
  @Means('product line that it shows') @Uuid() productLineId!: string;
  @Means('where it stands', '门诊楼一层大厅') @Text(2_000) site!: string;
  @Means('what is built', '两台风机盘管及控制') @Text(2_000) scope!: string;
  @Means('what it costs us', 3_000_000) @Fen() costFen!: number;
  @Means('what the customer pays for it', 2_000_000) @Fen() priceFen!: number;
  @Means('whether it is paid only when it satisfies') @Flag() payOnSatisfaction!: boolean;
  @Means('competitor whose sample is near') @Optional() @Reference() nearCompetitorPartyId?: string;
}

export class SampleInstallationRequest {
  @Means('day of the installation', '2025-03-10') @BusinessDate() on!: string;
}

export class SampleAcceptanceRequest {
  @Means('day on which the customer took it over', '2025-03-10') @BusinessDate() on!: string;
  @Means('paper of the acceptance', 'YS-12') @Reference() docRef!: string;
  @Means('when it is paid; needed where it has a price', '2025-04-06')
  @Optional()
  @BusinessDate()
  paymentDueOn?: string;
}

export class SampleRejectionRequest {
  @Means('why the customer does not want it', '噪声偏大') @Text(2_000) reason!: string;
  @Means('day on which the customer said so', '2025-03-10') @BusinessDate() on!: string;
}

export class SamplePaymentRequest {
  @Means('amount', 2_000_000) @PositiveFen() amountFen!: number;
  @Means('day of the receipt', '2025-03-10') @BusinessDate() on!: string;
  @Means('reference of the bank', 'BANK-0001') @Reference() bankRef!: string;
}

export class SampleListQuery extends ListQuery {
  @Means('only of this lead') @Optional() @Uuid() leadId?: string;
  @Means('staff id of the salesperson') @Optional() @StaffId() salespersonId?: string;
  @Means('only in this state') @Optional() @OneOf(SAMPLE_STATES) state?: SampleState;
  @Means('only of this product line') @Optional() @Uuid() productLineId?: string;
  @Means('a part of the site or the scope') @Optional() @Text(200) q?: string;
  @Means('descending with a minus') @Optional() @OneOf(SAMPLE_SORTS) sort?: SampleSort;
}
