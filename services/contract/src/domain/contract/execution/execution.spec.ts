import { refusalOf } from '@engsales/event-sourcing/testing';
import { CONTRACT_ID } from '../contract.fixtures.js';
import { completedWalk, executedWalk, finishedWalk, signedWalk } from '../contract.walk.js';
import {
  AcceptExecutionForm,
  CloseContract,
  CompleteContract,
  RecordAcceptance,
  RecordGoodsMovement,
  RecordInstallation,
  ReturnExecutionForm,
  RevokeAcceptance,
  RevokeInstallation,
  SubmitExecutionForm,
} from './execution.commands.js';
import { executionRules } from './execution.js';
import { possible } from '../contract.possible.fixtures.js';
import { SIGNED_STATES } from '../contract.values.js';

describe('the execution form', () => {
  it('is filled from the contract, returned once, submitted again, and accepted: the formal handover (C-62, C-63, C-64)', () => {
    const walk = signedWalk().do(SubmitExecutionForm, { specialRequirements: '夜间进场' }, 'li-na');
    expect(walk.now.executionForm).toMatchObject({ state: 'SUBMITTED', submission: 1 });
    expect(walk.now.executionForm?.tracks.goods.map((item) => item.ref)).toEqual(['L1', 'L2', 'L3']);
    expect(walk.now.executionForm?.tracks.service.map((item) => item.ref)).toEqual(['L4']);
    expect(walk.now.executionForm?.tracks.money).toHaveLength(5);
    const { formId } = walk.now.executionForm!;
    expect(refusalOf(() => walk.do(SubmitExecutionForm, {}))).toMatchObject({
      code: 'INVALID_TRANSITION',
      executionForm: 'SUBMITTED',
    });
    walk.do(ReturnExecutionForm, { reason: '缺少进场计划' });
    expect(walk.now).toMatchObject({
      state: 'SIGNED',
      executionForm: { state: 'RETURNED', returnReason: '缺少进场计划' },
    });
    walk.do(SubmitExecutionForm, { tracks: { service: [{ item: '11 月 3 日进场' }] } }, 'li-na');
    expect(walk.now.executionForm).toMatchObject({
      formId,
      submission: 2,
      tracks: { service: [{ item: '11 月 3 日进场' }] },
    });
    walk.do(AcceptExecutionForm, {}, 'sun-li');
    expect(walk.now).toMatchObject({
      state: 'IN_EXECUTION',
      executionForm: { state: 'ACCEPTED', commerceOwnerId: 'sun-li' },
    });
    expect(walk.last[0]?.data).toMatchObject({ orderLineIds: ['L1', 'L2', 'L3'], contractVersion: 1, formId });
  });
  it('is not accepted or returned before it was submitted (C-63)', () => {
    expect(refusalOf(() => signedWalk().do(AcceptExecutionForm, {}))).toMatchObject({
      code: 'INVALID_TRANSITION',
      executionForm: 'DRAFT',
    });
    expect(refusalOf(() => signedWalk().do(ReturnExecutionForm, { reason: 'x' })).code).toBe('INVALID_TRANSITION');
  });
});

describe('the end of a contract', () => {
  it('says what is open (C-68, C-69)', () => {
    expect(refusalOf(() => executedWalk().do(CompleteContract, {}))).toMatchObject({
      code: 'CONTRACT_NOT_COMPLETABLE',
      open: expect.arrayContaining([
        { what: 'LINE_NOT_DELIVERED', lineId: 'L1', deliveredQty: '0', qty: '2' },
        { what: 'LINE_NOT_ACCEPTED', lineId: 'L4' },
      ]),
    });
    const walk = finishedWalk().do(CompleteContract, {});
    expect(refusalOf(() => walk.do(CloseContract, {}))).toEqual({
      code: 'CONTRACT_NOT_CLOSABLE',
      open: ['M1', 'M2', 'M3', 'M4'].map((milestoneId) =>
        expect.objectContaining({ what: 'MILESTONE_NOT_PAID', milestoneId }),
      ),
    });
    for (const { id, amountFen } of walk.now.milestones.slice(0, 4)) walk.receipt(amountFen, id);
    expect(walk.do(CloseContract, {}).now.state).toBe('CLOSED');
  });
  it('leaves the retention to come years later (C-57, C-69)', () => {
    const walk = finishedWalk().do(CompleteContract, {});
    for (const { id, amountFen } of walk.now.milestones.slice(0, 4)) walk.receipt(amountFen, id);
    walk.do(CloseContract, {}).on('2027-03-12').receipt(21_000_000, 'M5');
    expect([walk.milestone('M5')?.status, walk.now.payment]).toEqual(['PAID', 'PAID']);
  });
});

