import type { Command, Issued } from '@engsales/event-sourcing';

/** Where a route says what it sends. */
export const SENDS = 'engsales:sends';

/** What a route sends: the command, and how the id of a new aggregate comes about. */
export interface Sending {
  readonly command: new (data: unknown, issued: Issued) => Command;
  /** Only of a route that begins an aggregate; `path` is what follows the collection. */
  readonly begins?: { readonly category?: string; readonly path: string };
}
