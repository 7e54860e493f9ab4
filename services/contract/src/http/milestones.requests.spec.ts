import { PaperQuery } from '@engsales/service';
import { CONTRACT_ID as id } from '../domain/contract/contract.fixtures.js';
import { ContractListQuery } from './contracts.controller.js';
import { DunningController, LogDunningRequest } from './dunning.controller.js';
import {
  GrantCreditReleaseRequest,
  MarkMilestoneDueRequest,
  MarkMilestoneOverdueRequest,
  MilestonesController,
  WaiveMilestoneRequest,
} from './milestones.controller.js';
import { AgeingQuery, PaymentGateQuery, ReceivableQuery, SigningsDueQuery } from './reports.requests.js';
import { faultsOf, taken } from './requests.fixtures.js';

const milestones = new MilestonesController();

describe('a milestone of a request', () => {
  const DUE = { trigger: 'INSTALLED', ref: 'SS-1', on: '2025-03-10' };
  const RELEASE = { gate: 'DISPATCH', until: '2025-03-31', reason: '拨款延迟' };

  it('is marked due, all that wait for the trigger or those that are named (C-39)', async () => {
    const named = { ...DUE, milestoneIds: ['M3'] };
    const data = (body: MarkMilestoneDueRequest) => milestones.markMilestoneDue(id, body);
    expect(data(await taken(MarkMilestoneDueRequest, DUE))).toEqual({ contractId: id, ...DUE });
    expect(data(await taken(MarkMilestoneDueRequest, named))).toEqual({ contractId: id, ...named });
  });
  it('is marked overdue as of today, or of the day that is said (C-40)', async () => {
    const data = (body: MarkMilestoneOverdueRequest) => milestones.markMilestoneOverdue(id, body);
    expect(data(await taken(MarkMilestoneOverdueRequest, {}))).toEqual({ contractId: id, asOf: undefined });
    expect(data(await taken(MarkMilestoneOverdueRequest, { asOf: '2025-03-20' }))).toEqual({
      contractId: id,
      asOf: '2025-03-20',
    });
  });
  it('is waived with a reason (C-42)', async () => {
    const body = { milestoneId: 'M4', reason: '让利' };
    expect(milestones.waiveMilestone(id, await taken(WaiveMilestoneRequest, body))).toEqual({
      contractId: id,
      ...body,
    });
  });
  it('is waited for no longer at its gate until a day (C-60)', async () =>
    expect(milestones.grantCreditRelease(id, await taken(GrantCreditReleaseRequest, RELEASE))).toEqual({
      contractId: id,
      ...RELEASE,
    }));

  it.each<[string, new () => object, object, string]>([
    ['a trigger that there is not', MarkMilestoneDueRequest, { ...DUE, trigger: 'PAID' }, '/trigger'],
    ['nothing that proves the trigger', MarkMilestoneDueRequest, { ...DUE, ref: ' ' }, '/ref'],
    ['no day of the trigger', MarkMilestoneDueRequest, { ...DUE, on: undefined }, '/on'],
    ['null for its milestones', MarkMilestoneDueRequest, { ...DUE, milestoneIds: null }, '/milestoneIds'],
    ['a milestone with a blank', MarkMilestoneDueRequest, { ...DUE, milestoneIds: ['M 3'] }, '/milestoneIds'],
    ['an instant for a day', MarkMilestoneOverdueRequest, { asOf: '2025-03-20T00:00:00Z' }, '/asOf'],
    ['a waiver without a reason', WaiveMilestoneRequest, { milestoneId: 'M4' }, '/reason'],
    ['a waiver of a part', WaiveMilestoneRequest, { milestoneId: 'M4', reason: 'x', amountFen: 1 }, '/amountFen'],
    ['a release of no gate', GrantCreditReleaseRequest, { ...RELEASE, gate: 'NONE' }, '/gate'],
    ['a release for ever', GrantCreditReleaseRequest, { ...RELEASE, until: undefined }, '/until'],
    ['a release without a reason', GrantCreditReleaseRequest, { ...RELEASE, reason: '' }, '/reason'],
  ])('is refused: %s', async (_title, metatype, body, pointer) =>
    expect(await faultsOf(metatype, body)).toEqual([pointer]),
  );
});

