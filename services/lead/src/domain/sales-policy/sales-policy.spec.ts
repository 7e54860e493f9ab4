import { judgeTransitions, typesWrittenOut } from '@engsales/event-sourcing/testing';
import { PublishSalesPolicy, WithdrawSalesPolicy } from './sales-policy.commands.js';
import { salesPolicy } from './sales-policy.js';
import { A_POLICY, POLICY_ID, PolicyWalk, publishedWalk, withdrawnWalk } from './sales-policy.walk.js';

describe('a policy of sales', () => {
  it('is published with who is responsible for which step (L-233)', () => {
    const walk = publishedWalk();
    walk.recorded({
      type: 'SalesPolicyPublished',
      data: {
        policyId: POLICY_ID,
        state: 'PUBLISHED',
        version: 1,
        code: 'ZD-01',
        title: '销售流程管理制度',
        kind: 'SALES_PROCESS',
        docRef: 'DOC-ZD-01-1',
        validFrom: '2025-04-01',
        responsibilities: [{ step: '信息核查', role: '业务员' }],
        by: 'gao-yue',
        publishedOn: '2025-03-10',
      },
    });
    expect(walk.state).toEqual({
      ...A_POLICY,
      state: 'PUBLISHED',
      policyId: POLICY_ID,
      version: 1,
      publishedOn: '2025-03-10',
    });
  });
  it('published again is its next version (L-233)', () => {
    const next = { ...A_POLICY, docRef: 'DOC-ZD-01-2' };
    expect(publishedWalk().do(PublishSalesPolicy, next).state).toMatchObject({ version: 2, docRef: 'DOC-ZD-01-2' });
  });
  it('is withdrawn with a reason, for ever', () => {
    const walk = withdrawnWalk();
    walk.recorded({
      type: 'SalesPolicyWithdrawn',
      data: {
        policyId: POLICY_ID,
        state: 'WITHDRAWN',
        version: 1,
        reason: '废止',
        by: 'gao-yue',
        withdrawnOn: '2025-03-10',
      },
    });
    expect(walk.state).toMatchObject({ state: 'WITHDRAWN', title: '销售流程管理制度' });
  });
});

describe('in which state', () => {
  const possible = judgeTransitions({
    aggregate: salesPolicy,
    ids: { policyId: POLICY_ID },
    states: { NONE: () => new PolicyWalk(), PUBLISHED: publishedWalk, WITHDRAWN: withdrawnWalk },
    codeIn: (state) => (state === 'NONE' ? 'NOT_FOUND' : 'INVALID_TRANSITION'),
  });
  possible(PublishSalesPolicy, A_POLICY, ['NONE', 'PUBLISHED']);
  possible(WithdrawSalesPolicy, { reason: '废止' }, ['PUBLISHED']);
  possible.every(salesPolicy.transitions);
});

it('every event of a policy is compared whole in a spec', () => {
  const written = typesWrittenOut(__dirname);
  expect(Object.keys(salesPolicy.stored).filter((type) => !written.has(type))).toEqual([]);
});
