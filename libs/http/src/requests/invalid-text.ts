import { Rejected } from '@engsales/event-sourcing';
import type { Request } from 'express';

/** Text with U+0000 or half a surrogate pair cannot be stored and read back; it is refused at the edge, where bodies are not deep. */
export function refuseInvalidText(request: Pick<Request, 'body' | 'query' | 'params'>): void {
  for (const [part, value] of [
    ['', request.body],
    ['query', request.query],
    ['path', request.params],
  ] as const) {
    check(value, part === '' ? '' : `/${part}`);
  }
}

function check(value: unknown, pointer: string): void {
  if (typeof value === 'string') {
    if (value.includes('\0') || !value.isWellFormed()) {
      throw new Rejected('INVALID_TEXT', 'text with U+0000 or half a surrogate pair', { pointer });
    }
    return;
  }
  if (value === null || typeof value !== 'object') return;
  for (const [key, inner] of Object.entries(value)) {
    check(key, pointer);
    check(inner, `${pointer}/${key}`);
  }
}
