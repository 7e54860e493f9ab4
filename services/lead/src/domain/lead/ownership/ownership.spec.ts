import { CaptureLead } from '../capturing/capturing.commands.js';
import { CHANNEL_ID, HEARD, LEAD_ID, OTHER_LEAD_ID, SIBLINGS as siblings } from '../lead.fixtures.js';
import { capturedWalk, convertedWalk, LeadWalk, MANAGER, OTHER_SALES, SYSTEM } from '../lead.walk.js';
import {
  AssignLead,
  AttachChannel,
  ClaimLead,
  DetachChannel,
  RecycleLead,
  ReleaseToPool,
} from './ownership.commands.js';

const TEAM = '9e107d9d-372b-5b68-8d6e-0a1b2c3d4e5f';
const pooledWalk = () => capturedWalk().do(ReleaseToPool, { reason: '无力跟进' });

describe('an assigned lead', () => {
  it('goes from one salesperson to another (L-10)', () =>
    capturedWalk()
      .do(AssignLead, { salespersonId: 'zhao-lei', reason: '区域调整', siblings }, MANAGER)
      .recorded({
        type: 'LeadAssigned',
        data: {
          leadId: LEAD_ID,
          state: 'CAPTURED',
          ownership: 'OWNED',
          salespersonId: 'zhao-lei',
          teamId: TEAM,
          previousSalespersonId: 'li-na',
          pursuits: [],
          reason: '区域调整',
          by: 'wang-fang',
          assignedOn: '2025-03-07',
        },
      }));
  it('says which tenders go with it, and the same again is nothing (L-10)', () => {
    const walk = convertedWalk().do(AssignLead, { salespersonId: 'zhao-lei', siblings }, MANAGER);
    expect(walk.last[0]?.data).toMatchObject({ pursuits: [{ type: 'TENDER', state: 'OPEN' }] });
    expect(walk.do(AssignLead, { salespersonId: 'zhao-lei', siblings }, MANAGER).last).toEqual([]);
  });
  it('warns where a key project goes to somebody who is not qualified (L-07)', () => {
    const walk = new LeadWalk().do(CaptureLead, { ...HEARD, estimatedAmountFen: 500_000_000, siblings });
    walk.do(AssignLead, { salespersonId: 'zhao-lei' }, MANAGER);
    expect(walk.last[0]?.data).toMatchObject({ warnings: [{ code: 'MEMBER_NOT_QUALIFIED', missing: ['ENROLMENT'] }] });
  });
});

describe('the pool', () => {
  it('takes back what an owner gives up (L-11)', () =>
    pooledWalk().recorded({
      type: 'LeadReleasedToPool',
      data: {
        leadId: LEAD_ID,
        state: 'CAPTURED',
        ownership: 'POOLED',
        previousSalespersonId: 'li-na',
        coolOffUntil: '2025-03-14',
        reason: '无力跟进',
        by: 'li-na',
        releasedOn: '2025-03-07',
      },
    }));
  it('takes nothing twice (L-11)', () =>
    expect(pooledWalk().refused(ReleaseToPool, { reason: 'x' }, MANAGER)).toEqual({ code: 'LEAD_NOT_OWNED' }));
  it('takes what nobody has followed up, unless somebody has meanwhile (L-12)', () => {
    const lastOn = '2025-03-07';
    expect(capturedWalk().refused(RecycleLead, { lastOn, knownOn: '2025-03-08' }, SYSTEM)).toEqual({
      code: 'INVALID_TRANSITION',
      command: 'RecycleLead',
      lastOn,
      knownOn: '2025-03-08',
    });
    expect(capturedWalk().refused(RecycleLead, { lastOn }, SYSTEM)).toMatchObject({ code: 'INVALID_TRANSITION' });
    const walk = capturedWalk().do(RecycleLead, { lastOn, knownOn: lastOn }, SYSTEM);
    expect(walk.last[0]?.data).toMatchObject({ reason: 'NO_FOLLOW_UP', by: 'system:test' });
  });
  it('gives a lead to whoever claims it, but not at once to whoever held it last (L-13)', () => {
    pooledWalk()
      .do(ClaimLead, { siblings }, OTHER_SALES)
      .recorded({
        type: 'LeadClaimed',
        data: {
          leadId: LEAD_ID,
          state: 'CAPTURED',
          ownership: 'OWNED',
          salespersonId: 'zhao-lei',
          teamId: TEAM,
          claimedOn: '2025-03-07',
        },
      });
    expect(pooledWalk().on('2025-03-13').refused(ClaimLead, { siblings })).toEqual({
      code: 'PREVIOUS_OWNER_COOLOFF',
      until: '2025-03-14',
    });
    expect(pooledWalk().on('2025-03-14').do(ClaimLead, { siblings }).types).toEqual(['LeadClaimed']);
    expect(capturedWalk().refused(ClaimLead, { siblings }, OTHER_SALES)).toEqual({
      code: 'LEAD_NOT_IN_POOL',
      salespersonId: 'li-na',
    });
  });
});

describe('whose the lead is (L-14)', () => {
  it('a salesperson acts on the own leads only; a manager on all', () => {
    expect(capturedWalk().refused(ReleaseToPool, { reason: 'x' }, OTHER_SALES)).toEqual({
      code: 'ROLE_NOT_ALLOWED',
      salespersonId: 'li-na',
    });
    expect(capturedWalk().do(ReleaseToPool, { reason: 'x' }, MANAGER).types).toEqual(['LeadReleasedToPool']);
  });
});

describe('the channel of a lead (L-15)', () => {
  const attached = () => capturedWalk().do(AttachChannel, { channelId: CHANNEL_ID, siblings });
  it('is one at a time', () => {
    attached().recorded({
      type: 'ChannelAttached',
      data: { leadId: LEAD_ID, state: 'CAPTURED', by: 'li-na', recordedOn: '2025-03-07', channelId: CHANNEL_ID },
    });
    expect(attached().do(AttachChannel, { channelId: CHANNEL_ID, siblings }).last).toEqual([]);
    expect(attached().refused(AttachChannel, { channelId: OTHER_LEAD_ID, siblings })).toEqual({
      code: 'CHANNEL_CONFLICT',
      channelId: CHANNEL_ID,
    });
  });
  it('is detached with a reason', () => {
    attached()
      .do(DetachChannel, { reason: '渠道有误' })
      .recorded({
        type: 'ChannelDetached',
        data: {
          leadId: LEAD_ID,
          state: 'CAPTURED',
          by: 'li-na',
          recordedOn: '2025-03-07',
          channelId: CHANNEL_ID,
          reason: '渠道有误',
        },
      });
    expect(capturedWalk().refused(DetachChannel, { reason: 'x' })).toEqual({ code: 'NOT_FOUND' });
  });
});
