import type { RecordedEvent } from '@engsales/event-sourcing';
import { given, issued } from '@engsales/event-sourcing/testing';
import { validateMessage } from '@engsales/messaging';
import { aMessage } from '@engsales/messaging/testing';
import { contract } from '../domain/contract/contract.js';
import { SignContract } from '../domain/contract/contract.commands.js';
import {
  abandoned,
  approved,
  CONTRACT_ID,
  drafted,
  revisedBy,
  SIGNATORIES,
  submittedBy,
} from '../domain/contract/contract.fixtures.js';
import type { ContractEvent } from '../domain/contract/contract.events.js';
import type { DraftDocument } from '../domain/contract/contract-document.js';
import { publishedEvents } from './published-events.js';

const publication = (event: { type: string; data: unknown }) => publishedEvents(event as RecordedEvent);
const signedEvents = (changes: Partial<DraftDocument> = {}) => {
  const command = new SignContract(
    { contractId: CONTRACT_ID, contractNo: 'HT-1', signedOn: '2025-03-10', signatories: SIGNATORIES, scanRef: 's' },
    issued(),
  );
  return contract.decide(command, given(contract, drafted(changes), submittedBy('li-na'), approved).state);
};

describe('what contract publishes', () => {
  const rich: Partial<DraftDocument> = {
    source: { type: 'TENDER', id: 't-1' },
    customer: { partyId: 'party-1', name: '临江市第二人民医院' },
    warrantyTerms: { defectsLiabilityMonths: 24 },
    penaltyTerms: { lateDeliveryBpsPerDay: 5, capBps: 500 },
    drawings: [{ drawingNo: 'D-1', rev: 'A' }],
    awardedFen: 700_000_000,
  };
  it.each<[string, ContractEvent]>([
    ['a bare draft', drafted({ customer: undefined, salespersonId: undefined, lines: [], paymentMilestones: [] })],
    ['a whole draft', drafted(rich)],
    ['an abandoned one', abandoned],
    ...signedEvents().map((event) => [`${event.type}`, event] as [string, ContractEvent]),
    ...signedEvents(rich).map((event) => [`${event.type} with every option`, event] as [string, ContractEvent]),
  ])('%s passes its own schema', (_title, event) => {
    const published = publication(event);
    if (!published) throw new Error('nothing was published');
    const data = JSON.parse(JSON.stringify(published.data)) as unknown;
    expect(() => validateMessage(aMessage(published.event, data, { subject: CONTRACT_ID }))).not.toThrow();
  });

  it('names no signatory', () => expect(JSON.stringify(signedEvents().map(publication))).not.toContain('signator'));
  it.each([revisedBy('x'), submittedBy('x'), approved])('$type stays inside', (event) =>
    expect(publication(event)).toBeUndefined(),
  );
  it('says the same total as the document', () =>
    expect(publication(signedEvents()[0]!)?.data).toMatchObject({
      totalFen: 700_000_000,
      taxFen: 77_795_242,
      orderLineIds: ['L1', 'L2', 'L3'],
    }));
});
