import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { Block, HeadingBlock } from './business-document.js';
import { blockContent, heading, paragraph, table } from './pdf-blocks.js';
import { isShort } from './pdf-fit.js';

/** The blocks in order; no heading stands alone at the foot of a page. */
export function flow(blocks: readonly Block[]): Content[] {
  const content: Content[] = [];
  let headings: HeadingBlock[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') headings.push(block);
    else {
      content.push(...section(headings, block));
      headings = [];
    }
  }
  return [...content, ...headings.map((block) => heading(block))];
}

const HEADING_LEVEL = 1;
const BODY_LEVEL = 2;

function section(headings: readonly HeadingBlock[], block: Exclude<Block, HeadingBlock>): Content[] {
  if (headings.length === 0) return blockContent(block);
  // pdfmake keeps a table's head with its first row, and says it again on every page of the table
  if (block.kind === 'table') return [table(block, headings)];
  if (isShort(block)) {
    return [{ unbreakable: true, stack: [...headings.map((one) => heading(one)), ...blockContent(block)] }];
  }
  if (block.kind === 'paragraph') {
    return [...headings.map((one) => heading(one, HEADING_LEVEL)), paragraph(block, BODY_LEVEL)];
  }
  return [...headings.map((one) => heading(one)), ...blockContent(block)];
}

/** Before a long paragraph: its headings go over to the next page when none of its lines has room below them. */
export const pageBreakBefore: TDocumentDefinitions['pageBreakBefore'] = (node, around) =>
  node.headlineLevel === HEADING_LEVEL &&
  !around.getFollowingNodesOnPage().some((follower) => follower.headlineLevel === BODY_LEVEL);
