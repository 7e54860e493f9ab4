import { readTexts } from '@engsales/service';
import { importOpenUntil, importTexts } from './import-window.js';

const open = (variable: string | undefined, embedded: boolean) =>
  importOpenUntil({ texts: readTexts(importTexts, { CONTRACT_IMPORT_UNTIL: variable }).texts, embedded });

describe('the opening import (C-115)', () => {
  it('is open until the day that is configured, in every profile', () => {
    expect(open('2025-12-31', false)).toBe('2025-12-31');
    expect(open('2025-12-31', true)).toBe('2025-12-31');
  });
  it('is else always open in the embedded profile, and never elsewhere', () => {
    expect(open(undefined, true)).toBeUndefined();
    expect(open('', false)).toBeNull();
  });
  it.each(['2025-02-30', 'soon', '20251231', '2025-1-1'])('does not end on %s', (text) =>
    expect(readTexts(importTexts, { CONTRACT_IMPORT_UNTIL: text }).problems).toEqual([
      'CONTRACT_IMPORT_UNTIL: a day such as 2025-12-31',
    ]),
  );
});
