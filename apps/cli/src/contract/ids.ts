import type { SheetPlace } from '@engsales/sheets';

/** Ids of a contract and the cells where they were given or used. */
export interface Ids {
  readonly given: Map<string, SheetPlace>;
  readonly used: [id: string, place: SheetPlace][];
}

export const noIds = (): Ids => ({ given: new Map(), used: [] });
