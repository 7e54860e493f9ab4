/** What a walk is told of the place where it is walked. */
export interface WalkContext {
  readonly contractNo: string;
  /** Moves a date of the fixture to the place's own time. */
  readonly date: (fixtureDate: string) => string;
  /** Whether the clock is the walk's own to set; else every day of the walk is today. */
  readonly setsClock: boolean;
}

/** A production order as the list of a contract's orders shows it. */
export interface OrderRow {
  readonly productionOrderId: string;
  readonly lineId: string;
  readonly state: string;
  readonly packageId: string;
  readonly trackingId: string;
}
