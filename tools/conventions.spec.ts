import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { COMMON_PROBLEMS } from '@engsales/http';
import { describeSettings, describeTexts, describeVariables } from '@engsales/service';
import { AftersalesModule } from '@engsales/aftersales';
import { ContractModule } from '@engsales/contract';
import { LeadModule } from '@engsales/lead';
import { ProductionModule } from '@engsales/production';
import { TenderModule } from '@engsales/tender';

const root = path.resolve(__dirname, '..');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file && fs.existsSync(path.join(root, file)));
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');
const sources = files.filter(
  (file) =>
    /^(services|libs|apps|stories\/walk-p1)\/.*\.ts$/.test(file) &&
    !/spec\.ts$|\.fixtures\.ts$|\.conformance\.ts$|\.walk\.ts$|\/test\//.test(file),
);
const definitions = [LeadModule, TenderModule, ContractModule, ProductionModule, AftersalesModule].map(
  (module) => module.service,
);

describe('the shape of the repository', () => {
  it('has no source file over 250 lines, and a median of at most 70', () => {
    const sizes = sources.map((file) => [read(file).split('\n').length - 1, file] as const).sort((a, b) => a[0] - b[0]);
    expect(sizes.filter(([lines]) => lines > 250)).toEqual([]);
    expect(sizes[Math.floor(sizes.length / 2)]?.[0]).toBeLessThanOrEqual(70);
    expect(sizes[Math.floor(sizes.length * 0.9)]?.[0]).toBeLessThanOrEqual(150);
  });

  it('has no folder that says nothing, and no barrel inside a service', () => {
    expect(files.filter((file) => /\/(impl|handlers|common|utils?|shared|helpers?|managers?)\//.test(file))).toEqual(
      [],
    );
    expect(files.filter((file) => /^services\/.*\/index\.ts$/.test(file))).toEqual([]);
  });

  it('names no registry host and no path of one machine', () => {
    const host = new RegExp(['registry\\.npm' + 'js', 'repo1?\\.maven', 'deb\\.debian', '/wor' + 'k/main'].join('|'));
    expect(files.filter((file) => /\.(ts|mjs|cjs|json|md|yaml|sh)$/.test(file) && host.test(read(file)))).toEqual([]);
  });

  it('has a README of at most 40 lines in every lib', () => {
    const libs = fs.readdirSync(path.join(root, 'libs'));
    expect(libs.filter((lib) => !files.includes(`libs/${lib}/README.md`))).toEqual([]);
    expect(libs.filter((lib) => read(`libs/${lib}/README.md`).split('\n').length > 40)).toEqual([]);
  });

  it('skips no test and focuses none', () => {
    const tests = files.filter((file) => /(spec|story)\.ts$/.test(file) && file !== 'tools/conventions.spec.ts');
    expect(
      tests.filter((file) => /\b(it|test|describe)\.(skip|only|todo)\b|\bx(it|describe)\(/.test(read(file))),
    ).toEqual([]);
  });
});

describe('names and codes', () => {
  it('give every aggregate a camelCase category of its own over all services', () => {
    const categories = definitions.flatMap((d) => [
      ...d.deciders.map((entry) => entry.aggregate.category),
      `${d.name}Audit`,
    ]);
    expect(categories.filter((c) => !/^[a-z][A-Za-z]*$/.test(c))).toEqual([]);
    expect(new Set(categories).size).toBe(categories.length);
  });

  it('give every reaction a name of its own', () => {
    const names = definitions.flatMap((d) => d.reactions.map((reaction) => reaction.name));
    expect(new Set(names).size).toBe(names.length);
  });

  it('have a Chinese and an English text for every refusal that a service can give', () => {
    for (const definition of definitions) {
      const own = sources
        .filter((file) => file.startsWith(`services/${definition.name}/src`))
        .map(read)
        .join('\n');
      const thrown = /(?:new Rejected\(\s*|\bended: .*code: |\botherwise: .*)'([A-Z]+(?:_[A-Z0-9]+)*)'/g;
      const codes = [...own.matchAll(thrown)].map((match) => match[1] ?? '');
      if (definition.deciders.length > 0) expect(codes.length).toBeGreaterThan(20);
      const untold = codes.filter((code) => !(code in definition.problems) && !(code in COMMON_PROBLEMS));
      expect([definition.name, untold]).toEqual([definition.name, []]);
    }
  });

  it('are the class names of the commands, literally', () => {
    const commands = definitions.flatMap((d) => d.deciders.flatMap((entry) => entry.aggregate.commands));
    expect(commands.length).toBeGreaterThanOrEqual(40);
    for (const command of commands)
      expect(new (command as never as new () => { type: string })().type).toBe(command.name);
  });
});

describe('docs/configuration.md', () => {
  it('names every environment variable with its default', () => {
    const text = read('docs/configuration.md');
    const settings = definitions.flatMap((service) => describeSettings(service.settings ?? {}));
    const texts = definitions.flatMap((service) => describeTexts(service.texts ?? {}));
    const missing = [...describeVariables(), ...settings, ...texts].filter(
      ({ name, fallback }) => !text.includes(`\`${name}\``) || (fallback && !text.includes(`\`${fallback}\``)),
    );
    expect(missing.map((variable) => variable.name)).toEqual([]);
  });
});
