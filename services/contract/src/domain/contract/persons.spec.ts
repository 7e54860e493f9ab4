import { contract } from './contract.js';
import { aDocument, PROJECT_ID } from './contract.fixtures.js';
import { ContractWalk, draftedWalk, executedWalk, IMPORT, signedWalk } from './contract.walk.js';
import { AbandonContract, DraftContract, ReviseContract, SubmitForApproval } from './drafting/drafting.commands.js';
import { AcceptExecutionForm, ReturnExecutionForm, SubmitExecutionForm } from './execution/execution.commands.js';
import { ImportContract } from './importing/importing.commands.js';
import { ReverseReceipt } from './money/money.commands.js';

const sales = (id: string, ...others: string[]) => ({ id, role: 'SALES', roles: ['SALES', ...others] });
const STRANGER = { code: 'ROLE_NOT_ALLOWED', salespersonId: 'li-na' };

describe('a salesperson (C-112)', () => {
  it('acts on the own contracts', () =>
    expect(draftedWalk().do(SubmitForApproval, {}, sales('li-na')).state.state).toBe('PENDING_APPROVAL'));
  it('acts on no other, whatever the command, also where the state would refuse it', () => {
    const other = sales('wu-fang');
    expect(draftedWalk().refused(ReviseContract, { document: aDocument() }, other)).toEqual(STRANGER);
    expect(draftedWalk().refused(AbandonContract, { reason: 'x' }, other)).toEqual(STRANGER);
    expect(signedWalk().refused(SubmitExecutionForm, {}, other)).toEqual(STRANGER);
    expect(executedWalk().refused(SubmitExecutionForm, {}, other)).toEqual(STRANGER);
  });
  it('acts on others beside SALES_MANAGER or COMPANY_LEADER, and beside no other role', () => {
    for (const role of ['SALES_MANAGER', 'COMPANY_LEADER']) {
      expect(draftedWalk().do(SubmitForApproval, {}, sales('wu-fang', role)).state.state).toBe('PENDING_APPROVAL');
    }
    expect(draftedWalk().refused(SubmitForApproval, {}, sales('wu-fang', 'COMMERCE'))).toEqual(STRANGER);
  });
  it('drafts for nobody else; a draft without a salesperson is of whoever wrote it', () => {
    const draft = { projectId: PROJECT_ID, document: aDocument() };
    expect(new ContractWalk().refused(DraftContract, draft, sales('wu-fang'))).toEqual(STRANGER);
    const bare = { projectId: PROJECT_ID, document: aDocument({ salespersonId: undefined }) };
    const walk = new ContractWalk().do(DraftContract, bare, sales('wu-fang'));
    expect(walk.refused(AbandonContract, { reason: 'x' }, sales('li-na'))).toEqual({
      code: 'ROLE_NOT_ALLOWED',
      salespersonId: 'wu-fang',
    });
    expect(walk.do(AbandonContract, { reason: 'x' }, sales('wu-fang')).state.state).toBe('ABANDONED');
  });
  it('is told that a contract is not there before anything else', () =>
    expect(new ContractWalk().refused(SubmitForApproval, {}, sales('wu-fang')).code).toBe('NOT_FOUND'));
});

describe('duties that one person does not unite (C-113)', () => {
  const refusal = { code: 'SEPARATION_OF_DUTIES', by: 'li-na' };

  it('are to submit an execution form and to accept it; of two submissions the last counts', () => {
    const walk = signedWalk().do(SubmitExecutionForm, {}, 'li-na');
    const said = { ...refusal, command: 'AcceptExecutionForm', earlier: 'SubmitExecutionForm' };
    expect(walk.refused(AcceptExecutionForm, {}, { id: 'li-na', role: 'COMMERCE' })).toEqual(said);
    walk.do(ReturnExecutionForm, { reason: 'x' }).do(SubmitExecutionForm, {}, 'wu-fang');
    expect(walk.do(AcceptExecutionForm, {}, 'li-na').state.state).toBe('IN_EXECUTION');
  });

  it.each([
    ['on the day itself', '2025-03-10', 'accepted'],
    ['on the next day', '2025-03-11', 'accepted'],
    ['later', '2025-03-12', 'SEPARATION_OF_DUTIES'],
  ])('are to record a receipt and to reverse it %s', (_title, day, code) => {
    const walk = signedWalk().receipt(1_000).on(day);
    const reversal = { receiptId: walk.lastReceiptId, reason: '退票' };
    expect(walk.refused(ReverseReceipt, reversal).code).toBe(code);
  });
  it('are done by two FINANCE people, and concern the money of an import too', () => {
    const walk = new ContractWalk().do(ImportContract, IMPORT).on('2025-03-12');
    const reversal = { receiptId: 'r-1', reason: '退票' };
    expect(walk.refused(ReverseReceipt, reversal)).toEqual({
      code: 'SEPARATION_OF_DUTIES',
      command: 'ReverseReceipt',
      by: 'sun-li',
      earlier: 'RecordReceipt',
    });
    expect(walk.do(ReverseReceipt, reversal, 'gao-jie').types[0]).toBe('ReceiptReversed');
  });
  it('are asked after where the command is possible at all', () =>
    expect(contract.transitions.ConfirmImport).toContain('CLOSED'));
});
