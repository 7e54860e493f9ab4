import pMap from 'p-map';
import { contractsIn, comparableNo } from './contract/contract-rows.js';
import { ContractReader, type ReadContract } from './contract/contract-reader.js';
import { addRefusal } from './contract/server-problems.js';
import type { ContractService } from './contract-service.js';
import type { ImportCounts } from './import-counts.js';
import { ProblemList, TellableError, type Tell } from './problem.js';
import { openSheet } from './sheet/open-sheet.js';
import type { Texts } from './texts.js';

export interface Outcome extends ImportCounts {
  /** Why the run had to end, where it had to. */
  stopped?: Tell;
}

export interface ImportOptions {
  readonly dryRun: boolean;
  readonly concurrency: number;
  readonly texts: Texts;
  readonly onProgress: (done: number, all: number) => void;
}

/**
 * Reads the file twice: first everything that is wrong in it, so that no contract is sent of which a row stands further below,
 * then contract by contract to the service. Memory goes with the largest contract, not with the file.
 */
export async function importFile(file: string, service: ContractService, options: ImportOptions) {
  const problems = new ProblemList(options.texts);
  const { all, unsound } = await look(file, problems);
  const outcome: Outcome = {
    dryRun: options.dryRun,
    contracts: all,
    imported: 0,
    alreadyThere: 0,
    withProblems: unsound.size,
    problems: 0,
    notTried: 0,
  };
  let done = unsound.size;
  const send = async (contract: ReadContract) => {
    await sendOne(contract, service, outcome, problems);
    options.onProgress((done += 1), all);
  };
  if (unsound.size < all) {
    await pMap(soundOnes(file, unsound, options.texts), send, { concurrency: options.concurrency }).catch(
      (error: unknown) => {
        if (!(error instanceof TellableError)) throw error;
        outcome.stopped = error.tell;
      },
    );
  }
  outcome.problems = problems.count;
  outcome.notTried = all - outcome.imported - outcome.alreadyThere - outcome.withProblems;
  return { outcome, problems };
}

async function look(file: string, problems: ProblemList): Promise<{ all: number; unsound: Set<string> }> {
  const unsound = new Set<string>();
  const numbers = new Set<string>();
  for await (const rows of contractsIn(await openSheet(file), problems)) {
    const number = comparableNo(rows.contractNo);
    numbers.add(number);
    if (!new ContractReader(rows, problems).read().isSound) unsound.add(number);
  }
  return { all: numbers.size, unsound };
}

async function* soundOnes(file: string, unsound: ReadonlySet<string>, texts: Texts): AsyncGenerator<ReadContract> {
  const told = new ProblemList(texts); // the first reading has told them
  for await (const rows of contractsIn(await openSheet(file), told)) {
    if (!unsound.has(comparableNo(rows.contractNo))) yield new ContractReader(rows, told).read();
  }
}

const THERE = ['DUPLICATE_CONTRACT', 'DUPLICATE_CONTRACT_NO'];

async function sendOne(contract: ReadContract, service: ContractService, outcome: Outcome, problems: ProblemList) {
  const { contractNo, request } = contract;
  if (await service.has(contractNo)) {
    outcome.alreadyThere += 1;
    return;
  }
  const refusal = await service.take(contractNo, request.body, outcome.dryRun);
  if (!refusal) outcome.imported += 1;
  else if (THERE.includes(refusal.code)) outcome.alreadyThere += 1;
  // sent before with other contents: either it is there and the list was behind, or that attempt broke off
  else if (refusal.code === 'IDEMPOTENCY_KEY_REUSED' && (await service.has(contractNo))) outcome.alreadyThere += 1;
  else {
    outcome.withProblems += 1;
    addRefusal(refusal, contract, problems);
  }
}
