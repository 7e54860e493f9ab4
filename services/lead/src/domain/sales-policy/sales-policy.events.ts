import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { PolicyKind } from './sales-policy.values.js';

export type SalesPolicyPublished = DomainEvent<
  'SalesPolicyPublished',
  {
    readonly policyId: string;
    readonly state: 'PUBLISHED';
    readonly version: number;
    readonly code: string;
    readonly title: string;
    readonly kind: PolicyKind;
    readonly docRef: string;
    readonly validFrom: string;
    readonly responsibilities: readonly { readonly step: string; readonly role: string }[];
    readonly by: string;
    readonly publishedOn: string;
  }
>;
export type SalesPolicyWithdrawn = DomainEvent<
  'SalesPolicyWithdrawn',
  {
    readonly policyId: string;
    readonly state: 'WITHDRAWN';
    readonly version: number;
    readonly reason: string;
    readonly by: string;
    readonly withdrawnOn: string;
  }
>;

export type SalesPolicyEvent = SalesPolicyPublished | SalesPolicyWithdrawn;
