import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findReach, serviceFiles } from './reach.mjs';

const root = path.resolve(__dirname, '..');

describe('npm run reach', () => {
  const files = new Map([
    ['services/x/src/domain/a.commands.ts', 'class RecordReceipt implements Command {}'],
    ['services/x/src/domain/a.ts', 'function recordReceipt() { return { type: "ReceiptRecorded" }; }'],
    ['services/x/src/http/a.requests.ts', 'class RecordReceiptRequest {}'],
    ['services/x/src/http/b.ts', 'class RecordReceipts {}; const unrecordReceipt = 1;'],
    ['services/x/src/read-models/c.ts', 'on: { ReceiptRecorded: apply }'],
    ['services/x/src/domain/a.spec.ts', 'new RecordReceipt()'],
    ['services/x/src/domain/a.fixtures.ts', 'new RecordReceipt()'],
    ['services/x/src/domain/a.walk.ts', 'ReceiptRecorded'],
    ['services/x/test/d.ts', 'RecordReceipt'],
  ]);

  it('finds the files that name a command, and beyond those the ones that name its event', () => {
    expect(findReach('RecordReceipt', ['ReceiptRecorded'], files)).toEqual({
      command: {
        sources: [
          'services/x/src/domain/a.commands.ts',
          'services/x/src/domain/a.ts',
          'services/x/src/http/a.requests.ts',
        ],
        tests: ['services/x/src/domain/a.fixtures.ts', 'services/x/src/domain/a.spec.ts', 'services/x/test/d.ts'],
        folders: ['services/x/src/domain', 'services/x/src/http'],
      },
      events: {
        sources: ['services/x/src/read-models/c.ts'],
        tests: ['services/x/src/domain/a.walk.ts'],
        folders: ['services/x/src/read-models'],
      },
      together: expect.objectContaining({
        folders: ['services/x/src/domain', 'services/x/src/http', 'services/x/src/read-models'],
      }),
    });
  });

  it('reads the files of the services', () => {
    const read = serviceFiles(root);
    expect(read.get('services/lead/src/lead.module.ts')).toContain('class LeadModule');
    expect([...read.keys()].filter((file) => !file.startsWith('services/'))).toEqual([]);
  });

  it('says how it is used', () => {
    const help = execFileSync(process.execPath, [path.join(root, 'tools/reach.mjs'), '--help'], { encoding: 'utf8' });
    expect(help).toContain('npm run reach -- <Command> [Event ...]');
  });
});

describe('what a command costs', () => {
  const [, files = '', folders = ''] =
    /at most (\d) source files in (\d) folders/.exec(readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8')) ?? [];
  const services = serviceFiles(root);

  it.each([
    ['RecordNegotiationRound', 'NegotiationRoundRecorded'],
    ['RecordInstallation', 'InstallationRecorded'],
    ['RecordSupplierPayment', 'SupplierPaymentRecorded'],
    ['SubmitExecutionForm', 'ExecutionFormSubmitted'],
    ['SuperviseStep', 'StepSupervised'],
    ['WithdrawCallOff', 'CallOffWithdrawn'],
    ['RecordCustomerApproval', 'CustomerApprovalRecorded'],
  ])('%s with %s stands in no more files and folders than CONTRIBUTING says', (command, event) => {
    const { sources, folders: inFolders } = findReach(command, [event], services).together;
    expect(sources.length).toBeGreaterThanOrEqual(3);
    expect(sources.length).toBeLessThanOrEqual(Number(files));
    expect(inFolders.length).toBeLessThanOrEqual(Number(folders));
  });

  it('is three source files in two folders for most commands alone', () => {
    const commands = [...services]
      .filter(([file]) => file.endsWith('.commands.ts'))
      .flatMap(([, text]) =>
        [...text.matchAll(/^export class (\w+) extends CommandTo/gm)].map(([, name = '']) => name),
      );
    const reaches = commands.map((command) => findReach(command, [], services).command);
    const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
    expect(commands.length).toBeGreaterThan(80);
    expect(median(reaches.map(({ sources }) => sources.length))).toBeLessThanOrEqual(3);
    expect(median(reaches.map(({ folders: inFolders }) => inFolders.length))).toBeLessThanOrEqual(2);
  });
});
