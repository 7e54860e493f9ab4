/** What the value of a record may hold at most. A payload of ours has at most six levels and some thousand values. */
export const VALUE_LIMITS = { bytes: 2_097_152, depth: 32, values: 200_000 } as const;

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/** What is too much about a JSON text, looked at before anything parses it, without recursion; undefined when nothing is. */
export function excessIn(json: string): string | undefined {
  let depth = 0;
  let values = 1;
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (code === QUOTE) at = endOfText(json, at);
    else if (code === COMMA) values += 1;
    else if (CLOSING.has(code)) depth -= 1;
    else if (OPENING.has(code)) {
      depth += 1;
      values += 1;
      if (depth > VALUE_LIMITS.depth) return `the value is nested deeper than ${VALUE_LIMITS.depth} levels`;
    }
    if (values > VALUE_LIMITS.values) return `the value holds more than ${VALUE_LIMITS.values} values`;
  }
  return undefined;
}

/** Where the text that begins with the quote at `from` ends. */
function endOfText(json: string, from: number): number {
  let at = from + 1;
  while (at < json.length && json.charCodeAt(at) !== QUOTE) at += json.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at;
}
