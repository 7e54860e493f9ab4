/** What came of the contracts of a file. */
export interface ImportCounts {
  readonly dryRun: boolean;
  contracts: number;
  imported: number;
  alreadyThere: number;
  withProblems: number;
  problems: number;
  /** Left when the run had to end. */
  notTried: number;
}

/** What came of the rows of a list of leads. */
export interface LeadCounts {
  readonly dryRun: boolean;
  leads: number;
  imported: number;
  alreadyThere: number;
  withProblems: number;
  problems: number;
}
