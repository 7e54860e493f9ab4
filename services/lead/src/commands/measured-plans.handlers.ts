import { CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, fold, type CommandResult } from '@engsales/event-sourcing';
import { formatPosition } from '@engsales/http';
import { EvaluateSalesPlan, ReviewSalesPlan, type Achieved } from '../domain/sales-plan/sales-plan.commands.js';
import { salesPlan } from '../domain/sales-plan/sales-plan.js';
import { MeasureDeals } from '../read-models/deals/measured-deals.query.js';

/** What a plan has achieved, by all that is recorded until now. */
async function achievedOf(
  planId: string,
  asOf: string | undefined,
  { store }: CommandExecutor,
  queries: QueryBus,
): Promise<readonly Achieved[] | undefined> {
  const plan = fold(salesPlan, await store.readStream(`${salesPlan.category}-${planId}`));
  if (plan.state === 'NONE') return undefined;
  const { teamId, from, to } = plan;
  const head = formatPosition('lead', await store.head());
  return queries.execute<MeasureDeals, readonly Achieved[]>(new MeasureDeals({ teamId, from, to, asOf }, head));
}

@CommandHandler(ReviewSalesPlan)
export class ReviewSalesPlanHandler implements ICommandHandler<ReviewSalesPlan, CommandResult> {
  constructor(
    private readonly executor: CommandExecutor,
    private readonly queries: QueryBus,
  ) {}

  async execute({ data, issued }: ReviewSalesPlan): Promise<CommandResult> {
    const achieved = await achievedOf(data.planId, data.asOn, this.executor, this.queries);
    return this.executor.execute(salesPlan, new ReviewSalesPlan({ ...data, achieved }, issued));
  }
}

@CommandHandler(EvaluateSalesPlan)
export class EvaluateSalesPlanHandler implements ICommandHandler<EvaluateSalesPlan, CommandResult> {
  constructor(
    private readonly executor: CommandExecutor,
    private readonly queries: QueryBus,
  ) {}

  async execute({ data, issued }: EvaluateSalesPlan): Promise<CommandResult> {
    const achieved = await achievedOf(data.planId, undefined, this.executor, this.queries);
    return this.executor.execute(salesPlan, new EvaluateSalesPlan({ ...data, achieved }, issued));
  }
}
