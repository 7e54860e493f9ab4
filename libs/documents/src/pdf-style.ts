import type { CustomTableLayout, StyleDictionary } from 'pdfmake/interfaces';

/** A4 and its margins in points (1/72 inch). */
export const PAGE = { side: 46, top: 52, bottom: 52, width: 595.28 - 2 * 46, height: 841.89 - 2 * 52 };
export const RULE = 0.5;
/** Size of text in tables and padding of their cells. */
export const SIZE = 9;
export const CELL = { x: 5, y: 3 };
export const GREY_TEXT = '#555555';
export const GREY_HEADING = '#eeeeee';
export const GREY_TOTAL = '#f6f6f6';
export const WARNING = '#b00020';
/** Height of a line against its font's size: Noto's own metrics, which hold Chinese with its accents and rules. */
export const LINE = 1.45;

export const STYLES: StyleDictionary = {
  title: { fontSize: 18, bold: true, alignment: 'center', characterSpacing: 1.5 },
  subtitle: { fontSize: 11, alignment: 'center', margin: [0, 2, 0, 0] },
  number: { alignment: 'right', margin: [0, 4, 0, 0] },
  heading: { fontSize: 11.5, bold: true, margin: [0, 14, 0, 4] },
  tableTitle: { fontSize: 11.5, bold: true, margin: [-CELL.x, 8, 0, 0] },
  caption: { fontSize: 10.5, bold: true, margin: [0, 4, 0, 4] },
  tableCaption: { fontSize: 10.5, bold: true, margin: [-CELL.x, 4, 0, 0] },
  total: { bold: true },
  notice: { fontSize: 11, bold: true, alignment: 'center', color: WARNING },
  paragraph: { fontSize: 10.5, margin: [0, 4, 0, 4] },
};

/** Thin borders all around. */
export const GRID: CustomTableLayout = {
  hLineWidth: () => RULE,
  vLineWidth: () => RULE,
  hLineColor: () => '#777777',
  vLineColor: () => '#777777',
  paddingLeft: () => CELL.x,
  paddingRight: () => CELL.x,
  paddingTop: () => CELL.y,
  paddingBottom: () => CELL.y,
};

/** The frame of a warning. */
export const FRAME: CustomTableLayout = {
  hLineWidth: () => 1.2,
  vLineWidth: () => 1.2,
  hLineColor: () => WARNING,
  vLineColor: () => WARNING,
  paddingTop: () => 6,
  paddingBottom: () => 6,
};

/** A label and a line to write on after it. */
export const BLANK: CustomTableLayout = {
  hLineWidth: () => RULE,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
};
