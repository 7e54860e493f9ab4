import type { Refusal } from '../contract-service.js';
import type { SheetPlace, ProblemList } from '../problem.js';
import type { ReadContract } from './contract-reader.js';

type Ids = Readonly<Record<string, string | undefined>>;

/** What the service refuses, at the cells that it means where it says so, else at the row of the contract. */
export function addRefusal(refusal: Refusal, { contractNo, request }: ReadContract, problems: ProblemList): void {
  const { code, detail, details, errors } = refusal;
  const at = (pointer: string): SheetPlace => request.placeOf(pointer) ?? { row: 0 };
  for (const error of errors) {
    problems.add(at(error.pointer), (t) => t.refused(code, error.detail, ''), { contractNo, code });
  }
  if (errors.length > 0) return;
  const more = Object.keys(details).length > 0 ? ` ${JSON.stringify(details)}` : '';
  problems.add(at(pointerOf(details, request.body)), (t) => t.refused(code, detail, more), { contractNo, code });
}

/** The rules of a contract name what they mean by pointers into its document, or by ids. */
function pointerOf(details: Refusal['details'], body: ReadContract['request']['body']): string {
  const { pointer, lineId, milestoneId, bankRef, unknown } = details;
  if (typeof pointer === 'string') return `/document${pointer}`;
  const { lines = [], paymentMilestones = [] } = (body.document ?? {}) as Record<string, Ids[] | undefined>;
  const named = lineId ?? (Array.isArray(unknown) ? (unknown[0] as unknown) : undefined);
  const found = [
    ['/document/lines', lines.findIndex((line) => line.lineId === named)],
    ['/document/paymentMilestones', paymentMilestones.findIndex((milestone) => milestone.id === milestoneId)],
    ['/receipts', (body.receipts as Ids[]).findIndex((receipt) => receipt.bankRef === bankRef)],
  ] as const;
  const [list, index] = found.find(([, at]) => at >= 0) ?? ['', -1];
  return index < 0 ? '' : `${list}/${index}`;
}
