import type { RecordedEvent } from '@engsales/event-sourcing';
import { publishing } from '@engsales/messaging';
import type { ChannelEvent } from '../domain/channel/channel.events.js';
import { AGENT_PARTY, CHANNEL_ID } from '../domain/channel/channel.fixtures.js';
import { channelLives } from '../domain/channel/channel.walk.js';
import type { SalesPlanEvent } from '../domain/sales-plan/sales-plan.events.js';
import { evaluatedWalk, planLives } from '../domain/sales-plan/sales-plan.walk.js';
import { publishedChannel } from './published-channel.js';
import { publishedPlans } from './published-plans.js';

const publishes = publishing<SalesPlanEvent | ChannelEvent>({ ...publishedPlans, ...publishedChannel });
/** As it goes over the wire. */
const published = (events: readonly (SalesPlanEvent | ChannelEvent)[]) =>
  events
    .flatMap((event) => publishes(event as unknown as RecordedEvent) ?? [])
    .map(({ event, data }) => [event.type, JSON.parse(JSON.stringify(data)) as unknown] as const);

const planId = '3e1f4c92-6d75-5f3a-9c81-2a4d9e6f1b53';
const why = { planId, state: 'IN_EXECUTION', reason: '市场变化', adjustedOn: '2025-03-10' };

describe('what is published when a plan goes on (L-227, L-252)', () => {
  const adjusted = published(planLives.evaluated?.().past ?? []).filter(([type]) => type === 'lead.SalesPlanAdjusted');
  const work = {
    actions: [{ text: '走访设计院', responsibleId: 'li-na', from: '2025-01-06', to: '2025-06-30' }],
    budget: [
      { category: '差旅', amountFen: 20_000_000 },
      { category: '展会', amountFen: 10_000_000 },
    ],
    resources: [{ kind: 'PEOPLE', text: '两名销售工程师', allocatedToId: 'li-na' }],
  };
  const strategies = [{ type: 'PRICING', measure: '分级报价' }];
  const targets = [
    { metric: 'REVENUE_FEN', baseline: 35_000_000_000, target: 42_000_000_000, unit: 'FEN', dueOn: '2025-12-31' },
    { metric: 'CUSTOMER_SATISFACTION', baseline: 420, target: 450, unit: 'SCORE_X100', dueOn: '2025-12-31' },
  ];

  it.each([
    ['STRATEGIES', { strategies }],
    ['TARGETS', { targets }],
    ['ACTIONS_AND_BUDGET', work],
  ])('is the part %s as it was and as it is', (part, content) => {
    const said = adjusted.map(([, data]) => data as { part: string }).filter((data) => data.part === part);
    expect(said).toEqual([{ ...why, part, before: content, after: content }]);
  });

  it('is each figure of an evaluation beside its target (L-229)', () =>
    expect(published(evaluatedWalk().last)).toEqual([
      [
        'lead.SalesPlanEvaluated',
        {
          planId,
          state: 'EVALUATED',
          figures: [
            {
              metric: 'REVENUE_FEN',
              baseline: 35_000_000_000,
              target: 42_000_000_000,
              achieved: 700_000_000,
              // −41,300,000,000 of 42,000,000,000
              deviationBps: -9_833,
            },
            // 15 of 450
            { metric: 'CUSTOMER_SATISFACTION', baseline: 420, target: 450, achieved: 465, deviationBps: 333 },
          ],
          evaluatedOn: '2025-03-10',
        },
      ],
    ]));
});

it('a channel that its review suspends is published with what the review found (L-164, L-167)', () =>
  expect(published(channelLives['suspended-by-its-review']?.().past ?? [])).toEqual([
    [
      'lead.ChannelSuspended',
      {
        channelId: CHANNEL_ID,
        state: 'SUSPENDED',
        name: '临江代理',
        type: 'AGENT',
        partyId: AGENT_PARTY,
        compliance: 'VIOLATED',
        reason: '按协议销售',
        suspendedOn: '2025-03-10',
      },
    ],
  ]));
