import { Rejected } from '@engsales/event-sourcing/domain';
import { rateBps, shareFen } from '@engsales/values';
import type { Achieved } from './sales-plan.commands.js';
import type { Figure, Target } from './sales-plan.state.js';
import { UNIT_OF_METRIC, type Unit } from './sales-plan.values.js';

/** A target of which nothing is open. */
export interface MeasurableTarget extends Target {
  readonly baseline: number;
  readonly target: number;
  readonly unit: Unit;
  readonly dueOn: string;
}

/** Targets with what follows from baseline and growth. @throws Rejected VALIDATION_FAILED */
export function targetsWorkedOut(targets: readonly Target[], pointer: string): Target[] {
  const metrics = targets.map(({ metric }) => metric);
  const twice = metrics.find((metric, index) => metrics.indexOf(metric) !== index);
  if (twice) throw new Rejected('VALIDATION_FAILED', `${twice} stands twice`, { pointer, metric: twice });
  return targets.map((target, index) => {
    refuseContradiction(target, `${pointer}/${index}`);
    return { ...copyOfTarget(target), target: targetOf(target) };
  });
}

function refuseContradiction({ metric, growthBps, target, unit }: Target, pointer: string): void {
  if (growthBps !== undefined && target !== undefined) {
    const details = { pointer: `${pointer}/target`, metric };
    throw new Rejected('VALIDATION_FAILED', 'growthBps and target are both given', details);
  }
  const fitting = UNIT_OF_METRIC[metric];
  if (unit !== undefined && unit !== fitting) {
    const details = { pointer: `${pointer}/unit`, metric, unit, fitting };
    throw new Rejected('VALIDATION_FAILED', `${metric} is measured in ${fitting}`, details);
  }
}

function targetOf({ baseline, growthBps, target }: Target): number | undefined {
  if (growthBps === undefined) return target;
  return baseline === undefined ? undefined : shareFen(baseline, 10_000 + growthBps);
}

/** @throws Rejected TARGET_NOT_MEASURABLE {metric, missing} of the first one of which something is open */
export function measurable(targets: readonly Target[]): MeasurableTarget[] {
  return targets.map((each) => {
    const { metric, baseline, target = 0, unit, dueOn } = each;
    const missing = [
      ...(baseline === undefined ? ['baseline'] : []),
      ...(target > 0 ? [] : ['target']),
      ...(unit === undefined ? ['unit'] : []),
      ...(dueOn === undefined ? ['dueOn'] : []),
    ];
    if (baseline === undefined || unit === undefined || dueOn === undefined || missing.length > 0) {
      const words = `${metric} cannot be measured without ${missing.join(', ')}`;
      throw new Rejected('TARGET_NOT_MEASURABLE', words, { metric, missing });
    }
    return { ...copyOfTarget(each), baseline, target, unit, dueOn };
  });
}

/** What of a metric was achieved, beside its target; nothing where nothing is known of it. */
export function figuresOf(targets: readonly Target[], achieved: readonly Achieved[]): Figure[] {
  return measurable(targets).map(({ metric, baseline, target }) => {
    const value = achieved.find((known) => known.metric === metric)?.achieved ?? 0;
    return { metric, baseline, target, achieved: value, deviationBps: rateBps(value - target, target) };
  });
}

/** How far a target is, of which something may still be open: achieved, its share of the target, what remains of it. */
export function figureOf({ metric, target = 0 }: Target, achieved: readonly Achieved[]) {
  const value = achieved.find((known) => known.metric === metric)?.achieved ?? 0;
  if (target <= 0) return { achieved: value };
  return {
    achieved: value,
    rateBps: rateBps(value, target),
    remaining: Math.max(target - value, 0),
    deviationBps: rateBps(value - target, target),
  };
}

/** Metrics of which the target is lower than before, or no target any more. */
export const loweredMetrics = (before: readonly Target[], after: readonly Target[]): string[] =>
  before
    .filter(({ metric, target = 0 }) => (after.find((now) => now.metric === metric)?.target ?? 0) < target)
    .map(({ metric }) => metric);

const copyOfTarget = (target: Target): Target => ({
  metric: target.metric,
  baseline: target.baseline,
  growthBps: target.growthBps,
  target: target.target,
  unit: target.unit,
  dueOn: target.dueOn,
  achievableBecause: target.achievableBecause,
});