describe('a dunning of a request', () => {
  const dunning = new DunningController(undefined as never);
  const WHOLE = {
    channel: 'PHONE',
    promiseDate: '2025-03-31',
    promisedFen: 1,
    milestoneIds: ['M1'],
    note: '月底付款',
  };
  it('becomes the command with what was promised, or with nothing but its channel (C-82)', async () => {
    expect(dunning.logDunning(id, await taken(LogDunningRequest, WHOLE))).toEqual({ contractId: id, ...WHOLE });
    expect(dunning.logDunning(id, await taken(LogDunningRequest, { channel: 'LETTER' }))).toEqual({
      contractId: id,
      channel: 'LETTER',
    });
  });
  it('never says itself what the contract is: its handler reads that (C-82)', async () => {
    const contract = { projectId: id, milestoneIds: ['M1'] };
    expect(await faultsOf(LogDunningRequest, { ...WHOLE, contract })).toEqual(['/contract']);
  });
  it.each<[string, object, string]>([
    ['a channel that there is not', { channel: 'FAX' }, '/channel'],
    ['a promise of nothing', { promisedFen: 0 }, '/promisedFen'],
    ['a promise on no day', { promiseDate: '下周' }, '/promiseDate'],
    ['a note of blanks', { note: ' ' }, '/note'],
  ])('is refused with %s', async (_title, changes, pointer) =>
    expect(await faultsOf(LogDunningRequest, { ...WHOLE, ...changes })).toEqual([pointer]),
  );
});

describe('a question of a request', () => {
  it('asks for 50 rows unless it says how many', async () => {
    expect(await taken(ContractListQuery, {})).toMatchObject({ limit: 50 });
    expect(await taken(ContractListQuery, { limit: '200' })).toMatchObject({ limit: 200 });
  });
  it('asks for a paper as a web page unless it says otherwise', async () => {
    expect(await taken(PaperQuery, {})).toEqual({ format: 'html' });
    expect(await taken(PaperQuery, { format: 'pdf' })).toEqual({ format: 'pdf' });
  });
  it.each<[string, new () => object, object, string]>([
    ['201 rows', ContractListQuery, { limit: '201' }, '/limit'],
    ['no row', ContractListQuery, { limit: '0' }, '/limit'],
    ['half a row', ContractListQuery, { limit: '1.5' }, '/limit'],
    ['rows in words', ContractListQuery, { limit: 'all' }, '/limit'],
    ['a state that there is not', ContractListQuery, { state: 'PAID' }, '/state'],
    ['the state before the draft', ContractListQuery, { state: 'NONE' }, '/state'],
    ['a project that is no uuid', ContractListQuery, { projectId: 'P-1' }, '/projectId'],
    ['the name of a salesperson', ContractListQuery, { salespersonId: '李娜' }, '/salespersonId'],
    ['a filter that there is not', ContractListQuery, { customer: '医院' }, '/customer'],
    ['receivables that are paid', ReceivableQuery, { status: 'PAID' }, '/status'],
    ['receivables of no bucket', ReceivableQuery, { bucket: 'DAYS_1_90' }, '/bucket'],
    ['receivables of a contract number', ReceivableQuery, { contractId: 'HT-1' }, '/contractId'],
    ['an age on a day that does not exist', AgeingQuery, { asOf: '2025-02-29' }, '/asOf'],
    ['a customer of 201 characters', AgeingQuery, { customerName: '医'.repeat(201) }, '/customerName'],
    ['a gate that may be anything', PaymentGateQuery, { may: 'PRODUCE' }, '/may'],
    ['signings before a month', SigningsDueQuery, { dueBefore: '2025-03' }, '/dueBefore'],
    ['a paper for a word processor', PaperQuery, { format: 'docx' }, '/format'],
  ])('is refused: %s', async (_title, metatype, query, pointer) =>
    expect(await faultsOf(metatype, query)).toEqual([pointer]),
  );
  it.each<[string, new () => object, object]>([
    ['what is open of a contract', ReceivableQuery, { contractId: id, status: 'PART_PAID', bucket: 'OVER_90' }],
    ['the ages of a customer', AgeingQuery, { asOf: '2024-02-29', customerName: '医院', salespersonId: 'li-na' }],
    ['what may be dispatched', PaymentGateQuery, { may: 'DISPATCH' }],
    ['what must be signed soon', SigningsDueQuery, { dueBefore: '2025-04-01', limit: '1' }],
    ['suspended contracts', ContractListQuery, { state: 'SUSPENDED', contractNo: 'HT-2025' }],
  ])('is answered: %s', async (_title, metatype, query) => expect(await faultsOf(metatype, query)).toEqual([]));
});
