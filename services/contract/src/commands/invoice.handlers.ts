import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, type CommandResult } from '@engsales/event-sourcing';
import { contract } from '../domain/contract/contract.js';
import { CancelRedLetter, RecordInvoice, RedInvoice, VoidInvoice } from '../domain/contract/money/money.commands.js';
import { invoiceNumbers } from './invoice-numbers.js';

/** An invoice takes its number in the company: try the decision, reserve the number, record. */
@CommandHandler(RecordInvoice)
export class RecordInvoiceHandler implements ICommandHandler<RecordInvoice, CommandResult> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute(command: RecordInvoice): Promise<CommandResult> {
    const { data, issued } = command;
    const trial = await this.executor.execute(contract, new RecordInvoice(data, { ...issued, dryRun: true }));
    await invoiceNumbers(this.executor).take({ value: data.invoiceNo, heldBy: data.contractId }, issued);
    return issued.dryRun ? trial : this.executor.execute(contract, command);
  }
}

/** A red letter has a number of its own. */
@CommandHandler(RedInvoice)
export class RedInvoiceHandler implements ICommandHandler<RedInvoice, CommandResult> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute(command: RedInvoice): Promise<CommandResult> {
    const { data, issued } = command;
    const trial = await this.executor.execute(contract, new RedInvoice(data, { ...issued, dryRun: true }));
    await invoiceNumbers(this.executor).take({ value: data.redInvoiceNo, heldBy: data.contractId }, issued);
    return issued.dryRun ? trial : this.executor.execute(contract, command);
  }
}

/** The number of an invoice that was a mistake is free at once: it may belong to another contract. */
@CommandHandler(VoidInvoice)
export class VoidInvoiceHandler implements ICommandHandler<VoidInvoice, CommandResult> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute(command: VoidInvoice): Promise<CommandResult> {
    const result = await this.executor.execute(contract, command);
    for (const { data } of result.events) {
      const { invoiceNo } = data as { readonly invoiceNo: string };
      await invoiceNumbers(this.executor).giveBack(
        { value: invoiceNo, heldBy: command.data.contractId },
        command.issued,
      );
    }
    return result;
  }
}

@CommandHandler(CancelRedLetter)
export class CancelRedLetterHandler implements ICommandHandler<CancelRedLetter, CommandResult> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute(command: CancelRedLetter): Promise<CommandResult> {
    const { contractId, redInvoiceNo } = command.data;
    const result = await this.executor.execute(contract, command);
    await invoiceNumbers(this.executor).giveBack({ value: redInvoiceNo, heldBy: contractId }, command.issued);
    return result;
  }
}
