import { z } from 'zod';
import type { VariableDescription } from './variable-description.js';

/** One number that a company settles for itself. */
export interface SettingDefinition {
  readonly variable: string;
  readonly fallback: number;
  readonly most: number;
  /** Fractions too, such as half an hour. */
  readonly fractions?: boolean;
  readonly meaning: string;
}

/** The name under which deciders find it -> where it comes from. */
export type SettingDefinitions = Readonly<Record<string, SettingDefinition>>;

/** Values by name beside all that is wrong with them; nothing is less than 0. */
export function readSettings(definitions: SettingDefinitions, env: Readonly<Record<string, string | undefined>>) {
  const problems: string[] = [];
  const settings = Object.entries(definitions).map(([name, { variable, fallback, most, fractions }]) => {
    const written = z
      .string()
      .regex(/^\d+(\.\d+)?$/, 'a decimal number')
      .transform(Number);
    const number = z.number().max(most);
    const parsed = written.pipe(fractions ? number : number.int()).safeParse(env[variable] ?? String(fallback));
    if (!parsed.success) problems.push(`${variable}: ${parsed.error.issues[0]?.message}`);
    return [name, parsed.data ?? fallback] as const;
  });
  return { settings: Object.fromEntries(settings), problems };
}

export function describeSettings(definitions: SettingDefinitions): VariableDescription[] {
  return Object.values(definitions).map(({ variable, fallback, meaning }) => {
    return { name: variable, fallback: String(fallback), meaning };
  });
}
