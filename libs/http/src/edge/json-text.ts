import { Rejected } from '@engsales/event-sourcing';
import { createScanner, parse, type ParseError } from 'jsonc-parser';

const DEEPEST = 32;
/** Values in a body, lists and objects counted too: far more than any request needs. */
const MOST_VALUES = 200_000;
/** Members of one object; the largest request has 25. */
const MOST_MEMBERS = 200;
/** Members that would change what an object inherits, or that readers of objects leave out in silence. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * The value of a JSON text (RFC 8259) in UTF-8. Before it is read as a whole, it is bounded and read for what JSON.parse lets
 * pass in silence: a member that is there twice, and one that would change a prototype.
 * @throws Rejected MALFORMED_JSON, VALIDATION_FAILED
 */
export function parseJsonText(bytes: Buffer): unknown {
  const text = textOf(bytes);
  if (text.trim() === '') return {};
  refuseUnsafe(text);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw malformed(text, faultIn(text));
  }
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Rejected('MALFORMED_JSON', 'the body is not UTF-8');
  }
}

/** One pass over the tokens; depth costs no stack. */
function refuseUnsafe(text: string): void {
  const scanner = createScanner(text, true);
  const watch = new StructureWatch();
  for (;;) {
    scanner.scan();
    const offset = scanner.getTokenOffset();
    const sign = text[offset];
    if (sign === undefined) return;
    const fault = watch.see(sign, () => scanner.getTokenValue());
    if (fault) throw new Rejected(fault.code, fault.message, { ...placeOf(text, offset), ...fault.details });
  }
}

type Fault = Pick<Rejected, 'code' | 'message' | 'details'>;

/** Which member, and how deep: by the first sign of each token. */
class StructureWatch {
  /** Open objects with their members so far, and open lists. */
  private readonly open: { readonly members: Set<string> | undefined; expectsMember: boolean }[] = [];
  private values = 0;

  see(sign: string, textOfToken: () => string): Fault | undefined {
    const level = this.open.at(-1);
    if (sign === '}' || sign === ']') this.open.pop();
    if (sign === ',' && level) level.expectsMember = true;
    if ('}],:'.includes(sign)) return undefined;
    if (sign === '"' && level?.members && level.expectsMember) {
      level.expectsMember = false;
      return memberFault(textOfToken(), level.members);
    }
    return this.begin(sign);
  }

  private begin(sign: string): Fault | undefined {
    this.values += 1;
    if (this.values > MOST_VALUES) return tooLarge(`the request has more than ${MOST_VALUES} values`);
    if (sign !== '{' && sign !== '[') return undefined;
    if (this.open.length >= DEEPEST) return tooLarge(`nested deeper than ${DEEPEST} levels`);
    this.open.push({ members: sign === '{' ? new Set() : undefined, expectsMember: true });
    return undefined;
  }
}

function memberFault(name: string, members: Set<string>): Fault | undefined {
  const member = name.slice(0, 64);
  if (FORBIDDEN.has(name)) return malformedBy(`a member is called ${name}`, member);
  if (members.has(name)) return malformedBy(`the member ${member} is there twice`, member);
  members.add(name);
  return members.size > MOST_MEMBERS ? tooLarge(`an object has more than ${MOST_MEMBERS} members`) : undefined;
}

const malformedBy = (message: string, member: string): Fault => ({
  code: 'MALFORMED_JSON',
  message,
  details: { member },
});
const tooLarge = (message: string): Fault => ({ code: 'VALIDATION_FAILED', message, details: {} });

/** Where the text stops being JSON. */
function faultIn(text: string): number {
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  return errors[0]?.offset ?? text.length;
}

function malformed(text: string, offset: number): Rejected {
  const place = placeOf(text, offset);
  const where = offset >= text.trimEnd().length ? 'ends too early' : 'is not JSON';
  return new Rejected('MALFORMED_JSON', `the body ${where} at line ${place.line}, column ${place.column}`, place);
}

/** As editors count: both from 1. */
function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