describe('what happens to a contract in execution is recorded', () => {
  const item = (text: string, ref: string, plannedOn?: string) => ({ item: text, ref, plannedOn });
  const TRACKS = {
    money: [
      item('ADVANCE', 'M1', '2025-03-17'),
      item('PRE_SHIPMENT', 'M2'),
      item('INSTALLATION', 'M3'),
      item('ACCEPTANCE', 'M4'),
      item('RETENTION', 'M5'),
    ],
    goods: [
      item('设备 L1 2 台', 'L1', '2025-09-01'),
      item('设备 L2 24 台', 'L2', '2025-09-15'),
      item('设备 L3 620 台', 'L3', '2025-09-01'),
    ],
    service: [item('设备 L4 1 项', 'L4', '2025-11-30')],
  };
  const submitted = () => signedWalk().do(SubmitExecutionForm, { specialRequirements: '夜间进场' }, 'li-na');

  it('the form that is submitted (C-62)', () => {
    const walk = submitted();
    walk.recorded({
      type: 'ExecutionFormSubmitted',
      data: {
        contractId: CONTRACT_ID,
        formId: walk.lastId,
        state: 'SUBMITTED',
        submission: 1,
        tracks: TRACKS,
        specialRequirements: '夜间进场',
        submittedBy: 'li-na',
        submittedOn: '2025-03-10',
      },
    });
  });
  it('the form that is returned (C-63)', () => {
    const walk = submitted();
    const formId = walk.lastId;
    walk.do(ReturnExecutionForm, { reason: '缺少进场计划' }).recorded({
      type: 'ExecutionFormReturned',
      data: {
        contractId: CONTRACT_ID,
        formId,
        state: 'RETURNED',
        submission: 1,
        reason: '缺少进场计划',
        returnedBy: 'sun-li',
        returnedOn: '2025-03-10',
      },
    });
  });
  it('the form that is accepted (C-64)', () => {
    const walk = submitted();
    const formId = walk.lastId;
    walk.do(AcceptExecutionForm, {}).recorded({
      type: 'ContractExecutionFormAccepted',
      data: {
        contractId: CONTRACT_ID,
        contractVersion: 1,
        state: 'IN_EXECUTION',
        orderLineIds: ['L1', 'L2', 'L3'],
        formId,
        commerceOwnerId: 'sun-li',
        acceptedOn: '2025-03-10',
        tracks: TRACKS,
        specialRequirements: '夜间进场',
      },
    });
  });
  it('goods that are delivered, which were ready and shipped (C-65, C-67)', () => {
    const walk = executedWalk();
    walk.do(RecordGoodsMovement, { sequence: 11, lineId: 'L1', cumulativeReadyQty: '1', on: '2025-03-10', ref: 'o-1' });
    walk.do(RecordGoodsMovement, {
      sequence: 12,
      lineId: 'L1',
      cumulativeDeliveredQty: '2',
      on: '2025-03-10',
      ref: 'SH-1',
    });
    walk.recorded({
      type: 'GoodsMovementRecorded',
      data: {
        contractId: CONTRACT_ID,
        lineId: 'L1',
        readyQty: '2',
        shippedQty: '2',
        deliveredQty: '2',
        refusedQty: '0',
        sequence: 12,
        readyOn: '2025-03-10',
        shippedOn: '2025-03-10',
        deliveredOn: '2025-03-10',
        on: '2025-03-10',
        ref: 'SH-1',
        delivery: 'PARTIAL',
      },
    });
  });
  it('an installation, once per line (C-66)', () => {
    const walk = executedWalk().do(RecordInstallation, { lineIds: ['L1'], on: '2025-03-10', ref: 's-1' });
    walk.do(RecordInstallation, { lineIds: ['L1', 'L2'], on: '2025-03-10', ref: 's-2' }).recorded({
      type: 'InstallationRecorded',
      data: { contractId: CONTRACT_ID, lineIds: ['L2'], on: '2025-03-10', ref: 's-2' },
    });
    expect(walk.do(RecordInstallation, { lineIds: ['L1', 'L2'], on: '2025-03-10', ref: 's-3' }).types).toEqual([]);
  });
  it('an acceptance, conditional or not (C-66, C-67)', () => {
    const certificate = { acceptanceId: 'a-1', certNo: 'YS-1', on: '2025-03-10', lineIds: ['L1'] };
    const walk = executedWalk().do(RecordAcceptance, { ...certificate, result: 'CONDITIONALLY_PASSED' });
    walk.recorded({
      type: 'AcceptanceRecorded',
      data: {
        contractId: CONTRACT_ID,
        acceptanceId: 'a-1',
        lineIds: ['L1'],
        certNo: 'YS-1',
        on: '2025-03-10',
        result: 'CONDITIONALLY_PASSED',
        acceptance: 'PARTIAL',
      },
    });
    expect(walk.do(RecordAcceptance, { ...certificate, result: 'PASSED' }).types).toEqual([]);
  });
  it('the completion and the closing (C-68, C-69)', () => {
    finishedWalk()
      .do(CompleteContract, {})
      .recorded({
        type: 'ContractCompleted',
        data: { contractId: CONTRACT_ID, state: 'COMPLETED', completedBy: 'sun-li', completedOn: '2025-03-10' },
      });
    completedWalk()
      .do(CloseContract, {})
      .recorded({
        type: 'ContractClosed',
        data: { contractId: CONTRACT_ID, state: 'CLOSED', closedBy: 'sun-li', closedOn: '2025-03-10' },
      });
  });
});

describe('in which state (C-77)', () => {
  possible(SubmitExecutionForm, {}, ['SIGNED']);
  possible(AcceptExecutionForm, {}, ['SIGNED']);
  possible(ReturnExecutionForm, { reason: 'x' }, ['SIGNED']);
  possible(RecordGoodsMovement, { sequence: 13, lineId: 'L1', on: '2025-03-10', ref: 's' }, SIGNED_STATES);
  possible(RecordInstallation, { lineIds: ['L1'], on: '2025-03-10', ref: 's' }, SIGNED_STATES);
  possible(
    RecordAcceptance,
    { acceptanceId: 'a', lineIds: ['L1'], certNo: 'c', on: '2025-03-10', result: 'PASSED' },
    SIGNED_STATES,
  );
  possible(RevokeInstallation, { lineIds: ['L1'], reason: 'x' }, ['SIGNED', 'IN_EXECUTION', 'SUSPENDED', 'TERMINATED']);
  possible(RevokeAcceptance, { lineIds: ['L1'], reason: 'x' }, ['SIGNED', 'IN_EXECUTION', 'SUSPENDED', 'TERMINATED']);
  possible(CompleteContract, {}, ['IN_EXECUTION']);
  possible(CloseContract, {}, ['COMPLETED']);
  possible.every(executionRules);
});
