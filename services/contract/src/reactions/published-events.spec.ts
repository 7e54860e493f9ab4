import { CATALOGUE } from '@engsales/events';
import type { RecordedEvent } from '@engsales/event-sourcing';
import { given, issued } from '@engsales/event-sourcing/testing';
import { validateMessage } from '@engsales/messaging';
import { aMessage } from '@engsales/messaging/testing';
import { contract } from '../domain/contract/contract.js';
import { SignContract } from '../domain/contract/contract.commands.js';
import {
  abandoned,
  aDocument,
  approved,
  CONTRACT_ID,
  drafted,
  PROJECT_ID,
  revisedBy,
  SIGNATORIES,
  submittedBy,
} from '../domain/contract/contract.fixtures.js';
import type { ContractEvent } from '../domain/contract/contract.events.js';
import type { DraftDocument } from '../domain/contract/contract-document.js';
import {
  AcceptExecutionForm,
  CloseContract,
  CompleteContract,
  SubmitExecutionForm,
} from '../domain/contract/execution.commands.js';
import * as ending from '../domain/contract/ending.commands.js';
import { ImportContract } from '../domain/contract/import.commands.js';
import {
  GrantCreditRelease,
  MarkMilestoneOverdue,
  RecordRefund,
  ReverseReceipt,
} from '../domain/contract/money.commands.js';
import { finishedWalk, signedWalk, Walk } from '../../test/walk.fixtures.js';
import { publishedEvents } from './published-events.js';

/** Every public event of a contract, recorded by the decider on its way from the draft to its end. */
function everythingPublished() {
  const events: ContractEvent[] = [];
  const keep = (walk: Walk) => {
    events.push(...walk.last);
    return walk;
  };
  const walk = keep(finishedWalk());
  keep(walk.do(CompleteContract, {}));
  for (const { id, amountFen } of walk.now.milestones?.slice(0, 4) ?? []) keep(walk.receipt(amountFen, id));
  keep(walk.do(CloseContract, {}));
  keep(walk.do(RecordRefund, { amountFen: 5, on: '2025-03-10', bankRef: 'R' }));
  keep(walk.do(ReverseReceipt, { receiptId: walk.now.receipts?.[0]?.receiptId ?? '', reason: '退票' }));
  keep(signedWalk().do(GrantCreditRelease, { gate: 'DISPATCH', until: '2025-04-01', reason: 'x' }, 'wang'));
  keep(signedWalk().on('2025-04-01').do(MarkMilestoneOverdue, {}));
  keep(signedWalk().do(SubmitExecutionForm, { specialRequirements: '夜间' }).do(AcceptExecutionForm, {}));
  const imported = { projectId: PROJECT_ID, document: aDocument(), contractNo: 'HT-1', signedOn: '2025-03-10' };
  const receipt = {
    receiptId: 'r-1',
    bankRef: 'B',
    amountFen: 5,
    receivedOn: '2025-03-10',
    instrument: 'TRANSFER' as const,
    allocations: [],
  };
  const shipped = [{ lineId: 'L1', qty: '1' }];
  keep(new Walk().do(ImportContract, { ...imported, triggered: [], receipts: [receipt], shipped, delivered: [] }));
  const stopped = keep(signedWalk().do(ending.SuspendContract, { reason: 'x', since: '2025-03-10' }));
  keep(
    stopped.do(ending.ResumeContract, {
      resumedOn: '2025-03-10',
      dateShifts: [{ lineId: 'L1', to: '2025-10-01', reason: 'x' }],
    }),
  );
  keep(signedWalk().do(ending.VoidContract, { reason: 'x', docRef: 'd' }));
  const terminated = keep(
    signedWalk().do(ending.TerminateContract, { initiator: 'CUSTOMER' as const, reason: 'x', docRef: 'd' }),
  );
  for (const lineId of ['L1', 'L2', 'L3']) {
    terminated.do(ending.RecordOrderEnd, { lineId, outcome: 'CANCELLED' as const, sunkCostFen: 1 });
  }
  keep(terminated.do(ending.SettleTermination, { finalFen: 5, docRef: 'd' }));
  events.push(drafted(), ...signedWalk().last);
  const walks = events.filter((event) => publication(event)).map((event) => [event.type, event] as const);
  return { walks, published: new Set(walks.map(([, event]) => publication(event)?.event.type)) };
}

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

  const { walks, published: names } = everythingPublished();
  it.each(walks)('%s passes its own schema, as a contract records it', (_title, event) => {
    const published = publication(event);
    if (!published) throw new Error('nothing was published');
    expect(() => validateMessage(aMessage(published.event, published.data, { subject: CONTRACT_ID }))).not.toThrow();
  });
  it('covers every contract event of the catalogue; an abandoned one is above', () => {
    const known = [...CATALOGUE.keys()].filter((type) => type.startsWith('contract.'));
    expect(known.filter((type) => !names.has(type))).toEqual(['contract.ContractAbandoned']);
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
