import { nextTenderId } from '../../ids.js';
import type { NextRoundRecord } from '../registering/registering.events.js';
import type { ExistingTender } from '../tender.state.js';

/** The round that follows where the tenderee tenders again: the same lead, project, tenderee and salesperson. */
export function nextRoundOf(tender: ExistingTender): NextRoundRecord {
  const { registration, salespersonId, teamId, channelId, fromLead } = tender;
  return {
    tenderId: nextTenderId(tender.tenderId),
    projectId: tender.projectId,
    round: tender.round + 1,
    // it gets a number of its own when it is published
    registration: { ...registration, tenderNo: undefined, expectedTenderDate: undefined },
    salespersonId,
    teamId,
    channelId,
    fromLead,
  };
}
