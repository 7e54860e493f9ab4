import { CommandTo } from '@engsales/event-sourcing/domain';
import type { OfferRefType } from '../offers/offer.values.js';
import type { TenderThen } from '../offers/tender-then.js';
import type { Conclusion, ScoredRisk } from './risk-assessment.values.js';

/** What its handler reads: the tender that it belongs to says whose it is. */
interface Beside {
  readonly tender?: TenderThen;
}

/** The whole assessment; what was decided is a draft again, of a new version. */
export class DraftRiskAssessment extends CommandTo<
  'riskAssessmentId',
  Beside & {
    readonly refType: OfferRefType;
    readonly refId: string;
    readonly items: readonly ScoredRisk[];
    readonly manufacturerPartyId: string;
    readonly purchasePriceFen?: number;
    readonly salePriceFen?: number;
    readonly buyoutConditions: string;
  }
> {
  readonly type = 'DraftRiskAssessment';
}

export class SubmitRiskAssessment extends CommandTo<'riskAssessmentId', Beside & { readonly conclusion: Conclusion }> {
  readonly type = 'SubmitRiskAssessment';
}

export class ApproveRiskAssessment extends CommandTo<'riskAssessmentId', { readonly writtenConsentRef?: string }> {
  readonly type = 'ApproveRiskAssessment';
}

export class RejectRiskAssessment extends CommandTo<'riskAssessmentId', { readonly reason: string }> {
  readonly type = 'RejectRiskAssessment';
}

/** The signed paper, where it comes after the approval. */
export class GiveWrittenConsent extends CommandTo<'riskAssessmentId', { readonly writtenConsentRef: string }> {
  readonly type = 'GiveWrittenConsent';
}

export type RiskAssessmentCommand =
  DraftRiskAssessment | SubmitRiskAssessment | ApproveRiskAssessment | RejectRiskAssessment | GiveWrittenConsent;
