import { CommandExecutor, fold, MemoryEventStore, type Command, type CommandResult } from '@engsales/event-sourcing';
import { issued } from '@engsales/event-sourcing/testing';
import { aDocument, CONTRACT_ID, PROJECT_ID, SIGNATORIES } from '../domain/contract/contract.fixtures.js';
import { contract } from '../domain/contract/contract.js';
import type { ContractCommand } from '../domain/contract/contract.commands.js';
import { IMPORT } from '../domain/contract/contract.walk.js';
import {
  AbandonContract,
  ApproveContract,
  DraftContract,
  SubmitForApproval,
} from '../domain/contract/drafting/drafting.commands.js';
import { ImportContract } from '../domain/contract/importing/importing.commands.js';
import { SignContract } from '../domain/contract/signing/signing.commands.js';
import { contractNumber } from '../domain/numbers/numbers.js';
import { LogDunning } from '../domain/dunning/dunning.js';
import type { ServiceRuntime } from '@engsales/service';
import { ImportContractHandler } from './import-contract.handler.js';
import { LogDunningHandler } from './log-dunning.handler.js';
import { SignContractHandler } from './sign-contract.handler.js';

const RIVAL_ID = '0d8f9a44-9e1a-4c3b-8f2e-6c0a4a7b9c03';
const NO = 'HT-2025-0031';

const runtime = { config: { texts: {}, embedded: true } } as unknown as ServiceRuntime;
let executor: CommandExecutor;
let commands = 0;
beforeEach(() => {
  executor = new CommandExecutor(new MemoryEventStore());
});

const by = (id: string, dryRun = false) => {
  commands += 1;
  const commandId = `00000000-0000-4000-8000-${String(commands).padStart(12, '0')}`;
  return issued({ commandId, by: { id, role: 'COMMERCE' }, dryRun });
};
const run = (command: Command) => executor.execute(contract, command as ContractCommand);
const codeOf = (work: Promise<CommandResult>) =>
  work.then(
    () => 'accepted',
    (error: unknown) => (error as { code: string }).code,
  );
const typesOf = ({ events }: CommandResult) => events.map((event) => event.type);

async function draft(contractId = CONTRACT_ID) {
  await run(new DraftContract({ contractId, projectId: PROJECT_ID, document: aDocument() }, by('li-na')));
}
async function approve(contractId = CONTRACT_ID) {
  await draft(contractId);
  await run(new SubmitForApproval({ contractId }, by('li-na')));
  await run(new ApproveContract({ contractId }, by('wang')));
}
const signature = { contractNo: NO, signedOn: '2025-03-10', signatories: SIGNATORIES, scanRef: 'scan-1' };
const sign = (changes: Partial<SignContract['data']> = {}, dryRun = false) =>
  new SignContractHandler(executor).execute(
    new SignContract({ contractId: CONTRACT_ID, ...signature, ...changes }, by('sun-li', dryRun)),
  );
const importIt = (changes: Partial<ImportContract['data']> = {}, dryRun = false) =>
  new ImportContractHandler(executor, runtime).execute(
    new ImportContract({ contractId: CONTRACT_ID, ...IMPORT, ...changes }, by('sun-li', dryRun)),
  );
async function holderOf(contractNo: string): Promise<string> {
  const stream = `contractNumber-${contractNumber.idFor(contractNo)}`;
  const number = fold(contractNumber, await executor.store.readStream(stream));
  return number.state === 'HELD' ? number.heldBy : 'nobody';
}
const stateOf = async (contractId: string) =>
  fold(contract, await executor.store.readStream(`contract-${contractId}`)).state;

describe('who signs a contract', () => {
  beforeEach(() => approve());

  it('gets the number for it (C-31, C-32)', async () => {
    expect(typesOf(await sign())).toEqual(['ContractSigned', 'PaymentMilestoneDue']);
    expect([await holderOf(NO), await stateOf(CONTRACT_ID)]).toEqual([CONTRACT_ID, 'SIGNED']);
  });
  it('may only try: then nothing is signed and no number held (C-32)', async () => {
    expect(typesOf(await sign({}, true))).toEqual(['ContractSigned', 'PaymentMilestoneDue']);
    expect([await holderOf(NO), await stateOf(CONTRACT_ID)]).toEqual(['nobody', 'APPROVED']);
  });
  it('holds no number when the signature is refused (C-32)', async () => {
    expect(await codeOf(sign({ signedOn: '2025-03-09' }))).toBe('SIGNING_DATE_INVALID');
    expect(await holderOf(NO)).toBe('nobody');
  });
  it('is refused a number that another contract was signed under, however it is written (C-31)', async () => {
    await approve(RIVAL_ID);
    await sign({ contractId: RIVAL_ID });
    expect(await codeOf(sign({ contractNo: 'ht－2025－0031' }))).toBe('DUPLICATE_CONTRACT_NO');
    expect([await holderOf(NO), await stateOf(CONTRACT_ID)]).toEqual([RIVAL_ID, 'APPROVED']);
  });
  it('is refused it in a trial too (C-31)', async () => {
    await approve(RIVAL_ID);
    await sign({ contractId: RIVAL_ID });
    expect(await codeOf(sign({}, true))).toBe('DUPLICATE_CONTRACT_NO');
  });
  it('is told that the contract was signed already, and keeps its number (C-31)', async () => {
    await sign();
    expect(await codeOf(sign({ contractNo: 'HT-2025-0032' }))).toBe('INVALID_TRANSITION');
    expect([await holderOf(NO), await holderOf('HT-2025-0032')]).toEqual([CONTRACT_ID, 'nobody']);
  });
});

