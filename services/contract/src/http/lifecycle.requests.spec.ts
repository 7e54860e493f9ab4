import { CONTRACT_ID as id, PROJECT_ID } from '../domain/contract/contract.fixtures.js';
import {
  DraftContractRequest,
  DraftingController,
  FirstDraftController,
  NegotiationRoundRequest,
} from './drafting.controller.js';
import { ContractDocumentRequest } from './document.requests.js';
import {
  EndingController,
  ResumeContractRequest,
  SettleTerminationRequest,
  SuspendContractRequest,
  TerminateContractRequest,
  VoidContractRequest,
} from './ending.controller.js';
import { AcceptExecutionFormRequest, ExecutionController, SubmitExecutionFormRequest } from './execution.controller.js';
import { NoBody } from '@engsales/http';
import { ReasonRequest } from './reason.requests.js';
import { faultsOf, taken } from './requests.fixtures.js';
import { SignContractRequest, SigningController } from './signing.controller.js';

const BARE = { projectName: '新院区', operationMode: 'AGENCY' };
const DOCUMENT = { ...BARE, lines: [], paymentMilestones: [] };

describe('a draft of a request', () => {
  const first = new FirstDraftController();
  it('belongs to the project that it names', async () => {
    const dataFor = first.draftContract(await taken(DraftContractRequest, { ...BARE, projectId: PROJECT_ID }));
    expect(dataFor(id)).toEqual({ contractId: id, projectId: PROJECT_ID, document: DOCUMENT });
  });
  it('belongs to a project of its own where it names none, the same at every retry', async () => {
    const dataFor = first.draftContract(await taken(DraftContractRequest, BARE));
    // the uuid (version 5) of "project:c"
    expect(dataFor('c')).toEqual({
      contractId: 'c',
      projectId: '48ae9c2c-1a53-5bd3-bed9-9fb1d5881afe',
      document: DOCUMENT,
    });
  });
  it('is refused with a project that is no uuid', async () =>
    expect(await faultsOf(DraftContractRequest, { ...BARE, projectId: 'P-1' })).toEqual(['/projectId']));
});

describe('a contract that is being negotiated', () => {
  const drafting = new DraftingController();
  const ROUND = { topic: '价格', ours: '700 万', theirs: '690 万' };
  it('is revised by a whole document (C-13)', async () =>
    expect(drafting.reviseContract(id, await taken(ContractDocumentRequest, BARE))).toEqual({
      contractId: id,
      document: DOCUMENT,
    }));
  it('stays in its project: a revision that names one is refused (C-13)', async () =>
    expect(await faultsOf(ContractDocumentRequest, { ...BARE, projectId: PROJECT_ID })).toEqual(['/projectId']));
  it('takes a round with or without an agreement (C-16)', async () => {
    const agreed = { ...ROUND, agreed: '695 万' };
    const data = (body: NegotiationRoundRequest) => drafting.recordNegotiationRound(id, body);
    expect(data(await taken(NegotiationRoundRequest, ROUND))).toEqual({ contractId: id, ...ROUND });
    expect(data(await taken(NegotiationRoundRequest, agreed))).toEqual({ contractId: id, ...agreed });
  });
  it.each<[string, object, string]>([
    ['our position', { ours: ' ' }, '/ours'],
    ['their position', { theirs: undefined }, '/theirs'],
    ['a topic', { topic: '' }, '/topic'],
  ])('takes no round without %s (C-16)', async (_title, changes, pointer) =>
    expect(await faultsOf(NegotiationRoundRequest, { ...ROUND, ...changes })).toEqual([pointer]),
  );
  it('takes no agreement of blanks (C-16)', async () =>
    expect(await faultsOf(NegotiationRoundRequest, { ...ROUND, agreed: '  ' })).toEqual(['/agreed']));
  it('is submitted and approved without a word', async () => {
    expect(drafting.submitForApproval(id, new NoBody())).toEqual({ contractId: id });
    expect(drafting.approveContract(id, new NoBody())).toEqual({ contractId: id });
    expect(await faultsOf(NoBody, { approvedBy: 'wang' })).toEqual(['/approvedBy']);
  });
  it('is rejected and abandoned with a reason (C-23)', async () => {
    const body = await taken(ReasonRequest, { reason: '业主撤项' });
    expect(drafting.rejectContract(id, body)).toEqual({ contractId: id, reason: '业主撤项' });
    expect(drafting.abandonContract(id, body)).toEqual({ contractId: id, reason: '业主撤项' });
  });
  it.each([{}, { reason: '' }, { reason: '\n' }, { reason: 'x'.repeat(2_001) }, { reason: 7 }])(
    'is not rejected with the reason %p (C-23)',
    async (body) => expect(await faultsOf(ReasonRequest, body)).toEqual(['/reason']),
  );
});

