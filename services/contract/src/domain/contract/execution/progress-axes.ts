import { Rejected } from '@engsales/event-sourcing/domain';
import { isAtLeast, isPositiveQuantity } from '@engsales/values';
import type { SignedContract } from '../contract.state.js';
import type { ProgressAxis } from '../contract.values.js';
import { isGoods, unknownLines, type ContractDocument, type ContractLine } from '../drafting/drafting.state.js';
import { progressOf, type Progress } from './execution.state.js';

export function deliveryAxis({ lines }: ContractDocument, progress: Progress): ProgressAxis {
  const goods = lines.filter(isGoods);
  const delivered = (line: ContractLine) => progressOf(progress, line.lineId).deliveredQty;
  if (goods.length > 0 && goods.every((line) => isAtLeast(delivered(line), line.qty))) return 'FULL';
  return goods.some((line) => isPositiveQuantity(delivered(line))) ? 'PARTIAL' : 'NONE';
}

export function acceptanceAxis({ lines }: ContractDocument, progress: Progress): ProgressAxis {
  const accepted = lines.filter((line) => progressOf(progress, line.lineId).acceptedOn);
  if (accepted.length === lines.length) return 'FULL';
  return accepted.length > 0 ? 'PARTIAL' : 'NONE';
}

/** @throws Rejected LINE_UNKNOWN */
export function refuseUnknownLines({ document }: SignedContract, lineIds: readonly string[]): void {
  const unknown = unknownLines(document, lineIds);
  if (unknown.length > 0) throw new Rejected('LINE_UNKNOWN', 'the contract has no such line', { unknown });
}
