import type { Content, Node, NodeQueries, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { Block, HeadingBlock } from './business-document.js';
import {
  blockContent,
  facts,
  fitFacts,
  fitTable,
  paragraph,
  signatures,
  table,
  title,
  type Title,
} from './pdf-blocks.js';
import type { WidthInEm } from './pdf-columns.js';
import { isShort, isSignedTogether } from './pdf-fit.js';
import { splitTail } from './pdf-tail.js';

type Body = Exclude<Block, HeadingBlock>;

/** A block with the titles above it. */
interface Section {
  readonly titles: readonly Title[];
  /** Undefined for headings at the end, which have nothing below them. */
  readonly body?: Body;
}

const HEADING_LEVEL = 1;
const BODY_LEVEL = 2;
/** Signatures are marked by this and more: their place among the sections is added. */
const SIGNATURES_LEVEL = 10;

/**
 * The blocks in order. No heading stands alone at the foot of a page, and no signatures at the head of one: what is short before them
 * goes over with them; of what is long the end does, where an earlier layout found the signatures alone (`alone`, by their place).
 */
export function flow(blocks: readonly Block[], widthInEm: WidthInEm, alone: ReadonlySet<number>): Content[] {
  const sections = sectionsOf(blocks);
  const content: Content[] = [];
  for (let place = 0; place < sections.length; place += 1) {
    const [section, next] = [sections[place], sections[place + 1]];
    if (!section) continue;
    if (next?.body?.kind !== 'signatures') {
      content.push(...sectionContent(section, widthInEm, place));
    } else if (isShortSection(section) && isSignedTogether(next.body)) {
      const stack = [...plain(section, widthInEm, place), ...plain(next, widthInEm, place + 1)];
      content.push({ unbreakable: true, stack });
      place += 1;
    } else {
      content.push(
        ...(alone.has(place + 1)
          ? brokenSection(section, widthInEm, place)
          : sectionContent(section, widthInEm, place)),
      );
    }
  }
  return content;
}

function sectionsOf(blocks: readonly Block[]): Section[] {
  const sections: Section[] = [];
  let titles: Title[] = [];
  blocks.forEach((block, index) => {
    if (block.kind === 'heading') titles.push({ text: block.text, style: 'heading' });
    else if (block.kind === 'paragraph' && block.strong && blocks[index + 1]?.kind === 'table') {
      titles.push({ text: block.text, style: 'caption' });
    } else {
      sections.push({ titles, body: block });
      titles = [];
    }
  });
  return titles.length > 0 ? [...sections, { titles }] : sections;
}

const isShortSection = ({ titles, body }: Section): boolean =>
  body !== undefined && body.kind !== 'signatures' && titles.length <= 3 && isShort(body);

/** Titles and body one below the other. */
function plain({ titles, body }: Section, widthInEm: WidthInEm, place: number): Content[] {
  const above = titles.map((one) => title(one));
  if (!body) return above;
  if (body.kind === 'signatures')
    return [...above, signatures(body, { headlineLevel: SIGNATURES_LEVEL + place, id: `signatures-${place}` })];
  // pdfmake keeps a table's head with its first row, and says it again on every page of the table
  if (body.kind === 'table') return [table(body, fitTable(body, widthInEm), titles, { id: `end-${place}` })];
  return [...above, ...blockContent(body, widthInEm, { id: `end-${place}` })];
}

function sectionContent(section: Section, widthInEm: WidthInEm, place: number): Content[] {
  const { titles, body } = section;
  if (!body || body.kind === 'table') return plain(section, widthInEm, place);
  if (isShort(body)) return [{ unbreakable: true, stack: plain(section, widthInEm, place) }];
  if (titles.length === 0 || body.kind !== 'paragraph') return plain(section, widthInEm, place);
  const above = titles.map((one) => title(one, { headlineLevel: HEADING_LEVEL }));
  return [...above, paragraph(body, { headlineLevel: BODY_LEVEL })];
}

/** The section with its end on the next page, or all of it where it has nothing to be broken at. */
function brokenSection(section: Section, widthInEm: WidthInEm, place: number): Content[] {
  const { titles, body } = section;
  const parts = body && splitTail(body);
  const whole = { pageBreak: 'before' as const, stack: plain(section, widthInEm, place) };
  if (!parts) return [whole];
  switch (parts.kind) {
    case 'table': {
      const fit = fitTable(parts.whole, widthInEm);
      const tail = { pageBreak: 'before' as const, stack: [table(parts.tail, fit)] };
      return [table(parts.head, fit, titles), tail];
    }
    case 'facts': {
      const fit = fitFacts(parts.whole, widthInEm);
      const tail = { pageBreak: 'before' as const, stack: [facts(parts.tail, fit)] };
      return [...titles.map((one) => title(one)), facts(parts.head, fit), tail];
    }
    case 'paragraph': {
      const tail = { pageBreak: 'before' as const, stack: [paragraph(parts.tail)] };
      return [...titles.map((one) => title(one)), paragraph(parts.head), tail];
    }
  }
}

/** Breaks pages before headings that would stand alone, and tells `found` the places of signatures that do. */
export function pageBreaks(found: Set<number>): TDocumentDefinitions['pageBreakBefore'] {
  return (node, around) => {
    const level = node.headlineLevel ?? 0;
    if (level >= SIGNATURES_LEVEL && isAlone(node, around)) found.add(level - SIGNATURES_LEVEL);
    // a long paragraph's headings go over to the next page when none of its lines has room below them
    return (
      level === HEADING_LEVEL &&
      !around.getFollowingNodesOnPage().some((follower) => follower.headlineLevel === BODY_LEVEL)
    );
  };
}

/** Nothing but a total is written before it on its page; nodes that hold others stand on the pages of these. */
function isAlone(node: Node, around: NodeQueries): boolean {
  if ((node.pageNumbers[0] ?? 1) === 1) return false;
  return !around.getPreviousNodesOnPage().some(({ text, style }) => text !== undefined && style !== 'total');
}
