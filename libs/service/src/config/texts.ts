import type { VariableDescription } from './variable-description.js';

/** One text that a company says of itself, such as its name on papers. */
export interface TextDefinition {
  readonly variable: string;
  /** Signs at most. */
  readonly most: number;
  readonly meaning: string;
  /** The text in its usual spelling; as it is written unless told. */
  readonly spell?: (text: string) => string;
  /** What is wrong with a text, or nothing. */
  readonly fault?: (text: string) => string | undefined;
}

/** The name under which the service finds it -> where it comes from. */
export type TextDefinitions = Readonly<Record<string, TextDefinition>>;

/** Texts by name; one that is not configured is not there. */
export type Texts = Readonly<Record<string, string | undefined>>;

const CONTROL = /\p{Cc}/u;

/** Texts by name beside all that is wrong with them; blank is not configured. */
export function readTexts(definitions: TextDefinitions, env: Readonly<Record<string, string | undefined>>) {
  const problems: string[] = [];
  const texts = Object.entries(definitions).map(([name, { variable, most, spell, fault }]) => {
    const written = (env[variable] ?? '').trim();
    const text = spell ? spell(written) : written;
    if (text === '') return [name, undefined] as const;
    const wrong = basicFault(text, most) ?? fault?.(text);
    if (wrong !== undefined) problems.push(`${variable}: ${wrong}`);
    return [name, text] as const;
  });
  return { texts: Object.fromEntries(texts), problems };
}

function basicFault(text: string, most: number): string | undefined {
  if (CONTROL.test(text)) return 'one line, without control signs';
  return [...text].length > most ? `at most ${most} signs` : undefined;
}

export function describeTexts(definitions: TextDefinitions): VariableDescription[] {
  return Object.values(definitions).map(({ variable, meaning }) => ({ name: variable, fallback: '', meaning }));
}
