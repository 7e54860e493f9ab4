import type { Problem } from './problem.js';
import type { ProblemTexts } from './problem-texts.js';

export type Language = 'zh' | 'en';

const LONGEST_REASON = 500;

/**
 * What exactly is wrong this time. Refusals are written in English; in Chinese it is the text of the code and the facts that
 * the refusal names.
 */
export function reasonIn(
  language: Language,
  { reason, details = {} }: Problem,
  texts: ProblemTexts[string] | undefined,
): string | undefined {
  if (reason === undefined || reason === '') return undefined;
  if (language === 'en' || !texts) return shortened(reason);
  const facts = Object.entries(details).flatMap(([name, value]) => {
    const said = factIn(value);
    return said === undefined ? [] : [`${name}：${said}`];
  });
  return shortened(facts.length > 0 ? `${texts.zh}（${facts.join('；')}）` : texts.zh);
}

/** Values and lists of values; what is deeper stands in the details. */
function factIn(value: unknown): string | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!Array.isArray(value) || value.length === 0 || value.length > 10) return undefined;
  const parts = value.map(factIn);
  return parts.every((part) => part !== undefined) ? parts.join('、') : undefined;
}

const shortened = (text: string) => (text.length > LONGEST_REASON ? `${text.slice(0, LONGEST_REASON)}…` : text);
