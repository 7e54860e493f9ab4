import { Walk } from '@engsales/event-sourcing/testing';
import { salesPolicyId } from '../ids.js';
import { PublishSalesPolicy, WithdrawSalesPolicy, type SalesPolicyCommand } from './sales-policy.commands.js';
import type { SalesPolicyEvent } from './sales-policy.events.js';
import { salesPolicy, type SalesPolicy } from './sales-policy.js';

export const POLICY_ID = salesPolicyId('ZD-01');

export const A_POLICY = {
  code: 'ZD-01',
  title: '销售流程管理制度',
  kind: 'SALES_PROCESS',
  docRef: 'DOC-ZD-01-1',
  validFrom: '2025-04-01',
  responsibilities: [{ step: '信息核查', role: '业务员' }],
} as const;

/** A policy that is led through commands. */
export class PolicyWalk extends Walk<SalesPolicy, SalesPolicyCommand, SalesPolicyEvent, 'policyId'> {
  constructor() {
    super(salesPolicy, { policyId: POLICY_ID }, { id: 'gao-yue', role: 'MARKETING_CENTER' });
  }
}

export const publishedWalk = (): PolicyWalk => new PolicyWalk().do(PublishSalesPolicy, A_POLICY);
export const withdrawnWalk = (): PolicyWalk => publishedWalk().do(WithdrawSalesPolicy, { reason: '废止' });

/** Lives of policies that together record every type of event; their streams are frozen in `history/`. */
export const policyLives: Readonly<Record<string, () => PolicyWalk>> = {
  withdrawn: () =>
    publishedWalk()
      .do(PublishSalesPolicy, { ...A_POLICY, docRef: 'DOC-ZD-01-2' })
      .do(WithdrawSalesPolicy, { reason: '废止' }),
};
