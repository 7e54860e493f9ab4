import path from 'node:path';
import type { Problem } from '@engsales/sheets';
import { embeddedKey, isLoopback, signToken, type Role } from '@engsales/http';
import { dataDirOf } from '@engsales/launcher/data-dir';
import { ContractService } from './contract-service.js';
import { importFile, type Outcome } from './import-run.js';
import { textsOf, type Language } from './language.js';
import { printable, printableJson } from './printable.js';
import { RunEnded } from './run-ended.js';
import type { Problems, Texts } from './texts.js';

export interface ImportCommand {
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly url?: string;
  readonly token?: string;
  readonly language: Language;
}

const AT_ONCE = 4;
const PROGRESS_EVERY_MS = 2_000;
const TOKEN_HOURS = 24;

/** Answers the exit code. */
export async function importContracts(file: string, command: ImportCommand): Promise<number> {
  const { dryRun = false, json = false, language } = command;
  const texts = textsOf(language);
  const url = command.url ?? `http://127.0.0.1:${process.env.CONTRACT_PORT || '7103'}`;
  const token = command.token || process.env.ENGSALES_TOKEN || (await localToken(url, 'COMMERCE'));
  const service = new ContractService({ url, token, language });
  const onProgress = progressOn(process.stderr, texts.progress);
  const { outcome, problems } = await importFile(file, service, {
    dryRun,
    concurrency: AT_ONCE,
    texts,
    language,
    onProgress,
  });
  process.stdout.write(json ? asJson(file, outcome, problems, texts) : asText(outcome, problems, texts));
  if (outcome.stopped && !json) process.stderr.write(`${printable(outcome.stopped(texts))}\n`);
  return problems.count > 0 || outcome.stopped ? 1 : 0;
}

/** Whoever gets such a token may do what it says on this machine, so that it never leaves it. @throws RunEnded */
export async function localToken(url: string, role: Role): Promise<string> {
  if (!isLoopback(new URL(url).hostname)) throw new RunEnded((t) => t.localTokenElsewhere(url));
  const key = await embeddedKey(path.join(dataDirOf(process.env), 'keys'));
  return signToken(key, { id: 'opening-import', name: '期初导入', roles: [role] }, TOKEN_HOURS);
}

/** A line now and then, so that a long file is seen to go on. */
export function progressOn<Counts extends number[]>(
  out: NodeJS.WritableStream,
  tell: (...counts: Counts) => string,
): (...counts: Counts) => void {
  let next = performance.now() + PROGRESS_EVERY_MS;
  return (...counts) => {
    if (performance.now() < next) return;
    next = performance.now() + PROGRESS_EVERY_MS;
    out.write(`${tell(...counts)}\n`);
  };
}

function asText(outcome: Outcome, problems: Problems, texts: Texts): string {
  const lines = problems.listed.map((problem) => lineOf(problem, texts));
  const more = problems.unlisted > 0 ? [texts.more(problems.unlisted)] : [];
  return `${[...problems.notes, ...lines, ...more, texts.summary(outcome)].map(printable).join('\n')}\n`;
}

/** 明细 F12：数量 应为…… */
export function lineOf({ row, cell, rowType, heading, contractNo, message }: Problem, texts: Texts): string {
  const where = [rowType, cell ?? texts.row(row)].filter(Boolean).join(' ');
  const whose = contractNo ? ` [${contractNo}]` : '';
  return `${where}${whose}${texts.colon}${heading ? `${heading} ` : ''}${message}`;
}

function asJson(file: string, { stopped, ...outcome }: Outcome, problems: Problems, texts: Texts): string {
  const { problems: count, ...counts } = outcome;
  const why = stopped ? { stopped: stopped(texts) } : {};
  const answer = {
    file,
    ...counts,
    problemCount: count,
    problems: problems.listed,
    unlisted: problems.unlisted,
    notes: problems.notes,
    ...why,
  };
  return `${printableJson(answer)}\n`;
}
