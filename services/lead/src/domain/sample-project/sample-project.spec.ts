import { judgeTransitions, typesWrittenOut } from '@engsales/event-sourcing/testing';
import {
  AcceptSample,
  ApproveSample,
  CancelSample,
  InstallSample,
  MarkSamplePaymentOverdue,
  ProposeSample,
  RecordSamplePayment,
  RefuseSample,
  RejectSample,
} from './sample-project.commands.js';
import {
  aLead,
  aProposal,
  COMPETITOR,
  LEAD_ID,
  LEADER,
  LINE_ID,
  MANAGER,
  SAMPLE_ID,
} from './sample-project.fixtures.js';
import { sampleProject } from './sample-project.js';
import {
  acceptedWalk,
  approvedWalk,
  cancelledWalk,
  installedWalk,
  paidWalk,
  proposedWalk,
  refusedWalk,
  rejectedWalk,
  SampleWalk,
} from './sample-project.walk.js';

const RECORD = {
  sampleProjectId: SAMPLE_ID,
  leadId: LEAD_ID,
  projectId: LEAD_ID,
  salespersonId: 'li-na',
  costFen: 3_000_000,
  priceFen: 2_000_000,
};
const refused = (changes: Partial<typeof aProposal>) =>
  new SampleWalk().refused(ProposeSample, { ...aProposal, ...changes });

describe('a sample', () => {
  it('is proposed with what it costs and what it brings (L-140)', () =>
    proposedWalk().recorded({
      type: 'SampleProposed',
      data: {
        ...RECORD,
        state: 'PROPOSED',
        mode: 'FREE_TRIAL',
        productLineId: LINE_ID,
        site: '门诊楼大厅',
        scope: '两台风机盘管',
        payOnSatisfaction: true,
        nearCompetitorPartyId: COMPETITOR,
        by: 'li-na',
        proposedOn: '2025-03-10',
      },
    }));

  it('is for a lead at work, of a product line and beside a competitor that there are (L-111, L-112)', () => {
    expect(refused({ lead: undefined })).toEqual({ code: 'NOT_FOUND', leadId: LEAD_ID });
    expect(refused({ lead: { ...aLead, state: 'CAPTURED' } }).code).toBe('PROJECT_NOT_REGISTERED');
    expect(refused({ lead: { ...aLead, state: 'MERGED' } }).code).toBe('INVALID_TRANSITION');
    expect(refused({ knownLineIds: [] })).toEqual({ code: 'NOT_FOUND', productLineId: LINE_ID });
    expect(refused({ parties: [] })).toEqual({ code: 'NOT_FOUND', partyId: COMPETITOR });
    expect(refused({ parties: [], nearCompetitorPartyId: undefined }).code).toBe('accepted');
  });

  it('is acted on by whoever holds its lead (L-100)', () => {
    const stranger = { id: 'zhao-lei', role: 'SALES' };
    const other = { code: 'ROLE_NOT_ALLOWED', salespersonId: 'li-na' };
    expect(new SampleWalk().refused(ProposeSample, aProposal, stranger)).toEqual(other);
    expect(approvedWalk().refused(InstallSample, { on: '2025-03-10', lead: aLead }, stranger)).toEqual(other);
    const lead = { ...aLead, salespersonId: 'zhao-lei' };
    const walk = approvedWalk().do(InstallSample, { on: '2025-03-10', lead }, stranger);
    expect(walk.last[0]?.data).toMatchObject({ salespersonId: 'zhao-lei' });
  });

  it('is refused or cancelled for a reason (L-143)', () => {
    refusedWalk().recorded({
      type: 'SampleRefused',
      data: { ...RECORD, state: 'REFUSED', reason: '无预算', by: 'wang-fang', refusedOn: '2025-03-10' },
    });
    cancelledWalk().recorded({
      type: 'SampleCancelled',
      data: { ...RECORD, state: 'CANCELLED', reason: '客户退出', by: 'li-na', cancelledOn: '2025-03-10' },
    });
    expect([refusedWalk().now.reason, cancelledWalk().now.reason]).toEqual(['无预算', '客户退出']);
  });
});

