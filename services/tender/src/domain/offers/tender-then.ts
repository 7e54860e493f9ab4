import { Rejected } from '@engsales/event-sourcing/domain';
import type { TenderRegime, TenderState } from '../tender/tender.values.js';

/** What a handler has read of a tender that a command names; absent where there is none. */
export interface TenderThen {
  readonly tenderId: string;
  readonly projectId: string;
  readonly leadId?: string;
  readonly state: TenderState;
  readonly projectName: string;
  readonly tenderNo?: string;
  readonly tendereeName: string;
  readonly regime: TenderRegime;
  /** 依法必须招标. */
  readonly mandatory: boolean;
  readonly salespersonId: string;
  readonly estimatedPriceFen?: number;
  readonly bondRequiredFen?: number;
}

/** @throws Rejected NOT_FOUND {tenderId}, INVALID_TRANSITION {tenderId, state, possibleIn} */
export function refuseUnlessTenderIn(
  states: readonly TenderState[],
  tenderId: string,
  tender: TenderThen | undefined,
): TenderThen {
  if (!tender) throw new Rejected('NOT_FOUND', `there is no tender ${tenderId}`, { tenderId });
  if (states.includes(tender.state)) return tender;
  const details = { tenderId, state: tender.state, possibleIn: states };
  throw new Rejected('INVALID_TRANSITION', `the tender ${tenderId} is ${tender.state}`, details);
}
