import { randomUUID } from 'node:crypto';
import { leadConverted, proposalAccepted, type PublicEvent } from '@engsales/events';
import { MemoryBus } from '@engsales/messaging';
import { aMessage } from '@engsales/messaging/testing';
import leadSample from '../../../libs/events/src/samples/lead.LeadConverted.v1.json';
import proposalSample from '../../../libs/events/src/samples/tender.ProposalAccepted.v1.json';
import { eventually } from '../../../tools/testing/eventually.js';
import { startForTest, type ServiceUnderTest } from '../../../tools/testing/service-under-test.js';
import { ContractModule } from '../src/contract.module.js';
import { contractIdOfLead } from '../src/domain/ids.js';
import { BASE, leader, sales } from './http-walk.fixtures.js';

describe('a quotation that was accepted', () => {
  let service: ServiceUnderTest;
  let bus: MemoryBus;
  beforeAll(async () => {
    bus = new MemoryBus();
    service = await startForTest(ContractModule, { bus, now: '2025-03-20T01:00:00Z' });
  });
  afterAll(() => service.stop());

  let sequence = 0;
  const hear = async <Data>(event: PublicEvent<Data>, data: object, subject: string, projectId: string, times = 1) => {
    sequence += 1;
    const message = aMessage(event, data as Data, { subject, projectId, sequence });
    const handled = async () => Number(await bus.handledUpTo('contract', message.source));
    for (let time = 0; time < times; time += 1) {
      const before = await handled();
      bus.put(message);
      await eventually(async () => (await handled()) > before, 'the message is handled');
    }
  };
  const convert = (leadId: string) => hear(leadConverted, { ...leadSample, leadId }, leadId, leadId);
  const accept = (leadId: string, changes: object = {}, times = 1) => {
    const proposalId = randomUUID();
    return hear(proposalAccepted, { ...proposalSample, leadId, proposalId, ...changes }, proposalId, leadId, times);
  };
  const draftOf = async (leadId: string) => (await service.get(sales, `${BASE}/${contractIdOfLead(leadId, 1)}`)).body;

  it('fills the draft of its lead once, and people go on from there (C-130)', async () => {
    const leadId = randomUUID();
    await convert(leadId);
    await accept(leadId, {}, 3);
    const draft = await draftOf(leadId);
    expect(draft).toMatchObject({
      state: 'DRAFT',
      draftNo: 2,
      revision: 1,
      document: {
        source: { type: 'NEGOTIATION', id: leadId },
        totalFen: 372_000_000,
        warrantyTerms: { defectsLiabilityMonths: 24 },
        milestones: [],
      },
    });
    const [line] = proposalSample.lines;
    const path = `${BASE}/${contractIdOfLead(leadId, 1)}`;
    const { status } = await service.post(sales, `${path}/revise-contract`, {
      projectName: draft.document.projectName,
      customer: draft.document.customer,
      salespersonId: 'li-na',
      merchandiserId: 'zhou-min',
      operationMode: 'OWN_PRODUCTION',
      rightsAndObligations: '按约',
      lines: [line],
      paymentMilestones: [{ id: 'M1', kind: 'ADVANCE', bps: 10_000, trigger: 'SIGNED', netDays: 7, gate: 'NONE' }],
    });
    expect(status).toBe(200);
    await accept(leadId, { lines: [{ ...line, qty: '1', amountFen: 186_000_000 }], version: 3 });
    expect(await draftOf(leadId)).toMatchObject({
      draftNo: 4,
      document: {
        merchandiserId: 'zhou-min',
        rightsAndObligations: '按约',
        totalFen: 186_000_000,
        milestones: [{ id: 'M1', bps: 10_000, amountFen: 186_000_000 }],
      },
    });
  });

  it('that is heard before its lead begins the draft, and the lead then changes nothing (C-24, C-130)', async () => {
    const leadId = randomUUID();
    await accept(leadId);
    await convert(leadId);
    expect(await draftOf(leadId)).toMatchObject({
      draftNo: 1,
      revision: 0,
      projectId: leadId,
      draftedBy: expect.stringContaining('system'),
    });
  });

  it('leaves a contract that waits for its approval, is approved or given up as it is (C-130)', async () => {
    const leadId = randomUUID();
    await convert(leadId);
    await service.post(leader, `${BASE}/${contractIdOfLead(leadId, 1)}/abandon-contract`, { reason: '客户放弃' });
    await accept(leadId);
    expect(await draftOf(leadId)).toMatchObject({ state: 'ABANDONED', draftNo: 1 });
  });
});
