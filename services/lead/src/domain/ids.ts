import { namedId } from '@engsales/event-sourcing/domain';
import type { SubjectType } from './follow-up-log/follow-up-log.values.js';
import { foldedText } from './folded-name.js';

/** Every id that the lead service derives. The same source gives the same id, whoever tells of it and however often. */

export const followUpLogId = (type: SubjectType, subjectId: string) => namedId(`followUpLog:${type}:${subjectId}`);

export const followUpId = (logId: string, entryNo: number) => namedId(`followUp:${logId}:${entryNo}`);

/** The leads that a person holds. */
export const leadHoldingId = (staffId: string) => namedId(`holding:${staffId}`);

/** What a converted lead becomes; its attempt counts, since it may be converted again. */
export const tenderIdOf = (leadId: string, attemptNo: number) => namedId(`tender:lead:${leadId}:${attemptNo}`);
export const contractIdOf = (leadId: string, attemptNo: number) =>
  namedId(attemptNo === 1 ? `contract:lead:${leadId}` : `contract:lead:${leadId}:${attemptNo}`);

export const leadIdOfReturnVisit = (visitId: string) => namedId(`lead:return-visit:${visitId}`);
export const leadIdOfHandover = (handoverId: string, customerRef: string) =>
  namedId(`lead:handover:${handoverId}:${customerRef}`);

/** The lead and the parties of an imported row: whoever imports it again meets the same ones. */
export const importedLeadId = (key: string) => namedId(`lead:import:${key}`);
export const importedPartyId = (name: string) => namedId(`party:import:${foldedText(name)}`);

export const salesMemberId = (staffId: string) => namedId(`salesMember:${staffId}`);
export const performanceReviewId = (staffId: string, period: string) =>
  namedId(`performanceReview:${staffId}:${period}`);
export const productLineId = (code: string) => namedId(`productLine:${code}`);
export const salesPolicyId = (code: string) => namedId(`salesPolicy:${code}`);

/** A task for a person: one per kind and thing that it is about. */
export const taskId = (kind: string, of: string) => namedId(`lead-task:${kind}:${of}`);

/** The days on which a lead is visited. */
export const visitCalendarId = (leadId: string) => namedId(`visitCalendar:${leadId}`);
