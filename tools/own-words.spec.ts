import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '..');
const OWN = 'tools/own-words.spec.ts';
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== OWN && fs.existsSync(path.join(root, file)))
  .filter(
    (file) => /\.(ts|mjs|cjs|js|json|md|yaml|yml|csv|java|py|sh|xml)$/i.test(file) && file !== 'package-lock.json',
  );

/** Names of texts that are not in the repository, as comments once cited them. */
const OUTSIDE = [
  /\bdomain\.md\b/,
  /\bseed,? [A-J]\d/i,
  /\bseed-map\b/,
  /\b(house|scenarios|peers|between|reliability|ecosystem|stack|style)\.md\b/,
  /(?<!docs\/)(?<!\]\()\barchitecture\.md\b/,
  /(?<!docs\/)(?<!\]\((\.\.\/)?)\bglossary\.md\b/,
  /\bissue \d+\b/i,
  new RegExp('/wor' + 'k/'),
  /\ba reviewer\b/,
];

describe('the project explains itself', () => {
  it.each(OUTSIDE.map((pattern) => [pattern.source, pattern] as const))('cites nothing like %s', (_source, pattern) => {
    const citing = files.flatMap((file) => {
      const lines = fs.readFileSync(path.join(root, file), 'utf8').split('\n');
      return lines.flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : []));
    });
    expect(citing).toEqual([]);
  });

  it('has every page of docs that another page links to', () => {
    const pages = files.filter((file) => file.endsWith('.md'));
    const broken = pages.flatMap((file) => {
      const text = fs.readFileSync(path.join(root, file), 'utf8');
      const links = [...text.matchAll(/\]\(([^)#\s]+)(#[^)]*)?\)/g)].map(([, target = '']) => target);
      return links
        .filter((target) => !/^[a-z]+:/.test(target) && !fs.existsSync(path.join(root, path.dirname(file), target)))
        .map((target) => `${file}: ${target}`);
    });
    expect(broken).toEqual([]);
  });
});
