import { Rejected } from '@engsales/event-sourcing';
import type { Request } from 'express';

const DEEPEST = 32;

/** Text with U+0000 or half a surrogate pair cannot be stored and read back; it is refused at the edge. */
export function refuseInvalidText(request: Pick<Request, 'body' | 'query' | 'params'>): void {
  for (const [part, value] of [
    ['', request.body],
    ['query', request.query],
    ['path', request.params],
  ] as const) {
    check(value, part === '' ? '' : `/${part}`, 0);
  }
}

function check(value: unknown, pointer: string, depth: number): void {
  if (typeof value === 'string') {
    if (value.includes('\0') || !value.isWellFormed()) {
      throw new Rejected('INVALID_TEXT', 'text with U+0000 or half a surrogate pair', { pointer });
    }
    return;
  }
  if (value === null || typeof value !== 'object') return;
  if (depth >= DEEPEST) throw new Rejected('VALIDATION_FAILED', `nested deeper than ${DEEPEST} levels`, { pointer });
  for (const [key, inner] of Object.entries(value)) {
    check(key, pointer, depth);
    check(inner, `${pointer}/${key}`, depth + 1);
  }
}
