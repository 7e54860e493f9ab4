import { CellFault, columnLetters, type Headings, type SheetPlace, type SheetRow } from '@engsales/sheets';
import type { CellValue } from '../layout/columns.js';
import type { Problems, Tell } from '../texts.js';
import { LEAD_COLUMNS, type LeadColumn } from './lead-columns.js';

export interface ReadContact {
  /** For the vault alone. */
  readonly person: { readonly name: string; readonly phone?: string };
  readonly post: string;
  readonly at: string;
}

/** One row of the list. */
export interface ReadLead {
  readonly row: number;
  /** What the row is known by, for keys of requests. */
  readonly key: string;
  readonly body: Readonly<Record<string, CellValue>>;
  readonly contact?: ReadContact;
  readonly placeOf: (member: string) => SheetPlace;
}

const CONTACT = ['contactName', 'contactPhone', 'contactPost', 'contactAt'];
const NAME_OF_PARTY = new Map([
  ['OWNER', 'ownerName'],
  ['DESIGN_INSTITUTE', 'designInstituteName'],
]);

/** Undefined when something is wrong with the row: it is told, all of it. */
export function readLead(row: SheetRow, headings: Headings<LeadColumn>, problems: Problems): ReadLead | undefined {
  const before = problems.count;
  const report = (place: SheetPlace, tell: Tell) => problems.add(place, tell);
  if ([...row.cells.values()].some(({ hidden }) => hidden === 'ROW')) report({ row: row.no }, (t) => t.hiddenRow);
  const placeOf = (member: string) => placeIn(row.no, headings, member);
  const { values, wrong } = cellsIn(row, headings, placeOf, report);
  refuseContact(values, wrong, placeOf, report);
  if (problems.count > before) return undefined;
  const body = Object.fromEntries([...values].filter(([key]) => !CONTACT.includes(key)));
  return {
    row: row.no,
    key: String(values.get('externalNo') ?? `${textOf(values, 'projectName')}@${textOf(values, 'city')}`),
    body,
    ...contactIn(values),
    placeOf,
  };
}

/** The cells of a row, read; what is wrong with any of them is reported. */
function cellsIn(
  row: SheetRow,
  headings: Headings<LeadColumn>,
  placeOf: ReadLead['placeOf'],
  report: (place: SheetPlace, tell: Tell) => void,
) {
  const values = new Map<string, CellValue>();
  const wrong = new Set<string>();
  for (const [number, cell] of row.cells) {
    const column = headings.get(number);
    const place = { row: row.no, cell: cell.address, ...(column ? { heading: column.heading } : {}) };
    if (!column) {
      report(place, (t) => t.noHeading);
      continue;
    }
    try {
      values.set(column.key, column.read(cell));
    } catch (error) {
      if (!(error instanceof CellFault)) throw error;
      wrong.add(column.key);
      report(place, error.tell);
    }
  }
  for (const { key, required } of LEAD_COLUMNS) {
    if (required && !values.has(key) && !wrong.has(key)) report(placeOf(key), (t) => t.required);
  }
  return { values, wrong };
}

/** Name, post and party of a contact go together, and the row has that party. */
function refuseContact(
  values: ReadonlyMap<string, CellValue>,
  wrong: ReadonlySet<string>,
  placeOf: ReadLead['placeOf'],
  report: (place: SheetPlace, tell: Tell) => void,
): void {
  if (!CONTACT.some((key) => values.has(key) || wrong.has(key))) return;
  const missing = ['contactName', 'contactPost', 'contactAt'].find((key) => !values.has(key) && !wrong.has(key));
  if (missing) report(placeOf(missing), (t) => t.contactTogether);
  const party = NAME_OF_PARTY.get(textOf(values, 'contactAt'));
  if (!party || values.has(party) || wrong.has(party)) return;
  const place = placeOf(party);
  report(placeOf('contactAt'), (t) => t.contactAt(place.heading ?? ''));
}

function contactIn(values: ReadonlyMap<string, CellValue>): { contact?: ReadContact } {
  if (!values.has('contactName')) return {};
  const [name, phone, post] = ['contactName', 'contactPhone', 'contactPost'].map((key) => textOf(values, key));
  if (!name || !post) return {};
  return { contact: { person: { name, ...(phone ? { phone } : {}) }, post, at: textOf(values, 'contactAt') } };
}

const textOf = (values: ReadonlyMap<string, CellValue>, key: string): string => String(values.get(key) ?? '');

/** The cell of a member, filled in or not; else the row. */
function placeIn(row: number, headings: Headings<LeadColumn>, member: string): SheetPlace {
  const column = LEAD_COLUMNS.find(({ key }) => key === member);
  if (!column) return { row };
  const number = [...headings].find(([, each]) => each === column)?.[0];
  return {
    row,
    heading: column.heading,
    ...(number === undefined ? {} : { cell: `${columnLetters(number)}${row}` }),
  };
}
