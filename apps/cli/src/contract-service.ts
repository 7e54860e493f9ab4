import { createHash } from 'node:crypto';
import { foldedNumber } from '@engsales/values';
import { ApiCalls, refusalIn, type Connection, type Refusal } from './api-calls.js';
import { RunEnded } from './run-ended.js';

interface Listed {
  readonly contractId: string;
  readonly contractNo: string | null;
}

const PAGE = 100;

/** The contract service over HTTP. @throws RunEnded when nothing more can come of it */
export class ContractService {
  private readonly calls: ApiCalls;

  constructor(private readonly to: Connection) {
    this.calls = new ApiCalls(to, (t) => t.contractService);
  }

  /** The id of the contract that has exactly this number; the list finds those too that have it as a part of theirs. */
  async find(contractNo: string): Promise<string | undefined> {
    const wanted = foldedNumber(contractNo);
    for (let cursor = ''; ;) {
      const page = `?limit=${PAGE}&contractNo=${encodeURIComponent(contractNo)}${cursor}`;
      const { items, nextCursor } = await this.list<Listed>(page);
      const found = items.find((item) => foldedNumber(item.contractNo ?? '') === wanted);
      if (found || !nextCursor) return found?.contractId;
      cursor = `&cursor=${encodeURIComponent(nextCursor)}`;
    }
  }

  /** What was imported: the data of the event that began the contract; undefined where it began otherwise. */
  async imported(contractId: string): Promise<object | undefined> {
    const { items } = await this.list<{ readonly type: string; readonly data: object }>(`/${contractId}/history`);
    return items.find(({ type }) => type === 'ContractImported')?.data;
  }

  private async list<Item>(path: string): Promise<{ items: readonly Item[]; nextCursor?: string }> {
    const { status, body } = await this.calls.ask('GET', `contracts${path}`);
    const { items, nextCursor } = body;
    if (status >= 429) throw new RunEnded((t) => t.unreachable(t.contractService, this.to.url, `HTTP ${status}`));
    if (status !== 200 || !Array.isArray(items))
      throw new RunEnded((t) => t.notTheService(t.contractService, this.to.url, status));
    return { items: items as Item[], ...(typeof nextCursor === 'string' ? { nextCursor } : {}) };
  }

  /** Undefined when it was taken (or would be), else why not. */
  async take(contractNo: string, request: object, dryRun: boolean): Promise<Refusal | undefined> {
    const path = `contracts/import-contract${dryRun ? '?dryRun=true' : ''}`;
    return refusalIn(await this.calls.ask('POST', path, { body: JSON.stringify(request), key: keyOf(contractNo) }));
  }
}

/** A header is Latin: a number with Chinese characters is named by its hash. */
function keyOf(contractNo: string): string {
  if (/^[\x20-\x7e]*$/.test(contractNo)) return `import:${contractNo}`;
  return `import:${createHash('sha256').update(contractNo).digest('hex')}`;
}
