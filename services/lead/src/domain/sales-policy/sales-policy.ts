import { aggregate, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import {
  PublishSalesPolicy,
  WithdrawSalesPolicy,
  type PolicyWords,
  type SalesPolicyCommand,
} from './sales-policy.commands.js';
import type { SalesPolicyEvent, SalesPolicyPublished, SalesPolicyWithdrawn } from './sales-policy.events.js';
import type { PolicyState } from './sales-policy.values.js';

interface NoPolicy {
  readonly state: 'NONE';
}

export interface PublishedPolicy extends PolicyWords {
  readonly state: PolicyState;
  readonly policyId: string;
  readonly version: number;
  readonly code: string;
  readonly publishedOn: string;
}

export type SalesPolicy = NoPolicy | PublishedPolicy;

const rules = {
  PublishSalesPolicy: { command: PublishSalesPolicy, in: ['NONE', 'PUBLISHED'], decide: publishSalesPolicy },
  WithdrawSalesPolicy: { command: WithdrawSalesPolicy, in: ['PUBLISHED'], decide: withdrawSalesPolicy },
} satisfies RulesOf<PublishSalesPolicy, SalesPolicy, SalesPolicyEvent> &
  RulesOf<WithdrawSalesPolicy, PublishedPolicy, SalesPolicyEvent>;

const fold = {
  SalesPolicyPublished: (_before, data) => ({
    state: data.state,
    policyId: data.policyId,
    version: data.version,
    code: data.code,
    title: data.title,
    kind: data.kind,
    docRef: data.docRef,
    validFrom: data.validFrom,
    responsibilities: data.responsibilities,
    publishedOn: data.publishedOn,
  }),
  SalesPolicyWithdrawn: (policy, { state }) => ({ ...policy, state }),
} satisfies FoldOf<SalesPolicyPublished, SalesPolicy, PublishedPolicy> & FoldOf<SalesPolicyWithdrawn, PublishedPolicy>;

/** A policy of sales (销售管理制度): a document with versions, and who is responsible for which step. */
export const salesPolicy = aggregate<SalesPolicy, SalesPolicyCommand, SalesPolicyEvent>({
  category: 'salesPolicy',
  id: 'policyId',
  initialState: { state: 'NONE' },
  rules,
  fold,
});

/** Published again it is the next version. */
function publishSalesPolicy({ data, issued }: PublishSalesPolicy, before: SalesPolicy): SalesPolicyEvent[] {
  return [
    {
      type: 'SalesPolicyPublished',
      data: {
        policyId: data.policyId,
        state: 'PUBLISHED',
        version: before.state === 'NONE' ? 1 : before.version + 1,
        code: before.state === 'NONE' ? data.code : before.code,
        title: data.title,
        kind: data.kind,
        docRef: data.docRef,
        validFrom: data.validFrom,
        responsibilities: data.responsibilities.map(({ step, role }) => ({ step, role })),
        by: issued.by.id,
        publishedOn: issued.today,
      },
    },
  ];
}

function withdrawSalesPolicy(
  { data: { reason }, issued }: WithdrawSalesPolicy,
  { policyId, version }: PublishedPolicy,
): SalesPolicyEvent[] {
  return [
    {
      type: 'SalesPolicyWithdrawn',
      data: { policyId, state: 'WITHDRAWN', version, reason, by: issued.by.id, withdrawnOn: issued.today },
    },
  ];
}
