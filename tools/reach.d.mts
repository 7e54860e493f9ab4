export interface ReachedFiles {
  readonly sources: readonly string[];
  readonly tests: readonly string[];
  /** Directories of the sources. */
  readonly folders: readonly string[];
}

export function serviceFiles(root: string): Map<string, string>;
export function findReach(
  command: string,
  events: readonly string[],
  files: ReadonlyMap<string, string>,
): { command: ReachedFiles; events: ReachedFiles; together: ReachedFiles };
