import type { Block, BusinessDocument } from './business-document.js';

type Change = (text: string) => string;

/** The document with each of its texts changed in the same way. */
export function mapTexts(document: BusinessDocument, change: Change): BusinessDocument {
  const { title, subtitle, number, generatedOn, blocks, footer } = document;
  const maybe = (text?: string) => (text === undefined ? undefined : change(text));
  return {
    title: change(title),
    subtitle: maybe(subtitle),
    number: maybe(number),
    generatedOn: maybe(generatedOn),
    blocks: blocks.map((block) => mapBlock(block, change)),
    footer: maybe(footer),
  };
}

function mapBlock(block: Block, change: Change): Block {
  switch (block.kind) {
    case 'heading':
    case 'notice':
      return { kind: block.kind, text: change(block.text) };
    case 'paragraph':
      return { kind: 'paragraph', text: change(block.text), strong: block.strong };
    case 'facts': {
      const facts = block.facts.map(({ label, value, wide }) => {
        return { label: change(label), value: change(value), wide };
      });
      return { kind: 'facts', columns: block.columns, facts };
    }
    case 'table':
      return {
        kind: 'table',
        columns: block.columns.map(({ heading, align, width }) => ({ heading: change(heading), align, width })),
        rows: block.rows.map((row) => row.map(change)),
        total: block.total?.map(change),
        empty: block.empty === undefined ? undefined : change(block.empty),
      };
    case 'signatures': {
      const parties = block.parties.map(({ name, lines }) => ({ name: change(name), lines: lines.map(change) }));
      return { kind: 'signatures', parties };
    }
  }
}
