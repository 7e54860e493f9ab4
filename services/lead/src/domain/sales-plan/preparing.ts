import {
  Rejected,
  type FoldOf,
  type RulesOf,
  authorshipOf,
  authorsOf,
  type Authorship,
} from '@engsales/event-sourcing/domain';
import { sumFen } from '@engsales/values';
import { demandActiveParty } from '../party-then.js';
import { refuseUnlessIn } from '../referred.js';
import {
  DraftSalesPlan,
  RecordMarketAnalysis,
  SetActionsAndBudget,
  SetStrategies,
  SetTargets,
  type PreparingCommand,
} from './sales-plan.commands.js';
import type { PreparingEvent, SalesPlanDrafted, SalesPlanEvent } from './sales-plan.events.js';
import type { ActionsAndBudget, DraftedPlan, SalesPlan, Strategy } from './sales-plan.state.js';
import { targetsWorkedOut } from './targets.js';
import { filledBy } from './template.js';

export const preparingRules = {
  DraftSalesPlan: { command: DraftSalesPlan, in: ['NONE'], decide: draftSalesPlan },
  SetTargets: { command: SetTargets, in: ['DRAFT'], decide: setTargets },
  RecordMarketAnalysis: { command: RecordMarketAnalysis, in: ['DRAFT'], decide: recordMarketAnalysis },
  SetStrategies: { command: SetStrategies, in: ['DRAFT'], decide: setStrategies },
  SetActionsAndBudget: { command: SetActionsAndBudget, in: ['DRAFT'], decide: setActionsAndBudget },
} satisfies RulesOf<DraftSalesPlan, SalesPlan, SalesPlanEvent> &
  RulesOf<Exclude<PreparingCommand, DraftSalesPlan>, DraftedPlan, SalesPlanEvent>;

export const preparingFold = {
  SalesPlanDrafted: (_none, data) => ({
    state: data.state,
    planId: data.planId,
    title: data.title,
    from: data.from,
    to: data.to,
    teamId: data.teamId,
    template: data.template,
    strategyRef: data.strategyRef,
    backgroundRisks: data.backgroundRisks,
    targets: data.targets,
    strategies: data.strategies,
    plannedWork: { actions: [], budget: [], resources: [] },
    authors: authorsOf(data),
    adjustments: 0,
    reviews: [],
  }),
  TargetsSet: (plan, data) => ({ ...plan, targets: data.targets, authors: withAuthor(plan, data) }),
  MarketAnalysisRecorded: (plan, data) => ({
    ...plan,
    marketAnalysis: { segments: data.segments, positioning: data.positioning, competitors: data.competitors },
    authors: withAuthor(plan, data),
  }),
  StrategiesSet: (plan, data) => ({ ...plan, strategies: data.strategies, authors: withAuthor(plan, data) }),
  ActionsAndBudgetSet: (plan, data) => ({
    ...plan,
    plannedWork: { actions: data.actions, budget: data.budget, resources: data.resources },
    authors: withAuthor(plan, data),
  }),
} satisfies FoldOf<SalesPlanDrafted, SalesPlan, DraftedPlan> &
  FoldOf<Exclude<PreparingEvent, SalesPlanDrafted>, DraftedPlan>;

/** @throws Rejected VALIDATION_FAILED; NOT_FOUND, INVALID_TRANSITION of the team */
function draftSalesPlan({ data, issued }: DraftSalesPlan): SalesPlanEvent[] {
  const { planId, title, from, to, teamId, team, template, strategyRef } = data;
  if (from > to) throw new Rejected('VALIDATION_FAILED', 'from is after to', { pointer: '/to', from, to });
  if (teamId !== undefined) refuseUnlessIn('ACTIVE', 'sales team', teamId, team);
  const { targets, strategies, backgroundRisks } = filledBy(template, to);
  return [
    {
      type: 'SalesPlanDrafted',
      data: {
        planId,
        state: 'DRAFT',
        title,
        from,
        to,
        teamId,
        template,
        strategyRef,
        backgroundRisks: [...new Set([...backgroundRisks, ...data.backgroundRisks])],
        targets,
        strategies,
        ...authorshipOf(issued.by),
        draftedOn: issued.today,
      },
    },
  ];
}

/** @throws Rejected VALIDATION_FAILED */
function setTargets({ data, issued }: SetTargets, { planId }: DraftedPlan): SalesPlanEvent[] {
  const targets = targetsWorkedOut(data.targets, '/targets');
  return [
    { type: 'TargetsSet', data: { planId, state: 'DRAFT', targets, ...authorshipOf(issued.by), setOn: issued.today } },
  ];
}

/** @throws Rejected NOT_FOUND, PARTY_INACTIVE of a competitor */
function recordMarketAnalysis({ data, issued }: RecordMarketAnalysis, { planId }: DraftedPlan): SalesPlanEvent[] {
  const { segments, positioning, parties = [] } = data;
  data.competitors.forEach(({ partyId }) => demandActiveParty(partyId, parties));
  const competitors = data.competitors.map(({ partyId, strengths, weaknesses }) => ({
    partyId,
    strengths,
    weaknesses,
  }));
  const ids = { planId, state: 'DRAFT' } as const;
  return [
    {
      type: 'MarketAnalysisRecorded',
      data: { ...ids, segments, positioning, competitors, ...authorshipOf(issued.by), recordedOn: issued.today },
    },
  ];
}

function setStrategies({ data, issued }: SetStrategies, { planId }: DraftedPlan): SalesPlanEvent[] {
  const strategies = data.strategies.map(copyOfStrategy);
  return [
    {
      type: 'StrategiesSet',
      data: { planId, state: 'DRAFT', strategies, ...authorshipOf(issued.by), setOn: issued.today },
    },
  ];
}

/** @throws Rejected VALIDATION_FAILED */
function setActionsAndBudget({ data, issued }: SetActionsAndBudget, { planId }: DraftedPlan): SalesPlanEvent[] {
  const { actions, budget, resources } = workOf(data, '/actions');
  const budgetFen = budgetOf(data);
  const ids = { planId, state: 'DRAFT' } as const;
  return [
    {
      type: 'ActionsAndBudgetSet',
      data: { ...ids, actions, budget, resources, budgetFen, ...authorshipOf(issued.by), setOn: issued.today },
    },
  ];
}

export const budgetOf = ({ budget }: ActionsAndBudget): number => sumFen(budget.map(({ amountFen }) => amountFen));

export const copyOfStrategy = ({ type, measure }: Strategy): Strategy => ({ type, measure });

/** @throws Rejected VALIDATION_FAILED for an action that ends before it begins */
export function workOf({ actions, budget, resources }: ActionsAndBudget, pointer: string): ActionsAndBudget {
  const turned = actions.findIndex(({ from, to }) => from > to);
  if (turned >= 0) {
    throw new Rejected('VALIDATION_FAILED', 'the action ends before it begins', { pointer: `${pointer}/${turned}/to` });
  }
  return {
    actions: actions.map(({ text, responsibleId, from, to }) => ({ text, responsibleId, from, to })),
    budget: budget.map(({ category, amountFen }) => ({ category, amountFen })),
    resources: resources.map(({ kind, text, allocatedToId }) => ({ kind, text, allocatedToId })),
  };
}

export const withAuthor = ({ authors }: DraftedPlan, author: Authorship): string[] => [
  ...new Set([...authors, ...authorsOf(author)]),
];
