/** The released BOM, as far as the order needs it. */
export interface BomOfOrder {
  readonly bomId: string;
  readonly rev: number;
  readonly drawingRev?: string;
  /** Material of one unit with scrap, a decimal text in yuan. */
  readonly unitCost: string;
  /** By PMC. */
  readonly accepted: boolean;
}
