import { setTimeout as pause } from 'node:timers/promises';
import pMap from 'p-map';
import { openFile, ProblemList, TellableError } from '@engsales/sheets';
import { contractSheet, contractsIn, comparableNo } from './contract/contract-rows.js';
import { ContractReader, type ReadContract } from './contract/contract-reader.js';
import { addDifferences } from './contract/differences.js';
import { addRefusal } from './contract/server-problems.js';
import type { Refusal } from './api-calls.js';
import type { ContractService } from './contract-service.js';
import type { ImportCounts } from './import-counts.js';
import type { Language } from './language.js';
import type { Problems, Tell, Texts } from './texts.js';

export interface Outcome extends ImportCounts {
  /** Why the run had to end, where it had to. */
  stopped?: Tell;
}

export interface ImportOptions {
  readonly dryRun: boolean;
  readonly concurrency: number;
  readonly texts: Texts;
  readonly language: Language;
  readonly onProgress: (done: number, all: number) => void;
}

/**
 * Reads the file twice: first everything that is wrong in it, so that no contract is sent of which a row stands further below,
 * then contract by contract to the service. Memory goes with the largest contract, not with the file.
 */
export async function importFile(file: string, service: ContractService, options: ImportOptions) {
  const problems: Problems = new ProblemList(options.texts);
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
    await new Sending(service, outcome, problems, options).send(contract);
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

async function look(file: string, problems: Problems): Promise<{ all: number; unsound: Set<string> }> {
  const unsound = new Set<string>();
  const numbers = new Set<string>();
  for await (const rows of contractsIn(await contractSheet(await openFile(file), problems), problems)) {
    const number = comparableNo(rows.contractNo);
    numbers.add(number);
    if (!new ContractReader(rows, problems).read().isSound) unsound.add(number);
  }
  return { all: numbers.size, unsound };
}

async function* soundOnes(file: string, unsound: ReadonlySet<string>, texts: Texts): AsyncGenerator<ReadContract> {
  const told: Problems = new ProblemList(texts); // the first reading has told them
  for await (const rows of contractsIn(await contractSheet(await openFile(file), told), told)) {
    if (!unsound.has(comparableNo(rows.contractNo))) yield new ContractReader(rows, told).read();
  }
}

const THERE = ['DUPLICATE_CONTRACT', 'DUPLICATE_CONTRACT_NO'];
/** The list of contracts follows what was recorded within moments. */
const [LOOKS, LOOK_AGAIN_MS] = [10, 200];

/** What becomes of one contract after the other. */
class Sending {
  constructor(
    private readonly service: ContractService,
    private readonly outcome: Outcome,
    private readonly problems: Problems,
    private readonly options: Pick<ImportOptions, 'dryRun' | 'language'>,
  ) {}

  async send(contract: ReadContract): Promise<void> {
    const { contractNo, request } = contract;
    const there = await this.service.find(contractNo);
    if (there) return this.compare(contract, there);
    const refusal = await this.service.take(contractNo, request.body, this.options.dryRun);
    if (!refusal) this.outcome.imported += 1;
    else await this.refused(contract, refusal);
  }

  /** Sent before with other contents: either it is there and the list was behind, or that attempt broke off. */
  private async refused(contract: ReadContract, refusal: Refusal): Promise<void> {
    const isThere = THERE.includes(refusal.code);
    if (isThere || refusal.code === 'IDEMPOTENCY_KEY_REUSED') {
      const there = await this.findSoon(contract.contractNo, isThere ? LOOKS : 1);
      if (there) return this.compare(contract, there);
    }
    this.outcome.withProblems += 1;
    addRefusal(refusal, contract, this.problems, this.options.language);
  }

  private async findSoon(contractNo: string, looks: number): Promise<string | undefined> {
    for (let look = 1; ; look += 1) {
      const found = await this.service.find(contractNo);
      if (found || look >= looks) return found;
      await pause(LOOK_AGAIN_MS);
    }
  }

  /** The same again is no fault; nothing that is there is written over. */
  private async compare(contract: ReadContract, contractId: string): Promise<void> {
    const imported = await this.service.imported(contractId);
    if (imported && !addDifferences(contract, imported, this.problems)) {
      this.outcome.alreadyThere += 1;
      return;
    }
    this.outcome.withProblems += 1;
    if (imported) return;
    const { contractNo, request } = contract;
    const place = request.placeOf('/contractNo') ?? { row: 0 };
    this.problems.add(place, (t) => t.notImported, { contractNo, code: 'NOT_IMPORTED' });
  }
}
