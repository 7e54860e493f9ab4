/** A row of the table of environment variables. */
export interface VariableDescription {
  readonly name: string;
  readonly fallback: string;
  readonly meaning: string;
}
