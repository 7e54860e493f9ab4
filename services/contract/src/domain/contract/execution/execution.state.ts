import { difference } from '@engsales/values';

/** One thing to be done on a track: a milestone, a line, or what the salesperson adds. */
export interface TrackItem {
  readonly item: string;
  /** Milestone or line that it stands for. */
  readonly ref?: string;
  readonly plannedOn?: string;
  /** Staff id. */
  readonly ownerId?: string;
}

/** 收付款、收发货、现场服务. */
export interface Tracks {
  readonly money: readonly TrackItem[];
  readonly goods: readonly TrackItem[];
  readonly service: readonly TrackItem[];
}

/** 合同执行表. Accepted by commerce it is the formal handover (正式交接点). */
export interface ExecutionForm {
  readonly formId: string;
  readonly state: 'SUBMITTED' | 'RETURNED' | 'ACCEPTED';
  readonly submission: number;
  readonly tracks: Tracks;
  readonly specialRequirements?: string;
  readonly submittedBy: string;
  readonly submittedOn: string;
  readonly returnReason?: string;
  readonly commerceOwnerId?: string;
  readonly acceptedOn?: string;
}

/** How far a line has come; quantities are cumulative decimals as production last told them. */
export interface LineProgress {
  readonly lineId: string;
  readonly readyQty: string;
  readonly shippedQty: string;
  readonly deliveredQty: string;
  /** Came back from the customer; it counts in `shippedQty`, which is gross, and not in `deliveredQty`. */
  readonly refusedQty: string;
  /** Revision of the order that told it last. */
  readonly sequence?: number;
  /** Days on which the quantities last grew. */
  readonly readyOn?: string;
  readonly shippedOn?: string;
  readonly deliveredOn?: string;
  /** Shipment that was delivered last: its day may be told anew. */
  readonly deliveredBy?: string;
  readonly installedOn?: string;
  readonly acceptedOn?: string;
}

/** One entry per line of the contract. */
export type Progress = readonly LineProgress[];

function untouched(lineId: string): LineProgress {
  return { lineId, readyQty: '0', shippedQty: '0', deliveredQty: '0', refusedQty: '0' };
}

export const noProgress = (lineIds: readonly string[]): Progress => lineIds.map(untouched);

export const progressOf = (progress: Progress, lineId: string): LineProgress =>
  progress.find((line) => line.lineId === lineId) ?? untouched(lineId);

/** What left and did not come back. */
export const netShippedQty = ({ shippedQty, refusedQty }: LineProgress): string => difference(shippedQty, refusedQty);

/** The progress with some lines changed in some fields. */
export const withProgress = (
  progress: Progress,
  lineIds: readonly string[],
  change: Partial<Omit<LineProgress, 'lineId'>>,
): Progress => progress.map((line) => (lineIds.includes(line.lineId) ? { ...line, ...change } : line));