describe('a signature of a request', () => {
  const SIGNATURE = {
    contractNo: 'HT-2025-0031',
    signedOn: '2025-03-10',
    signatories: [
      { side: 'OURS', personRef: '0f8fad5b-d9cb-469f-a165-70867728950e' },
      { side: 'THEIRS', personRef: '5b0f4b53-6f6b-5f0e-9d0c-2f1f3a8f7a01' },
    ],
    scanRef: 'scan-1',
  };
  const signing = new SigningController();
  it('becomes the command (C-26, C-27)', async () =>
    expect(signing.signContract(id, await taken(SignContractRequest, SIGNATURE))).toEqual({
      contractId: id,
      ...SIGNATURE,
    }));
  it('has no blanks around its number (C-31)', async () => {
    const body = await taken(SignContractRequest, { ...SIGNATURE, contractNo: ' HT-2025-0031\t' });
    expect(signing.signContract(id, body).contractNo).toBe('HT-2025-0031');
  });
  it.each([
    '1',
    '临江合字〔2025〕31号（补）',
    'ＨＴ２０２５',
    '（2025）民初31号',
    'a.b_c/d (e) [f]',
    `H${'T'.repeat(63)}`,
  ])('takes the number %s (C-31)', async (contractNo) =>
    expect(await faultsOf(SignContractRequest, { ...SIGNATURE, contractNo })).toEqual([]),
  );
  it.each(['', '-1', 'HT#1', 'HT:1', 'HT\n1', 'HT、1', `H${'T'.repeat(64)}`, 7, null])(
    'is refused with the number %p (C-31)',
    async (contractNo) =>
      expect(await faultsOf(SignContractRequest, { ...SIGNATURE, contractNo })).toEqual(['/contractNo']),
  );
  it.each(['张伟', 'Zhang Wei', '13800138000', '138-0013-8000', '110101199003070011', 'p-1', 'p_1 2', 'x'.repeat(65)])(
    'is refused with "%s" for a signatory: a reference into the vault, never a person (C-27)',
    async (personRef) => {
      const signatories = [{ side: 'OURS', personRef }];
      expect(await faultsOf(SignContractRequest, { ...SIGNATURE, signatories })).toEqual(['/signatories/0/personRef']);
    },
  );
  it('is refused with a side that is neither (C-26)', async () => {
    const signatories = [
      ...SIGNATURE.signatories,
      { side: 'WITNESS', personRef: '7d444840-9dc0-41d1-b245-5ffdce74fad2' },
    ];
    expect(await faultsOf(SignContractRequest, { ...SIGNATURE, signatories })).toEqual(['/signatories/2/side']);
  });
  it('is refused with the name of a signatory beside the reference (C-27)', async () => {
    const signatories = [{ side: 'OURS', personRef: '0f8fad5b-d9cb-469f-a165-70867728950e', name: '张伟' }];
    expect(await faultsOf(SignContractRequest, { ...SIGNATURE, signatories })).toEqual(['/signatories/0/name']);
  });
  it('is refused without the scan of the paper', async () =>
    expect(await faultsOf(SignContractRequest, { ...SIGNATURE, scanRef: undefined })).toEqual(['/scanRef']));
});

describe('an execution form of a request', () => {
  const execution = new ExecutionController();
  const ITEM = { item: '进场', ref: 'L4', plannedOn: '2025-11-01', ownerId: 'li-na' };
  const none = { money: undefined, goods: undefined, service: undefined };
  it('leaves out the tracks that are filled from the contract (C-62)', async () => {
    expect(execution.submitExecutionForm(id, await taken(SubmitExecutionFormRequest, {}))).toEqual({
      contractId: id,
      tracks: none,
      specialRequirements: undefined,
    });
    const body = { tracks: { service: [ITEM, { item: '培训' }] }, specialRequirements: '夜间进场' };
    expect(execution.submitExecutionForm(id, await taken(SubmitExecutionFormRequest, body))).toEqual({
      contractId: id,
      tracks: { ...none, service: [ITEM, { item: '培训' }] },
      specialRequirements: '夜间进场',
    });
  });
  it('keeps a track that is empty on purpose (C-62)', async () => {
    const body = await taken(SubmitExecutionFormRequest, { tracks: { money: [], goods: [ITEM] } });
    expect(execution.submitExecutionForm(id, body).tracks).toEqual({ ...none, money: [], goods: [ITEM] });
  });
  it.each<[string, object, string]>([
    ['an item of nothing', { tracks: { money: [{ item: ' ' }] } }, '/tracks/money/0/item'],
    ['a name for its owner (C-27)', { tracks: { goods: [{ ...ITEM, ownerId: '李娜' }] } }, '/tracks/goods/0/ownerId'],
    [
      'a day that does not exist',
      { tracks: { service: [{ ...ITEM, plannedOn: '明天' }] } },
      '/tracks/service/0/plannedOn',
    ],
    ['a fourth track', { tracks: { tax: [] } }, '/tracks/tax'],
    ['501 items', { tracks: { money: Array.from({ length: 501 }, () => ITEM) } }, '/tracks/money'],
    ['requirements of blanks', { specialRequirements: ' ' }, '/specialRequirements'],
  ])('is refused with %s', async (_title, body, pointer) =>
    expect(await faultsOf(SubmitExecutionFormRequest, body)).toEqual([pointer]),
  );
  it('is accepted by who owns the execution, and given back with a reason (C-63, C-64)', async () => {
    const owner = await taken(AcceptExecutionFormRequest, { commerceOwnerId: 'sun-li' });
    expect(execution.acceptExecutionForm(id, owner)).toEqual({ contractId: id, commerceOwnerId: 'sun-li' });
    expect(execution.acceptExecutionForm(id, {})).toEqual({ contractId: id, commerceOwnerId: undefined });
    expect(execution.returnExecutionForm(id, { reason: '缺' })).toEqual({ contractId: id, reason: '缺' });
  });
  it('leads to a completion and a closing without a word (C-68, C-69)', () => {
    expect(execution.completeContract(id, new NoBody())).toEqual({ contractId: id });
    expect(execution.closeContract(id, new NoBody())).toEqual({ contractId: id });
  });
});

