import type { SheetTexts } from './texts.js';

/** Words in the language of whoever reads them; an import has texts beyond those of the sheet. */
export type Tell<Texts extends SheetTexts = SheetTexts> = (texts: Texts) => string;

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
export class TellableError<Texts extends SheetTexts = SheetTexts> extends Error {
  constructor(
    readonly tell: Tell<Texts>,
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
export class ProblemList<Texts extends SheetTexts = SheetTexts> {
  private readonly kept: Problem[] = [];
  /** What is no fault and should be known all the same, in the order in which it was found. */
  readonly notes: string[] = [];
  count = 0;

  constructor(private readonly texts: Texts) {}

  add(place: SheetPlace, tell: Tell<Texts>, more: { contractNo?: string | undefined; code?: string } = {}): void {
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

  note(tell: Tell<Texts>): void {
    this.notes.push(tell(this.texts));
  }

  /** In the order of the file. */
  get listed(): readonly Problem[] {
    return [...this.kept].sort((a, b) => a.row - b.row);
  }

  get unlisted(): number {
    return this.count - this.kept.length;
  }
}
