import { CommandTo } from '@engsales/event-sourcing/domain';
import type { PolicyKind } from './sales-policy.values.js';

export interface PolicyWords {
  readonly title: string;
  readonly kind: PolicyKind;
  readonly docRef: string;
  readonly validFrom: string;
  /** Who is responsible for a step of the process (各环节职责). */
  readonly responsibilities: readonly { readonly step: string; readonly role: string }[];
}

/** A policy (制度) is published under its code, or its next version. */
export class PublishSalesPolicy extends CommandTo<'policyId', PolicyWords & { readonly code: string }> {
  readonly type = 'PublishSalesPolicy';
}

export class WithdrawSalesPolicy extends CommandTo<'policyId', { readonly reason: string }> {
  readonly type = 'WithdrawSalesPolicy';
}

export type SalesPolicyCommand = PublishSalesPolicy | WithdrawSalesPolicy;
