import type { ReportWords } from './visit.commands.js';
import type { VisitReported } from './visit.events.js';
import type { VisitReport } from './visit.state.js';
import { ADVICE } from './visit.values.js';

/** What a report says; its disputed points are numbered from one on. */
export function reportRecord(words: ReportWords) {
  const signals = [...new Set(words.signals ?? [])];
  return {
    heldOn: words.heldOn,
    met: words.met.map(({ partyId, contactId }) => ({ partyId, contactId })),
    smallTalk: words.smallTalk ?? [],
    customerSaid: words.customerSaid,
    weSaid: words.weSaid.map(({ text, aboutPartyId, evidenceRef }) => ({ text, aboutPartyId, evidenceRef })),
    tone: words.tone,
    customerView: words.customerView,
    questions: (words.questions ?? []).map(({ topic, question, answer }) => ({ topic, question, answer })),
    signals,
    suggestions: signals.map((signal) => ({ signal, advice: ADVICE[signal] })),
    disputed: (words.disputed ?? []).map(({ point, writtenMaterialDueOn }, index) => ({
      pointNo: index + 1,
      point,
      writtenMaterialDueOn,
    })),
    productLineIdsPresented: words.productLineIdsPresented ?? [],
    outcome: words.outcome,
    nextFollowUpOn: words.nextFollowUpOn,
  };
}

export const reportFrom = (data: VisitReported['data']): VisitReport => ({
  heldOn: data.heldOn,
  met: data.met,
  smallTalk: data.smallTalk,
  customerSaid: data.customerSaid,
  weSaid: data.weSaid,
  tone: data.tone,
  customerView: data.customerView,
  questions: data.questions,
  signals: data.signals,
  disputed: data.disputed,
  productLineIdsPresented: data.productLineIdsPresented,
  outcome: data.outcome,
  nextFollowUpOn: data.nextFollowUpOn,
  by: data.by,
});
