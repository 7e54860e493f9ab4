import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import type { Role } from '@engsales/http';
import { startSystem, type RunningSystem } from './running-system.js';

const folder = path.join(__dirname, 'api-client');
const generated = path.join(folder, 'generated');
const walkFile = path.join(folder, 'walk.ts');

const generator = path.join(__dirname, '../node_modules/openapi-typescript/bin/cli.js');

/** What has a default need not be said. */
const OPTIONAL_DEFAULTS = ['--default-non-nullable', 'false'];

/** Types for a client, from the document that a service gives out. */
async function generateClient(name: string, baseUrl: string): Promise<void> {
  const document = path.join(generated, `${name}.json`);
  fs.mkdirSync(generated, { recursive: true });
  fs.writeFileSync(document, await (await fetch(`${baseUrl}/openapi.json`)).text());
  const output = path.join(generated, `${name}.ts`);
  execFileSync(process.execPath, [generator, document, '--output', output, ...OPTIONAL_DEFAULTS], { stdio: 'pipe' });
}

/** What the compiler says of the walk with the generated types. */
function complaints(): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    types: [],
    skipLibCheck: true,
  };
  const program = ts.createProgram([walkFile], options);
  return ts.getPreEmitDiagnostics(program).map(({ messageText, file, start = 0 }) => {
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${path.basename(file?.fileName ?? '')}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

interface Walk {
  walk(place: {
    contract: string;
    production: string;
    tokenOf(id: string, role: string): Promise<string>;
  }): Promise<unknown>;
}

describe('a client that was generated from the API documents and knows nothing else', () => {
  let running: RunningSystem;
  beforeAll(async () => (running = await startSystem({ ENGSALES_CLOCK: '2025-03-10T01:00:00Z' })));
  afterAll(async () => {
    await running.stop();
    fs.rmSync(generated, { recursive: true, force: true });
  });

  it('drafts, signs, pays, releases and ships', async () => {
    const { contract = '', production = '' } = running.system.urls;
    await generateClient('contract', contract);
    await generateClient('production', production);
    expect(complaints()).toEqual([]);
    const { walk } = (await import(walkFile)) as Walk;
    const tokenOf = (id: string, role: string) => running.tokenOf(id, [role as Role]);
    expect(await walk({ contract, production, tokenOf })).toEqual({
      contractState: 'IN_EXECUTION',
      paidFen: 3_000_000,
      orderState: 'PRODUCED',
      shipments: ['DISPATCHED'],
    });
  });
});