describe('a stop or end of a request', () => {
  const ending = new EndingController();
  const why = { reason: '业主停工', docRef: 'ZF-1' };
  const shift = { lineId: 'L1', to: '2025-10-11', reason: '停工' };
  it('suspends since a day (C-70)', async () => {
    const body = { reason: '业主停工', since: '2025-03-10' };
    expect(ending.suspendContract(id, await taken(SuspendContractRequest, body))).toEqual({ contractId: id, ...body });
  });
  it('resumes with the dates that move, or with none (C-71)', async () => {
    const moving = { resumedOn: '2025-03-20', dateShifts: [shift] };
    const data = (body: ResumeContractRequest) => ending.resumeContract(id, body);
    expect(data(await taken(ResumeContractRequest, moving))).toEqual({ contractId: id, ...moving });
    expect(data(await taken(ResumeContractRequest, { resumedOn: '2025-03-20' }))).toEqual({
      contractId: id,
      resumedOn: '2025-03-20',
      dateShifts: undefined,
    });
  });
  it('voids by the one who is named, or by both (C-72)', async () => {
    const data = (body: VoidContractRequest) => ending.voidContract(id, body);
    expect(data(await taken(VoidContractRequest, { ...why, initiator: 'CUSTOMER' }))).toEqual({
      contractId: id,
      ...why,
      initiator: 'CUSTOMER',
    });
    expect(data(await taken(VoidContractRequest, why))).toEqual({ contractId: id, ...why, initiator: undefined });
  });
  it('terminates by the one who is named (C-73)', async () => {
    const body = { ...why, initiator: 'US' };
    expect(ending.terminateContract(id, await taken(TerminateContractRequest, body))).toEqual({
      contractId: id,
      ...body,
    });
  });
  it('settles for nothing too, with or without a paper (C-75)', async () => {
    const data = (body: SettleTerminationRequest) => ending.settleTermination(id, body);
    expect(data(await taken(SettleTerminationRequest, { finalFen: 0, docRef: 'JS-1' }))).toEqual({
      contractId: id,
      finalFen: 0,
      docRef: 'JS-1',
    });
    expect(data(await taken(SettleTerminationRequest, { finalFen: 7 }))).toEqual({ contractId: id, finalFen: 7 });
  });
  it.each<[string, new () => object, object, string]>([
    ['a suspension without a day', SuspendContractRequest, { reason: 'x' }, '/since'],
    ['a suspension without a reason', SuspendContractRequest, { since: '2025-03-10' }, '/reason'],
    ['a resumption without a day', ResumeContractRequest, { dateShifts: [] }, '/resumedOn'],
    [
      'a date that moves without a reason (C-71)',
      ResumeContractRequest,
      { resumedOn: '2025-03-20', dateShifts: [{ ...shift, reason: '' }] },
      '/dateShifts/0/reason',
    ],
    [
      'a date that says where it moves from (C-71)',
      ResumeContractRequest,
      { resumedOn: '2025-03-20', dateShifts: [{ ...shift, from: '2025-09-01' }] },
      '/dateShifts/0/from',
    ],
    ['a void without a paper', VoidContractRequest, { reason: 'x' }, '/docRef'],
    ['a void by somebody else', VoidContractRequest, { ...why, initiator: 'COURT' }, '/initiator'],
    ['a termination by nobody', TerminateContractRequest, why, '/initiator'],
    ['a settlement below zero', SettleTerminationRequest, { finalFen: -1 }, '/finalFen'],
    ['a settlement without an amount', SettleTerminationRequest, {}, '/finalFen'],
  ])('is refused: %s', async (_title, metatype, body, pointer) =>
    expect(await faultsOf(metatype, body)).toEqual([pointer]),
  );
});
