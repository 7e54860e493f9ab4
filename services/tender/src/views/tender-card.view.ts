import type { ShownPersons } from '@engsales/personal-data';
import { isPast } from '../domain/tender/publishing/tender-dates.js';
import { submissionGates, type SubmissionFacts } from '../domain/tender/submitting/submission-gates.js';
import type { ExistingTender } from '../domain/tender/tender.state.js';
import { tenderView } from './tender.view.js';

/** A round before or after. */
export interface OtherRound {
  readonly tenderId: string;
  readonly round: number;
  readonly state: string;
  readonly tenderNo: string | null;
}

export interface CardSurroundings {
  readonly facts: SubmissionFacts;
  readonly rounds: readonly OtherRound[];
  readonly people: ShownPersons;
  readonly now: string;
  readonly today: string;
}

/** All of a tender on one page, and what its bid still needs before it may go out. */
export function tenderCard(
  tender: ExistingTender,
  revision: number,
  { facts, rounds, people, now, today }: CardSurroundings,
) {
  const { decision, assessment, agreement } = facts.mode;
  return {
    ...tenderView(tender.tenderId, revision, tender, people),
    rounds,
    operation: {
      decision: decision ?? null,
      assessment: assessment ?? null,
      agreement: agreement ?? null,
    },
    bond: facts.bond ?? null,
    submission: tender.submission ?? null,
    submissionGates: [
      deadlineGate(tender, now),
      ...submissionGates(tender, facts, today).map(({ gate, open }) => ({
        gate,
        isOpen: open === undefined,
        code: open?.code ?? null,
        details: open?.details ?? null,
      })),
    ],
  };
}

/** The first gate: it closes for good. */
function deadlineGate({ announcement }: ExistingTender, now: string) {
  const submissionDeadline = announcement?.submissionDeadline;
  const isPassed = submissionDeadline !== undefined && isPast(submissionDeadline, now);
  return {
    gate: 'DEADLINE',
    isOpen: !isPassed,
    code: isPassed ? 'BID_DEADLINE_PASSED' : null,
    details: isPassed ? { submissionDeadline, now } : null,
  };
}
