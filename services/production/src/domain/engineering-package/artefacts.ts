/** What engineering owes an order (seed D15). */
export const ARTEFACT_TYPES = [
  'BOM',
  'DRAWING',
  'MATERIAL_BUDGET',
  'PROCESS_FLOW',
  'WORK_INSTRUCTION',
  'PRODUCT_MANUAL',
  'INSPECTION_STANDARD',
] as const;
export type ArtefactType = (typeof ARTEFACT_TYPES)[number];
export type OrderKind = 'PRODUCE' | 'PROCURE';

/** The customer's word on a document: 深化图会签, 现场复尺. */
export interface CustomerApproval {
  readonly required: boolean;
  readonly docRef?: string;
  readonly on?: string;
}

export interface Artefact {
  readonly type: ArtefactType;
  readonly status: 'MISSING' | 'DRAFT' | 'CONFIRMED' | 'NOT_APPLICABLE';
  readonly docRef?: string;
  readonly rev?: string;
  readonly customerApproval?: CustomerApproval;
  /** Why it is not applicable. */
  readonly reason?: string;
}

/** One material of the bill, per unit of the order line. */
export interface BomLine {
  readonly itemCode: string;
  readonly name: string;
  readonly spec?: string;
  /** Decimal string in `uom`, per unit of what is ordered. */
  readonly qty: string;
  readonly uom: string;
  /** Basis points that are lost in production. */
  readonly scrapBps: number;
  readonly unitCostFen: number;
  readonly supply: 'MAKE' | 'BUY';
  readonly drawingNo?: string;
  readonly drawingRev?: string;
}

/** Bought goods need neither a process nor work instructions of ours. */
export function firstStatus(type: ArtefactType, kind: OrderKind): Artefact['status'] {
  const ours = type === 'PROCESS_FLOW' || type === 'WORK_INSTRUCTION';
  return kind === 'PROCURE' && ours ? 'NOT_APPLICABLE' : 'MISSING';
}

/** An order that is produced makes artefacts needed that the bought ones before it did not need. */
export function needed(artefact: Artefact, kind: OrderKind): Artefact {
  const wakes = artefact.status === 'NOT_APPLICABLE' && firstStatus(artefact.type, kind) === 'MISSING';
  return wakes ? { ...artefact, status: 'MISSING' } : artefact;
}

export const isSettled = ({ status }: Artefact): boolean => status === 'CONFIRMED' || status === 'NOT_APPLICABLE';
