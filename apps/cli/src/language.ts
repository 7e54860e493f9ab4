import { EN, ZH, type Texts } from './texts.js';

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Of `--lang`, else of the locale; Chinese unless that is English. */
export function languageOf(env: NodeJS.ProcessEnv, args: readonly string[] = []): Language {
  const said = /^--lang(?:=| )(zh|en)$/;
  const given = args.map((arg, i) => said.exec(arg) ?? said.exec(`${arg} ${args[i + 1]}`)).find((match) => match)?.[1];
  if (given) return given as Language;
  return (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').startsWith('en') ? 'en' : 'zh';
}

export const textsOf = (language: Language): Texts => (language === 'en' ? EN : ZH);
