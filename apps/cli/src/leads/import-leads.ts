import pMap from 'p-map';
import { chosenSheet, openFile, ProblemList, TellableError, underHeadings } from '@engsales/sheets';
import type { Refusal } from '../api-calls.js';
import { wordsOfDetails } from '../contract/refusal-words.js';
import type { LeadCounts } from '../import-counts.js';
import type { Language } from '../language.js';
import type { Problems, Tell, Texts } from '../texts.js';
import { LEAD_LAYOUT } from './lead-columns.js';
import { readLead, type ReadLead } from './lead-reader.js';
import type { LeadService } from './lead-service.js';

export interface LeadOutcome extends LeadCounts {
  /** Why the run had to end, where it had to. */
  stopped?: Tell;
}

interface Options {
  readonly dryRun: boolean;
  readonly concurrency: number;
  readonly texts: Texts;
  readonly language: Language;
  readonly onProgress: (done: number) => void;
}

/** Row by row: what is wrong is told by cell, and good rows go on. */
export async function importLeadsOf(file: string, service: LeadService, options: Options) {
  const problems: Problems = new ProblemList(options.texts);
  const outcome: LeadOutcome = {
    dryRun: options.dryRun,
    leads: 0,
    imported: 0,
    alreadyThere: 0,
    withProblems: 0,
    problems: 0,
  };
  const send = async (lead: ReadLead) => {
    const refusal = (await service.try(lead)) ?? (options.dryRun ? undefined : await service.take(lead));
    if (!refusal) outcome.imported += 1;
    else if (refusal.code === 'ALREADY_IMPORTED') outcome.alreadyThere += 1;
    else {
      outcome.withProblems += 1;
      addRefusal(refusal, lead, problems, options.language);
    }
    options.onProgress(outcome.imported + outcome.alreadyThere + outcome.withProblems);
  };
  await pMap(soundRows(file, problems, outcome), send, { concurrency: options.concurrency }).catch((error: unknown) => {
    if (!(error instanceof TellableError)) throw error;
    if (error.kind === 'USAGE') throw error;
    outcome.stopped = error.tell;
  });
  outcome.problems = problems.count;
  return { outcome, problems };
}

async function* soundRows(file: string, problems: Problems, outcome: LeadOutcome): AsyncGenerator<ReadLead> {
  const rows = await chosenSheet(await openFile(file), LEAD_LAYOUT, problems, ['说明']);
  if (!rows) return;
  const before = problems.count;
  for await (const [row, headings] of underHeadings(rows, LEAD_LAYOUT, problems)) {
    outcome.leads += 1;
    const lead = readLead(row, headings, problems);
    if (lead) yield lead;
    else outcome.withProblems += 1;
  }
  if (outcome.leads === 0 && problems.count === before) problems.add({ row: 1 }, (t) => t.noRows);
}

/** What a code is about, where its details name no cell. */
const MEANT = new Map([
  ['DUPLICATE_LEAD', 'projectName'],
  ['LEAD_SOURCE_REQUIRED', 'source'],
  ['REFERRER_REQUIRED', 'referrerRef'],
  ['DATE_IN_FUTURE', 'capturedOn'],
  ['CHANNEL_NOT_ACTIVE', 'channelId'],
  ['PARTY_INACTIVE', 'ownerName'],
  ['TOO_MANY_CONTACTS', 'contactName'],
  ['IDEMPOTENCY_KEY_REUSED', 'contactName'],
]);

function addRefusal(refusal: Refusal, lead: ReadLead, problems: Problems, language: Language): void {
  const { code, detail, details, errors } = refusal;
  const add = (member: string, words: string, said: string) =>
    problems.add(lead.placeOf(member), (t) => t.refused(code, words, said), { code });
  for (const error of errors) add(error.pointer.split('/')[1] ?? '', error.detail, '');
  if (errors.length > 0) return;
  const named = ['channelId', 'salespersonId'].find((name) => name in details && code === 'NOT_FOUND');
  add(named ?? MEANT.get(code) ?? '', detail, wordsOfDetails(details, language));
}
