import type { RulesOf } from '@engsales/event-sourcing/domain';
import type { ContractEvent } from '../contract.events.js';
import type { NoContract, UnapprovedContract } from '../contract.state.js';
import { priceDocument } from '../drafting/document-pricing.js';
import { recordOfDocument } from '../drafting/document-records.js';
import type { DraftDocument, DraftLine } from '../drafting/drafting.commands.js';
import type { ContractDocument } from '../drafting/drafting.state.js';
import { warningsOf } from '../warnings.js';
import { pricedWithSchedule } from './kept-schedule.js';
import { TakeUpQuotation, type QuotationCommand } from './quotation.commands.js';

/** What the customer has accepted goes into the contract as long as it is written and talked about. */
export const quotationRules = {
  TakeUpQuotation: { command: TakeUpQuotation, in: ['NONE', 'DRAFT', 'NEGOTIATING'], decide: takeUpQuotation },
} satisfies RulesOf<QuotationCommand, NoContract | UnapprovedContract, ContractEvent>;

/** Its own draft, or the next one of the draft that is there. */
function takeUpQuotation(
  { data, issued }: TakeUpQuotation,
  contract: NoContract | UnapprovedContract,
): ContractEvent[] {
  const { contractId, projectId, quoted } = data;
  const { id: by } = issued.by;
  if (contract.state === 'NONE') {
    const document = priceDocument(quoted);
    const drafted = {
      contractId,
      projectId,
      state: 'DRAFT',
      draftNo: 1,
      document: recordOfDocument(document),
    } as const;
    const noticed = noticedIn(warningsOf(document, issued.today));
    return [{ type: 'ContractDrafted', data: { ...drafted, draftedBy: by, draftedOn: issued.today, ...noticed } }];
  }
  const { document: before } = contract;
  const { document, warnings } = pricedWithSchedule(withQuotation(before, quoted), before.milestones);
  return [
    {
      type: 'ContractRevised',
      data: {
        contractId,
        state: contract.state === 'DRAFT' ? 'DRAFT' : 'NEGOTIATING',
        draftNo: contract.draftNo + 1,
        document: recordOfDocument(document),
        revisedBy: by,
        revisedOn: issued.today,
        ...noticedIn([...warnings, ...warningsOf(document, issued.today)]),
      },
    },
  ];
}

const noticedIn = <Warning>(warnings: readonly Warning[]): { readonly warnings?: readonly Warning[] } =>
  warnings.length > 0 ? { warnings } : {};

/** Lines, mode, its papers and the warranty are the quotation's; everything else stays what people have written. */
function withQuotation(before: ContractDocument, quoted: DraftDocument): DraftDocument {
  return {
    projectName: before.projectName,
    source: before.source ?? quoted.source,
    customer: before.customer ?? quoted.customer,
    salespersonId: before.salespersonId ?? quoted.salespersonId,
    merchandiserId: before.merchandiserId,
    operationMode: quoted.operationMode,
    riskAssessmentId: quoted.riskAssessmentId,
    writtenConsentRef: quoted.writtenConsentRef,
    agreementId: quoted.agreementId,
    lines: quoted.lines.map((line) => withWhatIsWritten(line, before)),
    paymentMilestones: [],
    warrantyTerms: quoted.warrantyTerms ?? before.warrantyTerms,
    penaltyTerms: before.penaltyTerms,
    rightsAndObligations: before.rightsAndObligations,
    drawings: before.drawings,
    awardedFen: before.awardedFen,
    awardedLines: before.awardedLines,
    awardExceptionRef: before.awardExceptionRef,
    signingDueOn: before.signingDueOn,
  };
}

/** Where a line goes and what it shares with others is often written before the price is agreed on. */
function withWhatIsWritten(line: DraftLine, { lines }: ContractDocument): DraftLine {
  const before = lines.find(({ lineId }) => lineId === line.lineId);
  if (!before) return line;
  return {
    ...line,
    deliverTo: line.deliverTo ?? before.deliverTo,
    packageKey: line.packageKey ?? before.packageKey,
    trackingKey: line.trackingKey ?? before.trackingKey,
  };
}
