import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, fold, type CommandResult } from '@engsales/event-sourcing';
import { caseStudy } from '../domain/case-study/case-study.js';
import { productLine } from '../domain/product-line/product-line.js';
import { caseIdsIn } from '../domain/sales-kit/kit-sections.js';
import {
  DraftSalesKit,
  PublishSalesKit,
  ReviseSalesKit,
  type CaseThen,
} from '../domain/sales-kit/sales-kit.commands.js';
import { salesKit } from '../domain/sales-kit/sales-kit.js';
import { readReferred } from './read-referred.js';

@CommandHandler(DraftSalesKit)
export class DraftSalesKitHandler implements ICommandHandler<DraftSalesKit, CommandResult> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute({ data, issued }: DraftSalesKit): Promise<CommandResult> {
    const line = await readReferred(this.executor.store, productLine, data.productLineId);
    return this.executor.execute(salesKit, new DraftSalesKit({ ...data, productLine: line }, issued));
  }
}

@CommandHandler(ReviseSalesKit)
export class ReviseSalesKitHandler implements ICommandHandler<ReviseSalesKit, CommandResult> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute({ data, issued }: ReviseSalesKit): Promise<CommandResult> {
    const line = await readReferred(this.executor.store, productLine, data.productLineId);
    return this.executor.execute(salesKit, new ReviseSalesKit({ ...data, productLine: line }, issued));
  }
}

/** Reads every case that the kit shows. */
@CommandHandler(PublishSalesKit)
export class PublishSalesKitHandler implements ICommandHandler<PublishSalesKit, CommandResult> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute({ data: { kitId }, issued }: PublishSalesKit): Promise<CommandResult> {
    const { store } = this.executor;
    const kit = fold(salesKit, await store.readStream(`${salesKit.category}-${kitId}`));
    const ids = kit.state === 'NONE' ? [] : caseIdsIn(kit.sections);
    const cases = await Promise.all(ids.map((id) => this.caseThen(id)));
    return this.executor.execute(salesKit, new PublishSalesKit({ kitId, cases }, issued));
  }

  private async caseThen(caseStudyId: string): Promise<CaseThen> {
    const found = await readReferred(this.executor.store, caseStudy, caseStudyId);
    return { caseStudyId, state: found?.state ?? 'NONE' };
  }
}
