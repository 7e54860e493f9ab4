import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '..');
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file && fs.existsSync(path.join(root, file)));

const books = files.filter((file) => /^docs\/rules\/[a-z]+\.md$/.test(file));
const LETTERS: Readonly<Record<string, string>> = {
  C: 'contract',
  P: 'production',
  L: 'lead',
  T: 'tender',
  A: 'aftersales',
};

interface Rule {
  readonly id: string;
  readonly book: string;
  readonly text: string;
}

const rules = books.flatMap((book): Rule[] =>
  [...read(book).matchAll(/^\*\*([A-Z]-\d{2,3})\*\* (.+)$/gm)].map(([, id = '', text = '']) => ({ id, book, text })),
);
const known = new Set(rules.map(({ id }) => id));

/** A rule is cited as C-12: in a comment, in the title of a test. Not a part of a longer word such as HT-C-12 or PC-12. */
const CITED = /(?<![A-Za-z0-9_-])[CPLTA]-\d{2,3}(?![\d-])/g;
const code = files.filter((file) => /^(services|libs|stories|apps)\/.*\.(ts|mjs)$/.test(file));
const proofs = code.filter((file) => /(spec|story|scenarios)\.ts$/.test(file));
const citedIn = (file: string) => (read(file).match(CITED) ?? []).map((id) => [id, file] as const);

describe('the rule books', () => {
  it('have a rule behind every id that code cites', () => {
    expect(code.flatMap(citedIn).filter(([id]) => !known.has(id))).toEqual([]);
  });

  it('have a test or a story that cites each of their rules', () => {
    const proven = new Set(proofs.flatMap(citedIn).map(([id]) => id));
    expect(rules.filter(({ id }) => !proven.has(id)).map(({ id, text }) => `${id} ${text}`)).toEqual([]);
  });

  it('give every id once, with the letter of its book', () => {
    for (const book of books) {
      const own = rules.filter((rule) => rule.book === book).map(({ id }) => id);
      expect([book, new Set(own).size, own.length > 0]).toEqual([book, own.length, true]);
      expect(own.map((id) => LETTERS[id.charAt(0)])).toEqual(own.map(() => path.basename(book, '.md')));
    }
  });

  it('name only refusals that a service has a text for', () => {
    const texts = files
      .filter((file) => /^(services\/\w+|libs\/\w+)\/src\/(http|problems)\/(refusals|problem-texts)\.ts$/.test(file))
      .map(read)
      .join('\n');
    const named = rules.flatMap(({ id, text }) => {
      const codes =
        text.match(/(?<=Refused with ).*?(?=\. Scenario|\. Source|\.$)/)?.[0].match(/[A-Z][A-Z0-9_]+/g) ?? [];
      return codes.map((refusal) => [id, refusal] as const);
    });
    expect(named.filter(([, refusal]) => !new RegExp(`\\b${refusal}\\b`).test(texts))).toEqual([]);
  });

  it('name only scenarios and source documents that docs/rules/README.md describes', () => {
    const page = read('docs/rules/README.md');
    const told = new Set([...page.matchAll(/^\| (S\d{2}[ab]?|[A-J]) \|/gm)].map(([, id]) => id));
    const named = rules.flatMap(({ id, text }) => {
      const found = [...text.matchAll(/(?:Scenario|Source) (S\d{2}[ab]?|[A-J])\./g)];
      return found.map(([, what]) => [id, what] as const);
    });
    expect(named.filter(([, what]) => !told.has(what))).toEqual([]);
    expect(named.length).toBeGreaterThan(40);
  });
});
