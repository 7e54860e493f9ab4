import {
  SIBLINGS as siblings,
  CHANNEL_ID,
  CLOSED_PARTY_ID,
  HEARD,
  LEAD_ID,
  OTHER_LEAD_ID,
  OWNER_ID,
} from '../lead.fixtures.js';
import { capturedWalk, LeadWalk, MANAGER, SALES, SYSTEM } from '../lead.walk.js';
import { CaptureLead, CorrectLead, ImportLead } from './capturing.commands.js';

const HEARD_OF = { projectName: HEARD.projectName, city: HEARD.city, source: HEARD.source };

describe('a captured lead', () => {
  it('belongs to the salesperson who captures it, and is numbered by day and id (L-01, L-02)', () =>
    capturedWalk().recorded({
      type: 'LeadCaptured',
      data: {
        leadId: LEAD_ID,
        state: 'CAPTURED',
        leadNo: 'XS-20250307-3F9A2C',
        ownership: 'OWNED',
        ...HEARD_OF,
        estimatedAmountFen: 100_000_000,
        salespersonId: 'li-na',
        teamId: '9e107d9d-372b-5b68-8d6e-0a1b2c3d4e5f',
        capturedBy: 'li-na',
        capturedOn: '2025-03-07',
      },
    }));
  it('belongs to nobody where no salesperson captures it (L-01)', () => {
    const walk = new LeadWalk().do(CaptureLead, { ...HEARD, siblings }, MANAGER);
    expect(walk.state).toMatchObject({ ownership: 'POOLED', salespersonId: undefined, teamId: undefined });
  });
  it('belongs to another where a manager says so, and nobody else may (L-01)', () => {
    const words = { ...HEARD, salespersonId: 'zhao-lei', siblings };
    expect(new LeadWalk().do(CaptureLead, words, MANAGER).state).toMatchObject({ salespersonId: 'zhao-lei' });
    expect(new LeadWalk().do(CaptureLead, words, SYSTEM).state).toMatchObject({ salespersonId: 'zhao-lei' });
    expect(new LeadWalk().refused(CaptureLead, words)).toMatchObject({
      code: 'ROLE_NOT_ALLOWED',
      field: 'salespersonId',
    });
    expect(new LeadWalk().do(CaptureLead, { ...words, salespersonId: 'li-na' }).state).toMatchObject({
      salespersonId: 'li-na',
    });
  });
  it('has a source, and some sources have a referrer (L-03)', () => {
    expect(new LeadWalk().refused(CaptureLead, { projectName: 'X', city: 'Y' })).toMatchObject({
      code: 'LEAD_SOURCE_REQUIRED',
      allowed: expect.arrayContaining(['BILLBOARD', 'RETURN_VISIT']) as string[],
    });
    const referred = { ...HEARD, source: 'PERSONAL_REFERRAL' } as const;
    expect(new LeadWalk().refused(CaptureLead, referred)).toEqual({
      code: 'REFERRER_REQUIRED',
      source: 'PERSONAL_REFERRAL',
    });
    expect(new LeadWalk().do(CaptureLead, { ...referred, referrerRef: 'REF-1', siblings }).types).toEqual([
      'LeadCaptured',
    ]);
  });
  it('names only parties and channels that there are (L-04)', () => {
    const named = (words: object) => new LeadWalk().refused(CaptureLead, { ...HEARD, ...words, siblings });
    expect(named({ ownerPartyId: OTHER_LEAD_ID })).toEqual({ code: 'NOT_FOUND', partyId: OTHER_LEAD_ID });
    expect(named({ ownerPartyId: CLOSED_PARTY_ID })).toEqual({ code: 'PARTY_INACTIVE', partyId: CLOSED_PARTY_ID });
    expect(named({ channelId: OTHER_LEAD_ID })).toEqual({ code: 'NOT_FOUND', channelId: OTHER_LEAD_ID });
    const suspended = { ...siblings, channels: [{ channelId: CHANNEL_ID, state: 'SUSPENDED' }] };
    expect(new LeadWalk().refused(CaptureLead, { ...HEARD, channelId: CHANNEL_ID, siblings: suspended })).toEqual({
      code: 'CHANNEL_NOT_ACTIVE',
      channelId: CHANNEL_ID,
      channelState: 'SUSPENDED',
    });
    const owned = new LeadWalk().do(CaptureLead, { ...HEARD, ownerPartyId: OWNER_ID, siblings });
    expect(owned.state).toMatchObject({ captured: { ownerName: '临江市第二人民医院' } });
  });
  it('is captured a second time only with the reason of a manager (L-05)', () => {
    const words = { ...HEARD, duplicateOverrideReason: '两个标段', siblings };
    expect(new LeadWalk().refused(CaptureLead, words)).toMatchObject({
      code: 'ROLE_NOT_ALLOWED',
      field: 'duplicateOverrideReason',
    });
    expect(new LeadWalk().do(CaptureLead, words, MANAGER).state).toMatchObject({ duplicateOverrideReason: '两个标段' });
  });
  it('knows how far the building is, phase and process (L-06)', () => {
    const walk = new LeadWalk().do(CaptureLead, { ...HEARD, constructionProcess: 'PRE_SALE', siblings });
    expect(walk.state).toMatchObject({
      construction: {
        constructionPhase: 'CONSTRUCTION_START',
        constructionProcess: 'PRE_SALE',
        permits: [],
        workPackages: [],
      },
    });
  });
  it('of a key project goes to somebody who is qualified, or warns (L-07)', () => {
    const key = { ...HEARD, estimatedAmountFen: 500_000_000 };
    expect(new LeadWalk().do(CaptureLead, { ...key, siblings }).last[0]?.data).not.toHaveProperty('warnings');
    expect(new LeadWalk().do(CaptureLead, key).last[0]?.data).toMatchObject({
      warnings: [{ code: 'MEMBER_NOT_QUALIFIED', missing: ['ENROLMENT'] }],
    });
    const late = new LeadWalk().on('2026-01-01').do(CaptureLead, { ...key, siblings });
    expect(late.last[0]?.data).toMatchObject({ warnings: [{ code: 'MEMBER_NOT_QUALIFIED', missing: ['ETHICS'] }] });
    const pooled = new LeadWalk().do(CaptureLead, key, MANAGER);
    expect(pooled.last[0]?.data).not.toHaveProperty('warnings');
  });
});

