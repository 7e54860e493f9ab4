import { CONTACT_ID, LEAD_ID, OTHER_LEAD_ID, OWNER_ID, SIBLINGS as siblings } from '../lead.fixtures.js';
import { registeredWalk } from '../lead.walk.js';
import { FileDocument, HoldTechnicalExchange, ObtainFeasibilityReport, VisitSampleSite } from './evidence.commands.js';

const fact = { leadId: LEAD_ID, state: 'QUALIFYING', by: 'li-na', recordedOn: '2025-03-07' } as const;

describe('what was got, shown and filed (L-29)', () => {
  it('a feasibility report, on a day that has been', () => {
    registeredWalk()
      .do(ObtainFeasibilityReport, { docRef: 'KY-1', on: '2025-03-06' })
      .recorded({ type: 'FeasibilityReportObtained', data: { ...fact, docRef: 'KY-1', on: '2025-03-06' } });
    expect(registeredWalk().refused(ObtainFeasibilityReport, { docRef: 'KY-1', on: '2025-03-08' })).toMatchObject({
      code: 'DATE_IN_FUTURE',
    });
  });
  it('a technical exchange, with contacts that there are', () => {
    const held = { on: '2025-03-06', topics: ['冷站'], result: '认可', docRef: 'JL-1' };
    const attendees = [{ partyId: OWNER_ID, contactId: CONTACT_ID }];
    const walk = registeredWalk().do(HoldTechnicalExchange, { ...held, attendees, siblings });
    walk.recorded({ type: 'TechnicalExchangeHeld', data: { ...fact, ...held, attendees } });
    expect(walk.state).toMatchObject({ documents: [{ type: 'TECHNICAL_EXCHANGE', ref: 'JL-1', on: '2025-03-06' }] });
    const strangers = [{ partyId: OWNER_ID, contactId: OTHER_LEAD_ID }];
    expect(walk.refused(HoldTechnicalExchange, { ...held, attendees: strangers, siblings })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
  it('a sample that the customer saw', () =>
    registeredWalk()
      .do(VisitSampleSite, { site: '省人民医院', on: '2025-03-06', impression: '满意' })
      .recorded({
        type: 'SampleSiteVisited',
        data: { ...fact, site: '省人民医院', on: '2025-03-06', impression: '满意' },
      }));
  it('a paper, which is filed again under its reference', () => {
    const paper = { documentType: 'PROPOSAL', title: '初步方案', docRef: 'FA-1' };
    const walk = registeredWalk().do(FileDocument, paper);
    walk.recorded({ type: 'DocumentFiled', data: { ...fact, ...paper } });
    walk.do(FileDocument, { ...paper, title: '方案二' });
    expect(walk.state).toMatchObject({
      documents: [{ type: 'PROPOSAL', title: '方案二', ref: 'FA-1', on: '2025-03-07' }],
    });
  });
});