describe('the approval of a sample', () => {
  it('is given by somebody else than its author (L-141)', () => {
    approvedWalk().recorded({
      type: 'SampleApproved',
      data: { ...RECORD, state: 'APPROVED', by: 'wang-fang', approvedOn: '2025-03-10' },
    });
    const own = new SampleWalk().do(ProposeSample, aProposal, MANAGER);
    const self = { code: 'SELF_APPROVAL', by: 'wang-fang' };
    expect(own.refused(ApproveSample, {}, MANAGER)).toEqual(self);
    expect(own.refused(ApproveSample, {}, { ...LEADER, onBehalfOf: 'wang-fang' })).toEqual(self);
    expect(own.refused(ApproveSample, {}, LEADER).code).toBe('accepted');
    const proposedForHer = new SampleWalk().do(ProposeSample, aProposal, { ...LEADER, onBehalfOf: 'wang-fang' });
    expect(proposedForHer.refused(ApproveSample, {}, MANAGER)).toEqual(self);
  });

  it('is a leader’s beyond what a manager may spend (L-142)', () => {
    const dear = () => proposedWalk({ costFen: 5_000_001 });
    expect(dear().refused(ApproveSample, {}, MANAGER)).toEqual({
      code: 'SAMPLE_NEEDS_LEADER',
      costFen: 5_000_001,
      limitFen: 5_000_000,
    });
    expect(dear().refused(ApproveSample, {}, LEADER).code).toBe('accepted');
    const both = { ...MANAGER, roles: ['SALES_MANAGER', 'COMPANY_LEADER'] };
    expect(dear().refused(ApproveSample, {}, both).code).toBe('accepted');
    expect(proposedWalk({ costFen: 5_000_000 }).refused(ApproveSample, {}, MANAGER).code).toBe('accepted');
    const cheap = proposedWalk().settling({ sampleLeaderFen: 2_999_999 });
    expect(cheap.refused(ApproveSample, {}, MANAGER)).toMatchObject({ limitFen: 2_999_999 });
  });
});

describe('in which state (L-143)', () => {
  const possible = judgeTransitions({
    aggregate: sampleProject,
    ids: { sampleProjectId: SAMPLE_ID },
    states: {
      NONE: () => new SampleWalk(),
      PROPOSED: proposedWalk,
      APPROVED: approvedWalk,
      REFUSED: refusedWalk,
      INSTALLED: installedWalk,
      ACCEPTED: acceptedWalk,
      REJECTED: rejectedWalk,
      PAID: paidWalk,
      CANCELLED: cancelledWalk,
    },
    codeIn: (state) => (state === 'NONE' ? 'NOT_FOUND' : 'INVALID_TRANSITION'),
  });
  const on = '2025-03-10';
  possible(ProposeSample, aProposal, ['NONE']);
  possible(ApproveSample, {}, ['PROPOSED']);
  possible(RefuseSample, { reason: 'x' }, ['PROPOSED']);
  possible(CancelSample, { reason: 'x' }, ['PROPOSED', 'APPROVED']);
  possible(InstallSample, { on }, ['APPROVED']);
  possible(AcceptSample, { on, docRef: 'D', paymentDueOn: on }, ['INSTALLED']);
  possible(RejectSample, { on, reason: 'x' }, ['INSTALLED']);
  possible(RecordSamplePayment, { amountFen: 1, on, bankRef: 'B' }, ['ACCEPTED']);
  possible(MarkSamplePaymentOverdue, { paymentDueOn: on }, ['ACCEPTED']);
  possible.every(sampleProject.transitions);
});

it('every event of a sample is compared whole in a spec', () => {
  const written = typesWrittenOut(__dirname);
  expect(Object.keys(sampleProject.stored).filter((type) => !written.has(type))).toEqual([]);
});
