import type { RecordedEvent } from '@engsales/event-sourcing';
import { publicationFaults } from '@engsales/messaging/testing';
import type { ContractEvent } from '../domain/contract/contract.events.js';
import { correctedLives } from '../domain/contract/corrections.walk.js';
import { contractLives, draftedWalk, signedWalk } from '../domain/contract/contract.walk.js';
import type { DraftDocument } from '../domain/contract/drafting/drafting.commands.js';
import { publishedEvents } from './published-events.js';

const published = (events: readonly ContractEvent[]) =>
  events.flatMap((event) => publishedEvents(event as unknown as RecordedEvent) ?? []);

const RICH: Partial<DraftDocument> = {
  source: { type: 'TENDER', id: 't-1' },
  customer: { partyId: 'party-1', name: '临江市第二人民医院' },
  warrantyTerms: { defectsLiabilityMonths: 24 },
  penaltyTerms: { lateDeliveryBpsPerDay: 5, capBps: 500 },
  drawings: [{ drawingNo: 'D-1', rev: 'A' }],
  awardedFen: 700_000_000,
};

describe('what contract publishes', () => {
  it('is described by its schemas to the last field, and is every public event of contract', () => {
    const events = [
      ...Object.values({ ...contractLives, ...correctedLives }).flatMap((life) => life().past),
      ...signedWalk(RICH).past,
      ...draftedWalk({ customer: undefined, salespersonId: undefined, lines: [], paymentMilestones: [] }).past,
    ];
    // change orders (变更单) and handovers (移交) are described for those who hear of them; contract does not make them yet
    expect(publicationFaults('contract', published(events))).toEqual([
      'contract.ChangeOrderEffective was not published',
      'contract.ProjectHandoverCompleted was not published',
    ]);
  });

  it('has no name of a person (C-27)', () => {
    const said = JSON.stringify(published(signedWalk(RICH).past));
    expect(said).not.toMatch(/personRef|signator/);
  });

  it('does not publish the tax of lines', () => {
    const [signed] = published(signedWalk().last);
    expect(Object.keys((signed?.data as { lines: object[] }).lines[0]!)).not.toContain('taxFen');
  });
});
