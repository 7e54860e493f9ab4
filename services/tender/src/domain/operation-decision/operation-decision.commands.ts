import { CommandTo } from '@engsales/event-sourcing/domain';
import type { ModeFacts } from '../offers/mode-facts.js';
import type { OfferRefType, OperationMode } from '../offers/offer.values.js';
import type { TenderThen } from '../offers/tender-then.js';

/** What its handler reads. */
interface Beside {
  readonly tender?: TenderThen;
  readonly assessment?: ModeFacts['assessment'];
  readonly agreement?: ModeFacts['agreement'];
}

/** Says how a tender, or a lead that is negotiated directly, is run; may be decided again. */
export class DecideOperationMode extends CommandTo<
  'decisionId',
  Beside & {
    readonly refType: OfferRefType;
    readonly refId: string;
    readonly mode: OperationMode;
    readonly reason: string;
    readonly manufacturerPartyId?: string;
    readonly agreementId?: string;
  }
> {
  readonly type = 'DecideOperationMode';
}

/** The contract was signed with this mode. */
export class FixOperationMode extends CommandTo<'decisionId', { readonly contractId: string }> {
  readonly type = 'FixOperationMode';
}

export type OperationDecisionCommand = DecideOperationMode | FixOperationMode;
