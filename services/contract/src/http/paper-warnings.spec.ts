import { paperWarnings } from './paper-warnings.js';

describe('the warnings of a paper (C-121, C-126)', () => {
  it('are a list, empty where there is nothing to tell', () => {
    expect(paperWarnings({ isConfigured: true, missingGlyphs: [] })).toBe('');
    expect(paperWarnings({ isConfigured: false, missingGlyphs: [] })).toBe('COMPANY_NOT_CONFIGURED');
    expect(paperWarnings({ isConfigured: true, missingGlyphs: ['U+20BB7', 'U+1F600'] })).toBe(
      'GLYPHS_MISSING;codes="U+20BB7 U+1F600"',
    );
    expect(paperWarnings({ isConfigured: false, missingGlyphs: ['U+20BB7'] })).toBe(
      'COMPANY_NOT_CONFIGURED, GLYPHS_MISSING;codes="U+20BB7"',
    );
  });

  it('name fifty signs and count the others', () => {
    const missingGlyphs = Array.from({ length: 53 }, (_, index) => `U+${(0x2a700 + index).toString(16).toUpperCase()}`);
    const warnings = paperWarnings({ isConfigured: true, missingGlyphs });
    expect(warnings).toMatch(/ U\+2A731";more=3$/);
    expect(warnings.match(/U\+/g)).toHaveLength(50);
  });
});
