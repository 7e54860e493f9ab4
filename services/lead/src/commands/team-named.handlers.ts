import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, type CommandResult } from '@engsales/event-sourcing';
import { ChangeMember, EnrolMember } from '../domain/sales-member/sales-member.commands.js';
import { salesMember } from '../domain/sales-member/sales-member.js';
import { DraftSalesPlan } from '../domain/sales-plan/sales-plan.commands.js';
import { salesPlan } from '../domain/sales-plan/sales-plan.js';
import { salesTeam } from '../domain/sales-team/sales-team.js';
import { readReferred } from './read-referred.js';

/** Each of these commands may name a team; the handler reads it and passes its state in. */
@CommandHandler(EnrolMember)
export class EnrolMemberHandler implements ICommandHandler<EnrolMember, CommandResult> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute({ data, issued }: EnrolMember): Promise<CommandResult> {
    const team = await readReferred(this.executor.store, salesTeam, data.teamId);
    return this.executor.execute(salesMember, new EnrolMember({ ...data, team }, issued));
  }
}

@CommandHandler(ChangeMember)
export class ChangeMemberHandler implements ICommandHandler<ChangeMember, CommandResult> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute({ data, issued }: ChangeMember): Promise<CommandResult> {
    const team = await readReferred(this.executor.store, salesTeam, data.teamId);
    return this.executor.execute(salesMember, new ChangeMember({ ...data, team }, issued));
  }
}

@CommandHandler(DraftSalesPlan)
export class DraftSalesPlanHandler implements ICommandHandler<DraftSalesPlan, CommandResult> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute({ data, issued }: DraftSalesPlan): Promise<CommandResult> {
    const team = await readReferred(this.executor.store, salesTeam, data.teamId);
    return this.executor.execute(salesPlan, new DraftSalesPlan({ ...data, team }, issued));
  }
}
