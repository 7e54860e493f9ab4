import type { Place } from '../problem.js';

/** Ids of a contract and the cells where they were given or used. */
export interface Ids {
  readonly given: Map<string, Place>;
  readonly used: [id: string, place: Place][];
}

export const noIds = (): Ids => ({ given: new Map(), used: [] });