describe('a number that is held without a signature', () => {
  /** As after a crash between the reservation and the signature. */
  const reserveFor = async (contractId: string) => {
    await approve(contractId);
    const { store } = executor;
    const data = { value: NO, heldBy: contractId, at: '2025-03-10T01:00:00.000Z' };
    await store.append(`contractNumber-${contractNumber.idFor(NO)}`, -1, [
      { id: '00000000-0000-4000-9000-000000000001', type: 'ContractNumberReserved', data, metadata: {} as never },
    ]);
  };

  it('is found by the retry of its contract (C-32)', async () => {
    await reserveFor(CONTRACT_ID);
    expect(await codeOf(sign())).toBe('accepted');
    expect(await holderOf(NO)).toBe(CONTRACT_ID);
  });
  it('is not given to another contract while its holder may still be signed (C-32)', async () => {
    await reserveFor(RIVAL_ID);
    await approve();
    expect(await codeOf(sign())).toBe('DUPLICATE_CONTRACT_NO');
  });
  it('is free again once its holder was abandoned (C-33)', async () => {
    await reserveFor(RIVAL_ID);
    await run(new AbandonContract({ contractId: RIVAL_ID, reason: '业主撤项' }, by('li-na')));
    await approve();
    expect(await codeOf(sign())).toBe('accepted');
    expect(await holderOf(NO)).toBe(CONTRACT_ID);
  });
  it('is free again once its holder was signed under another (C-33)', async () => {
    await reserveFor(RIVAL_ID);
    await sign({ contractId: RIVAL_ID, contractNo: 'HT-2025-0099' });
    await approve();
    expect(await codeOf(sign())).toBe('accepted');
    expect([await holderOf(NO), await holderOf('HT-2025-0099')]).toEqual([CONTRACT_ID, RIVAL_ID]);
  });
});

describe('who imports a contract', () => {
  it('gets its number for it (C-31, C-78)', async () => {
    expect(typesOf(await importIt())).toEqual(['ContractImported']);
    expect([await holderOf('HT-2024-0117'), await stateOf(CONTRACT_ID)]).toEqual([CONTRACT_ID, 'IN_EXECUTION']);
  });
  it('may only try: then nothing is recorded and no number held (C-32)', async () => {
    expect(typesOf(await importIt({}, true))).toEqual(['ContractImported']);
    expect([await holderOf('HT-2024-0117'), await stateOf(CONTRACT_ID)]).toEqual(['nobody', 'NONE']);
  });
  it('holds no number when the import is refused (C-32, C-79)', async () => {
    expect(await codeOf(importIt({ signedOn: '2025-03-11' }))).toBe('SIGNING_DATE_INVALID');
    expect(await holderOf('HT-2024-0117')).toBe('nobody');
  });
  it('is refused the number of a signed contract (C-31, C-79)', async () => {
    await approve(RIVAL_ID);
    await sign({ contractId: RIVAL_ID });
    expect(await codeOf(importIt({ contractNo: NO }))).toBe('DUPLICATE_CONTRACT_NO');
    expect(await stateOf(CONTRACT_ID)).toBe('NONE');
  });
  it('is refused a contract that is there (C-01)', async () => {
    await importIt();
    expect(await codeOf(importIt())).toBe('DUPLICATE_CONTRACT');
  });
});

describe('who duns for a contract', () => {
  const log = (changes: Partial<LogDunning['data']> = {}) =>
    new LogDunningHandler(executor).execute(
      new LogDunning({ contractId: CONTRACT_ID, channel: 'PHONE', ...changes }, by('sun-li')),
    );

  it('is refused where there is none (C-82)', async () => expect(await codeOf(log())).toBe('NOT_FOUND'));
  it('is refused before the signature (C-82)', async () => {
    await approve();
    expect(await codeOf(log())).toBe('INVALID_TRANSITION');
  });
  it('is told that it has ended where it was abandoned (C-77)', async () => {
    await approve();
    await run(new AbandonContract({ contractId: CONTRACT_ID, reason: '业主撤项' }, by('li-na')));
    expect(await codeOf(log())).toBe('CONTRACT_ENDED');
  });
  it('is believed about what was said, not about the contract (C-82)', async () => {
    await importIt();
    const lie = { projectId: 'x', milestoneIds: ['M9'] };
    expect((await log({ milestoneIds: ['M2'], contract: lie })).events[0]?.data).toEqual({
      contractId: CONTRACT_ID,
      projectId: PROJECT_ID,
      no: 1,
      channel: 'PHONE',
      milestoneIds: ['M2'],
      loggedBy: 'sun-li',
      loggedOn: '2025-03-10',
    });
    expect(await codeOf(log({ milestoneIds: ['M9'], contract: lie }))).toBe('NOT_FOUND');
  });
  it('counts the dunnings of this contract only (C-82)', async () => {
    await importIt();
    await importIt({ contractId: RIVAL_ID, contractNo: 'HT-2024-0118' });
    await log();
    await log({ contractId: RIVAL_ID });
    expect((await log()).events[0]?.data).toMatchObject({ no: 2 });
  });
});
