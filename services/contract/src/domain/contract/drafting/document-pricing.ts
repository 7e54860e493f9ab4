import { Rejected } from '@engsales/event-sourcing/domain';
import { amountOfLine, isPositiveQuantity, isUnitPrice, MAX_LINES, sumFen, taxContainedFen } from '@engsales/values';
import { priceMilestones, refuseWrongSchedule } from '../milestones/payment-schedule.js';
import type { DraftDocument, DraftLine, DraftMilestone } from './drafting.commands.js';
import type { ContractDocument, ContractLine } from './drafting.state.js';

const GOODS_TRIGGERS: readonly string[] = ['GOODS_READY', 'DISPATCHED', 'DELIVERED'];

/**
 * Works out every amount of a document.
 * @throws Rejected TOO_MANY_LINES, LINE_AMOUNT_MISMATCH, PAYMENT_SCHEDULE_MISMATCH, DEPOSIT_OVER_20_PERCENT, VALIDATION_FAILED
 */
export function priceDocument(draft: DraftDocument): ContractDocument {
  if (draft.lines.length > MAX_LINES) {
    throw new Rejected('TOO_MANY_LINES', `the contract has ${draft.lines.length} lines`, { lines: draft.lines.length });
  }
  refuseDoubles(
    draft.lines.map((line) => line.lineId),
    '/lines',
    'lineId',
  );
  refuseDoubles(
    draft.paymentMilestones.map((milestone) => milestone.id),
    '/paymentMilestones',
    'id',
  );
  refuseWrongScopes(draft.lines, draft.paymentMilestones);
  const lines = draft.lines.map(priceLine);
  const totalFen = sumFen(lines.map((line) => line.amountFen));
  const milestones = priceMilestones(draft.paymentMilestones, totalFen);
  if (lines.length > 0 && milestones.length > 0) refuseWrongSchedule(milestones, totalFen);
  return {
    projectName: draft.projectName,
    source: draft.source,
    customer: draft.customer,
    salespersonId: draft.salespersonId,
    merchandiserId: draft.merchandiserId,
    operationMode: draft.operationMode,
    riskAssessmentId: draft.riskAssessmentId,
    writtenConsentRef: draft.writtenConsentRef,
    agreementId: draft.agreementId,
    lines,
    milestones,
    totalFen,
    taxFen: sumFen(lines.map((line) => line.taxFen)),
    warrantyTerms: draft.warrantyTerms,
    penaltyTerms: draft.penaltyTerms,
    rightsAndObligations: draft.rightsAndObligations,
    drawings: draft.drawings ?? [],
    awardedFen: draft.awardedFen,
    awardedLines: draft.awardedLines,
    awardExceptionRef: draft.awardExceptionRef,
    signingDueOn: draft.signingDueOn,
  };
}

function priceLine(line: DraftLine, index: number): ContractLine {
  if (!isPositiveQuantity(line.qty)) {
    throw new Rejected('VALIDATION_FAILED', 'qty is not a positive decimal text', { pointer: `/lines/${index}/qty` });
  }
  const { unitPrice, discountFen = 0 } = line;
  if (!isUnitPrice(unitPrice)) {
    const pointer = `/lines/${index}/unitPrice`;
    throw new Rejected('VALIDATION_FAILED', 'unitPrice is not a decimal text of yuan with up to 6 decimals', {
      pointer,
    });
  }
  const amountFen = fittingAmount(line);
  return {
    lineId: line.lineId,
    itemCode: line.itemCode,
    name: line.name,
    spec: line.spec,
    qty: line.qty,
    uom: line.uom,
    unitPrice,
    discountFen,
    amountFen,
    taxFen: taxContainedFen(amountFen, line.taxRateBps),
    taxRateBps: line.taxRateBps,
    fulfilment: line.fulfilment,
    requestedDate: line.requestedDate,
    committedDate: line.committedDate,
    deliverTo: line.deliverTo,
    packageKey: line.packageKey ?? line.lineId,
    trackingKey: line.trackingKey ?? line.lineId,
  };
}

/** @throws Rejected LINE_AMOUNT_MISMATCH */
function fittingAmount(line: DraftLine): number {
  const { lineId, discountFen = 0, amountFen: givenFen } = line;
  const { amountFen, fits } = amountOfLine(line);
  if (fits) return amountFen;
  if (amountFen < 0) {
    const details = { lineId, discountFen, amountFen: amountFen + discountFen };
    throw new Rejected('LINE_AMOUNT_MISMATCH', `the discount of line ${lineId} is more than the line`, details);
  }
  throw new Rejected('LINE_AMOUNT_MISMATCH', `line ${lineId} is ${amountFen} fen`, { lineId, givenFen, amountFen });
}

/** A scope names lines of the contract, and no service where goods bring the trigger about. */
function refuseWrongScopes(lines: readonly DraftLine[], milestones: readonly DraftMilestone[]): void {
  milestones.forEach(({ scope, trigger }, index) => {
    const pointer = `/paymentMilestones/${index}/scope/lineIds`;
    const named = scope?.lineIds ?? [];
    const services = named.filter((id) => lines.some((line) => line.lineId === id && line.fulfilment === 'SERVICE'));
    if (GOODS_TRIGGERS.includes(trigger) && services.length > 0) {
      throw new Rejected('VALIDATION_FAILED', 'a service is never ready, dispatched or delivered', {
        pointer,
        services,
      });
    }
    const unknown = named.filter((id) => !lines.some((line) => line.lineId === id));
    if (lines.length > 0 && unknown.length > 0) {
      throw new Rejected('VALIDATION_FAILED', 'the scope names lines that the contract does not have', {
        pointer,
        unknown,
      });
    }
  });
}

function refuseDoubles(ids: readonly string[], pointer: string, field: string): void {
  const double = ids.find((id, index) => ids.indexOf(id) !== index);
  if (double === undefined) return;
  throw new Rejected('VALIDATION_FAILED', `${field} ${double} stands twice`, { pointer, [field]: double });
}
