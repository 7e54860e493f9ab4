import { SaxesParser } from 'saxes';

export type Attributes = Readonly<Record<string, string>>;

/** Names come without the prefix of their namespace, which every program chooses for itself. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Gives what the handler takes out of the text, while it is still being read. */
export async function* readXml<T>(
  chunks: AsyncIterable<string>,
  handlerOf: (give: (item: T) => void) => XmlHandler,
): AsyncGenerator<T> {
  const found: T[] = [];
  const handler = handlerOf((item) => found.push(item));
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => handler.open(localName(name), attributes));
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  parser.on('closetag', ({ name }) => handler.close?.(localName(name)));
  for await (const chunk of chunks) {
    parser.write(chunk);
    yield* found.splice(0);
  }
  parser.close();
  yield* found;
}

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** An attribute by its name without prefix (`r:id`). */
export const attribute = (attributes: Attributes, name: string): string | undefined =>
  Object.entries(attributes).find(([key]) => localName(key) === name)?.[1];

export const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true';
