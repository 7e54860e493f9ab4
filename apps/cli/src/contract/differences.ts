import type { SheetPlace } from '@engsales/sheets';
import type { Texts, Problems, Tell } from '../texts.js';
import { COLUMNS } from '../layout/columns.js';
import { yuan } from './amounts.js';
import type { ReadContract } from './contract-reader.js';
import { contentOfFile, contentOfImport, isLeftOut, type Content } from './imported-content.js';

/** Of the problem that tells a difference. */
const DIFFERS = 'IMPORTED_OTHERWISE';

/** Parts of a contract that have an id: what of them is on one side only is told once. */
const PARTS = new Map([
  ['lines', '明细'],
  ['milestones', '节点'],
  ['triggered', '触发'],
  ['receipts', '收款'],
  ['progress', '发货'],
]);

/** Tells at the cells of a file where it says something else than what was imported under the number; answers whether it does. */
export function addDifferences(contract: ReadContract, imported: object, problems: Problems): boolean {
  const { contractNo, request } = contract;
  const { content: ours, pointers } = contentOfFile(request.body);
  const theirs = contentOfImport(imported as Readonly<Record<string, unknown>>);
  const differences = differingPlaces(ours, theirs);
  for (const at of differences) {
    const place = request.placeOf(pointerOf(at, pointers)) ?? { row: 0 };
    problems.add(place, tellOf(at, place, ours, theirs), { contractNo, code: DIFFERS });
  }
  return differences.size > 0;
}

function differingPlaces(ours: Content, theirs: Content): Set<string> {
  const [ourParts, theirParts] = [partsIn(ours), partsIn(theirs)];
  const found = new Set<string>();
  for (const [at, value] of ours) {
    if (theirs.get(at) !== value) found.add(isIn(theirParts, at) ? at : partOf(at));
  }
  for (const at of theirs.keys()) {
    if (!ours.has(at) && !isLeftOut(at, ours)) found.add(isIn(ourParts, at) ? at : partOf(at));
  }
  return found;
}

function tellOf(at: string, place: SheetPlace, ours: Content, theirs: Content): Tell {
  if (at !== partOf(at) || !PARTS.has(at.split('/')[0] ?? '')) {
    return (t) => t.differs(shown(ours.get(at), at, place, t), shown(theirs.get(at), at, place, t));
  }
  const name = nameOf(at);
  if (partsIn(ours).has(at)) return (t) => t.differs(name, t.nothing);
  return (t) => t.notInFile(name);
}

/** 明细 L5 */
function nameOf(part: string): string {
  const [kind = '', ...id] = part.split('/');
  return `${PARTS.get(kind) ?? kind} ${id.join('/')}`;
}

/** A value as the sheet says it: yuan, per cent, the terms of its column. */
function shown(value: string | undefined, at: string, { heading }: SheetPlace, texts: Texts): string {
  if (value === undefined) return texts.nothing;
  if (at.endsWith('Fen')) return yuan(Number(value));
  if (/bps/i.test(at.split('/').at(-1) ?? '')) return `${Number(value) / 100}%`;
  const terms = COLUMNS.find((column) => column.heading === heading)?.terms ?? {};
  const [term] = (Object.hasOwn(terms, value) ? terms[value] : undefined) ?? [];
  return `“${term ?? value}”`;
}

const partOf = (at: string): string => {
  const [kind = '', id = ''] = at.split('/');
  return PARTS.has(kind) ? `${kind}/${id}` : at;
};
const partsIn = (content: Content) => new Set([...content.keys()].map(partOf));
const isIn = (parts: ReadonlySet<string>, at: string) => !PARTS.has(at.split('/')[0] ?? '') || parts.has(partOf(at));

function pointerOf(at: string, pointers: ReadonlyMap<string, string>): string {
  const known = pointers.get(at);
  if (known) return known;
  const base = pointers.get(partOf(at));
  if (base) return `${base}${at.slice(partOf(at).length)}`;
  return PARTS.has(at.split('/')[0] ?? '') ? '' : `/${at}`;
}
