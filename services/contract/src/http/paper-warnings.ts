/** Tells with a paper what must be known before it is used; a list of RFC 8941. */
export const PAPER_WARNINGS_HEADER = 'X-Paper-Warnings';

/** Codes beyond these are only counted: a header has little room. */
const MOST_CODES = 50;

/** The header in OpenAPI. */
export const PAPER_WARNINGS = {
  [PAPER_WARNINGS_HEADER]: {
    description:
      'What must be known before the paper is used, as a list (RFC 8941); there only where something is. ' +
      'COMPANY_NOT_CONFIGURED: facts of our own company (COMPANY_...) are not configured, the paper must not be stamped. ' +
      'GLYPHS_MISSING;codes="U+20BB7 U+1F600": signs that the font of a PDF lacks; each stands there by its usual form, ' +
      'or in a box by its code; at most 50 are named, `more` counts the others.',
    schema: { type: 'string' as const, example: 'COMPANY_NOT_CONFIGURED, GLYPHS_MISSING;codes="U+20BB7"' },
  },
};

export function paperWarnings(paper: { isConfigured: boolean; missingGlyphs: readonly string[] }): string {
  const { isConfigured, missingGlyphs } = paper;
  const more = missingGlyphs.length - MOST_CODES;
  const codes = `GLYPHS_MISSING;codes="${missingGlyphs.slice(0, MOST_CODES).join(' ')}"${more > 0 ? `;more=${more}` : ''}`;
  return [...(isConfigured ? [] : ['COMPANY_NOT_CONFIGURED']), ...(missingGlyphs.length > 0 ? [codes] : [])].join(', ');
}
