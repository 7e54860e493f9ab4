import { PROJECT_ID } from '../domain/contract/contract.fixtures.js';
import { importedReceiptId } from '../domain/ids.js';
import { ImportContractRequest, ImportingController } from './importing.controller.js';
import { faultsOf, taken } from './requests.fixtures.js';

const BARE = {
  contractNo: 'HT-2024-0117',
  signedOn: '2024-06-03',
  document: { projectName: '新院区', operationMode: 'AGENCY' },
};
const RECEIPT = { bankRef: 'B-1', amountFen: 1, receivedOn: '2024-06-10', instrument: 'TRANSFER' };
// the uuids (version 5) of "imported:HT-2024-0117" and of "project:" with it
const ID = '30a7f894-d5d1-5d78-a23f-86e044fbcfe5';

const importing = new ImportingController();
const dataOf = async (changes: object = {}) =>
  importing.importContract(await taken(ImportContractRequest, { ...BARE, ...changes }));
const faults = (changes: object) => faultsOf(ImportContractRequest, { ...BARE, ...changes });

describe('an import of a request', () => {
  it('becomes the command with everything that it says (C-78)', async () => {
    const facts = {
      triggered: [{ milestoneId: 'M2', on: '2025-02-01' }],
      produced: [{ lineId: 'L3', qty: '310' }],
      shipped: [{ lineId: 'L3', qty: '300' }],
      delivered: [{ lineId: 'L3', qty: '0' }],
      installed: [{ lineId: 'L1', on: '2025-02-02' }],
      accepted: [{ lineId: 'L2', on: '2025-02-03' }],
    };
    const allocations = [{ milestoneId: 'M1', amountFen: 1 }];
    const receipt = { ...RECEIPT, maturesOn: '2025-09-10', allocations, unallocatedFen: 7 };
    expect(await dataOf({ ...facts, projectId: PROJECT_ID, receipts: [receipt] })).toEqual({
      contractId: ID,
      projectId: PROJECT_ID,
      contractNo: 'HT-2024-0117',
      signedOn: '2024-06-03',
      document: { ...BARE.document, lines: [], paymentMilestones: [] },
      ...facts,
      receipts: [{ receiptId: importedReceiptId(ID, 'B-1'), ...receipt }],
    });
  });
  it('begins with nothing where it says nothing', async () =>
    expect(await dataOf({ projectId: PROJECT_ID })).toMatchObject({
      triggered: [],
      receipts: [],
      shipped: [],
      delivered: [],
      installed: [],
      accepted: [],
    }));
  it('meets the same contract again, however its number is written (C-31)', async () =>
    expect(await dataOf({ contractNo: 'ｈｔ-2024-0117' })).toMatchObject({ contractId: ID }));
  it('has a project of its own where it names none, which is no contract of another number', async () => {
    const [one, other] = [await dataOf(), await dataOf({ contractNo: 'HT-2024-0118' })];
    expect(new Set([one.contractId, one.projectId, other.contractId, other.projectId]).size).toBe(4);
  });
  it('keeps a receipt without milestones on account (C-46)', async () =>
    expect((await dataOf({ receipts: [RECEIPT] })).receipts).toMatchObject([{ bankRef: 'B-1', allocations: [] }]));

  it.each<[string, object, string]>([
    ['no number', { contractNo: undefined }, '/contractNo'],
    ['a number that begins with a blank', { contractNo: ' HT-1' }, '/contractNo'],
    ['no day of signing', { signedOn: undefined }, '/signedOn'],
    ['no document', { document: undefined }, '/document'],
    ['a fault deep in its document', { document: { ...BARE.document, awardedFen: -1 } }, '/document/awardedFen'],
    ['a project that is no uuid', { projectId: 'P-1' }, '/projectId'],
    ['a trigger without a day (C-80)', { triggered: [{ milestoneId: 'M1' }] }, '/triggered/0/on'],
    ['a negative quantity (C-81)', { shipped: [{ lineId: 'L1', qty: '-1' }] }, '/shipped/0/qty'],
    ['a quantity with a leading zero (C-81)', { delivered: [{ lineId: 'L1', qty: '01' }] }, '/delivered/0/qty'],
    ['an installation without a line', { installed: [{ on: '2025-02-02' }] }, '/installed/0/lineId'],
    ['an acceptance on no day', { accepted: [{ lineId: 'L1', on: '2025-02-30' }] }, '/accepted/0/on'],
    ['a receipt of nothing', { receipts: [{ ...RECEIPT, amountFen: 0 }] }, '/receipts/0/amountFen'],
    ['a receipt with an id of its own', { receipts: [{ ...RECEIPT, receiptId: 'r-1' }] }, '/receipts/0/receiptId'],
    ['a state: it is in execution (C-78)', { state: 'CLOSED' }, '/state'],
    ['null for its receipts', { receipts: null }, '/receipts'],
  ])('is refused with %s', async (_title, changes, pointer) => expect(await faults(changes)).toEqual([pointer]));

  it('takes 1,000 receipts and no more', async () => {
    const receipts = Array.from({ length: 1_001 }, (_one, index) => ({ ...RECEIPT, bankRef: `B-${index}` }));
    expect(await faults({ receipts })).toEqual(['/receipts']);
    expect(await faults({ receipts: receipts.slice(1) })).toEqual([]);
  });
});
