import { localToken, lineOf, progressOn, type ImportCommand } from '../import-command.js';
import { textsOf } from '../language.js';
import { printable, printableJson } from '../printable.js';
import type { Problems, Texts } from '../texts.js';
import { importLeadsOf, type LeadOutcome } from './import-leads.js';
import { LeadService } from './lead-service.js';

const AT_ONCE = 4;

/** Answers the exit code. */
export async function importLeads(file: string, command: ImportCommand): Promise<number> {
  const { dryRun = false, json = false, language } = command;
  const texts = textsOf(language);
  const url = command.url ?? `http://127.0.0.1:${process.env.LEAD_PORT || '7101'}`;
  const token = command.token || process.env.ENGSALES_TOKEN || (await localToken(url, 'CRM_CENTER'));
  const { outcome, problems } = await importLeadsOf(file, new LeadService({ url, token, language }), {
    dryRun,
    concurrency: AT_ONCE,
    texts,
    language,
    onProgress: progressOn(process.stderr, (done) => texts.leadProgress(done)),
  });
  process.stdout.write(json ? asJson(file, outcome, problems, texts) : asText(outcome, problems, texts));
  if (outcome.stopped && !json) process.stderr.write(`${printable(outcome.stopped(texts))}\n`);
  return problems.count > 0 || outcome.stopped ? 1 : 0;
}

function asText(outcome: LeadOutcome, problems: Problems, texts: Texts): string {
  const lines = problems.listed.map((problem) => lineOf(problem, texts));
  const more = problems.unlisted > 0 ? [texts.more(problems.unlisted)] : [];
  return `${[...problems.notes, ...lines, ...more, texts.leadSummary(outcome)].map(printable).join('\n')}\n`;
}

function asJson(file: string, outcome: LeadOutcome, problems: Problems, texts: Texts): string {
  const { stopped, problems: problemCount, ...counts } = outcome;
  const { listed, unlisted, notes } = problems;
  const why = stopped ? { stopped: stopped(texts) } : {};
  return `${printableJson({ file, ...counts, problemCount, problems: listed, unlisted, notes, ...why })}\n`;
}