describe('an imported lead', () => {
  it('is dated by its list, never after today, and goes to the pool without a salesperson (L-08)', () => {
    const walk = new LeadWalk().do(ImportLead, { ...HEARD, capturedOn: '2024-12-31', siblings }, SALES);
    expect(walk.state).toMatchObject({
      isImported: true,
      ownership: 'POOLED',
      capturedOn: '2024-12-31',
      leadNo: 'XS-20241231-3F9A2C',
    });
    expect(new LeadWalk().refused(ImportLead, { ...HEARD, capturedOn: '2025-03-08', siblings })).toEqual({
      code: 'DATE_IN_FUTURE',
      capturedOn: '2025-03-08',
      today: '2025-03-07',
    });
    expect(walk.refused(ImportLead, { ...HEARD, capturedOn: '2024-12-31', siblings })).toMatchObject({
      code: 'ALREADY_IMPORTED',
    });
  });
});

describe('a correction', () => {
  it('says again what was wrong, and the rest stays (L-09)', () =>
    capturedWalk()
      .do(CorrectLead, { city: '临江', ownerPartyId: OWNER_ID, reason: '城市有误', siblings })
      .recorded({
        type: 'LeadCorrected',
        data: {
          leadId: LEAD_ID,
          state: 'CAPTURED',
          ...HEARD_OF,
          city: '临江',
          ownerPartyId: OWNER_ID,
          ownerName: '临江市第二人民医院',
          reason: '城市有误',
          by: 'li-na',
          recordedOn: '2025-03-07',
        },
      }));
  it('is checked like what was heard (L-03, L-09)', () =>
    expect(capturedWalk().refused(CorrectLead, { source: 'DEALER_PARTNER', reason: 'x', siblings })).toMatchObject({
      code: 'REFERRER_REQUIRED',
    }));
});
