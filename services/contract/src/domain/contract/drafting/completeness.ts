import { Rejected } from '@engsales/event-sourcing/domain';
import { deviationsFromAward } from '../award/deviations.js';
import { isGoods, type ContractDocument } from './drafting.state.js';

const GOODS_TRIGGERS: readonly string[] = ['GOODS_READY', 'DISPATCHED', 'DELIVERED'];

/** What a contract must have before it can be approved. @throws Rejected with what is missing */
export function refuseIncomplete(document: ContractDocument): void {
  const missing = [
    ...(document.customer ? [] : ['customer']),
    ...(document.lines.length > 0 ? [] : ['lines']),
    ...(document.milestones.length > 0 ? [] : ['paymentMilestones']),
    ...(document.salespersonId ? [] : ['salespersonId']),
    ...(document.merchandiserId ? [] : ['merchandiserId']),
  ];
  if (missing.length > 0)
    throw new Rejected('CONTRACT_INCOMPLETE', `the contract has no ${missing.join(', ')}`, { missing });
  if (!document.rightsAndObligations?.trim()) {
    throw new Rejected('CONTRACT_TERMS_REQUIRED', 'the contract says no rights and obligations');
  }
  refuseUntriggerable(document);
  refuseUngatedMode(document);
  const { awardedFen, awardExceptionRef, totalFen } = document;
  const deviations = deviationsFromAward(document);
  if (deviations.length > 0 && !awardExceptionRef) {
    const details = { awardedFen, totalFen, deviations };
    throw new Rejected('CONTRACT_DEVIATES_FROM_AWARD', 'the contract says something else than the award', details);
  }
}

/** Goods that we hand over bring these triggers about; a contract of services or agency alone has none. */
function refuseUntriggerable({ lines, milestones }: ContractDocument): void {
  const goods = lines.filter(isGoods).map((line) => line.lineId);
  const hopeless = milestones.filter(({ trigger, scope }) => {
    if (!GOODS_TRIGGERS.includes(trigger)) return false;
    const lineIds = scope?.lineIds ?? goods;
    return scope?.mode === 'ANY'
      ? !lineIds.some((id) => goods.includes(id))
      : lineIds.length === 0 || !lineIds.every((id) => goods.includes(id));
  });
  if (hopeless.length === 0) return;
  const named = hopeless.map(({ id, trigger }) => ({ milestoneId: id, trigger }));
  throw new Rejected('MILESTONE_NEVER_TRIGGERED', 'no goods of the contract bring the trigger about', {
    milestones: named,
  });
}

/** Buyout needs a risk assessment and a leader's written consent, agency an agreement; whatever the source. */
function refuseUngatedMode({
  operationMode,
  riskAssessmentId,
  writtenConsentRef,
  agreementId,
}: ContractDocument): void {
  if (operationMode === 'BUYOUT' && !riskAssessmentId) {
    throw new Rejected('BUYOUT_RISK_ASSESSMENT_REQUIRED', 'the buyout has no risk assessment');
  }
  if (operationMode === 'BUYOUT' && !writtenConsentRef) {
    throw new Rejected('BUYOUT_WRITTEN_CONSENT_REQUIRED', 'the buyout has no written consent of a company leader');
  }
  if (operationMode === 'AGENCY' && !agreementId) {
    throw new Rejected('AGENCY_AGREEMENT_REQUIRED', 'the agency contract has no cooperation agreement');
  }
}
