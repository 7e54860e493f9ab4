/**
 * What a paper for people says, once for HTML and for PDF. All texts are ready to print: amounts, dates and names of codes are put into
 * words by the caller, in the language of the paper.
 */
export interface BusinessDocument {
  title: string;
  subtitle?: string;
  /** The number that people quote on the telephone, such as "HT-2025-0012". */
  number?: string;
  /** When the paper was made, as printed: "2025-03-10 09:30". */
  generatedOn?: string;
  blocks: readonly Block[];
  /** One short line at the bottom of every page. */
  footer?: string;
}

export type Block = HeadingBlock | ParagraphBlock | NoticeBlock | FactsBlock | TableBlock | SignaturesBlock;

export interface HeadingBlock {
  kind: 'heading';
  text: string;
}

export interface ParagraphBlock {
  kind: 'paragraph';
  text: string;
  strong?: boolean;
}

/** A warning in a frame: what the paper must not be used for. */
export interface NoticeBlock {
  kind: 'notice';
  text: string;
}

export interface FactsBlock {
  kind: 'facts';
  /** Pairs of label and value in a row; 2 unless told. */
  columns?: 1 | 2 | 3 | 4;
  facts: readonly Fact[];
}

export interface Fact {
  label: string;
  value: string;
  /** Has a row to itself: addresses, amounts in capitals. */
  wide?: boolean;
}

export interface TableBlock {
  kind: 'table';
  columns: readonly Column[];
  /** One text per column. */
  rows: readonly (readonly string[])[];
  /** The last row, set in bold: one text per column; its first text spreads over the empty ones after it. */
  total?: readonly string[];
  /** Stands where there are no rows; "无" unless told. */
  empty?: string;
}

export interface Column {
  heading: string;
  /** `right` is for amounts: they stand in one line, and the other columns give way. */
  align?: 'left' | 'center' | 'right';
  /** Share of the table's width against the other columns' shares; 1 unless told. */
  width?: number;
}

export interface SignaturesBlock {
  kind: 'signatures';
  /** Side by side, at most three. */
  parties: readonly Party[];
}

export interface Party {
  /** Who signs: "甲方（盖章）：某某公司". */
  name: string;
  /** Each is followed by a line to write on: "法定代表人或授权代表", "日期". */
  lines: readonly string[];
}
