import type { Texts } from './texts.js';

export type Tell = (texts: Texts) => string;

/** Where a problem stands: a cell, else a row. */
export interface SheetPlace {
  readonly row: number;
  readonly cell?: string;
  readonly rowType?: string;
  readonly heading?: string;
}

export interface Problem extends SheetPlace {
  readonly contractNo?: string;
  /** Of the server, where it is the server that refuses. */
  readonly code?: string;
  readonly message: string;
}

/** Ends the run with one clear line. */
export class TellableError extends Error {
  constructor(
    readonly tell: Tell,
    readonly kind: 'USAGE' | 'FAILED' = 'FAILED',
  ) {
    super('see tell');
  }
}

/** A cell that does not say what its column needs. */
export class CellFault extends Error {
  constructor(readonly tell: Tell) {
    super('see tell');
  }
}

const LISTED = 300;

/** Problems as they come, some hundreds kept and the others counted, so that a bad file costs no memory. */
export class ProblemList {
  private readonly kept: Problem[] = [];
  count = 0;

  constructor(private readonly texts: Texts) {}

  add(place: SheetPlace, tell: Tell, more: { contractNo?: string | undefined; code?: string } = {}): void {
    this.count += 1;
    if (this.kept.length >= LISTED) return;
    const { contractNo, code } = more;
    this.kept.push({
      ...place,
      ...(contractNo ? { contractNo } : {}),
      ...(code ? { code } : {}),
      message: tell(this.texts),
    });
  }

  /** In the order of the file. */
  get listed(): readonly Problem[] {
    return [...this.kept].sort((a, b) => a.row - b.row);
  }

  get unlisted(): number {
    return this.count - this.kept.length;
  }
}
