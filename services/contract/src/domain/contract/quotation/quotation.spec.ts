import { aDocument, CONTRACT_ID, DOCUMENT, PROJECT_ID } from '../contract.fixtures.js';
import { possible } from '../contract.possible.fixtures.js';
import { ContractWalk, draftedWalk } from '../contract.walk.js';
import type { DraftDocument, DraftMilestone } from '../drafting/drafting.commands.js';
import { RecordNegotiationRound, SubmitForApproval, ApproveContract } from '../drafting/drafting.commands.js';
import { quotationRules } from './quotation.js';
import { TakeUpQuotation } from './quotation.commands.js';

const LEAD_ID = PROJECT_ID;
const SYSTEM = { id: 'system:reaction', role: 'SYSTEM' };
const SOURCE = { type: 'NEGOTIATION', id: LEAD_ID } as const;

/** P1's lines as they were accepted: 7,000,000.00 yuan. */
const quoted = (changes: Partial<DraftDocument> = {}): DraftDocument => ({
  projectName: '门诊楼中央空调报价',
  source: SOURCE,
  customer: { partyId: 'party-1', name: '报价客户' },
  salespersonId: 'zhao-lei',
  operationMode: 'OWN_PRODUCTION',
  lines: aDocument().lines,
  paymentMilestones: [],
  ...changes,
});
const taking = (changes: Partial<DraftDocument> = {}) => ({
  leadId: LEAD_ID,
  projectId: PROJECT_ID,
  quoted: quoted(changes),
});
const take = (walk: ContractWalk, changes: Partial<DraftDocument> = {}) =>
  walk.do(TakeUpQuotation, taking(changes), SYSTEM);
const documentOf = (walk: ContractWalk) => {
  if (walk.state.state === 'NONE') throw new Error('there is no contract');
  return walk.state.document;
};
/** The first line alone: 3,720,000.00 yuan. */
const chillers = { lines: aDocument().lines.slice(0, 1) };
const amounts = (walk: ContractWalk) => documentOf(walk).milestones.map(({ amountFen }) => amountFen);
const warnings = ({ last }: ContractWalk) => (last[0]?.data as { warnings?: object[] }).warnings;

describe('a quotation that was accepted', () => {
  it('begins the draft where there is none yet (C-130)', () => {
    take(new ContractWalk()).recorded({
      type: 'ContractDrafted',
      data: {
        contractId: CONTRACT_ID,
        projectId: PROJECT_ID,
        state: 'DRAFT',
        draftNo: 1,
        document: {
          projectName: '门诊楼中央空调报价',
          source: SOURCE,
          customer: { partyId: 'party-1', name: '报价客户' },
          salespersonId: 'zhao-lei',
          operationMode: 'OWN_PRODUCTION',
          lines: DOCUMENT.lines,
          milestones: [],
          totalFen: 700_000_000,
          taxFen: 77_795_242,
          drawings: [],
        },
        draftedBy: 'system:reaction',
        draftedOn: '2025-03-10',
      },
    });
  });

  it('gives the draft that is there its lines, mode and papers, and keeps what people have written (C-130)', () => {
    const written = {
      penaltyTerms: { lateDeliveryBpsPerDay: 5, capBps: 500 },
      drawings: [{ drawingNo: 'A-1', rev: '2' }],
      warrantyTerms: { defectsLiabilityMonths: 12 },
    };
    const papers = { operationMode: 'BUYOUT', riskAssessmentId: 'RA-1', writtenConsentRef: 'DOC-1' } as const;
    const walk = take(draftedWalk({ ...written, source: SOURCE }), papers);
    walk.recorded({
      type: 'ContractRevised',
      data: {
        contractId: CONTRACT_ID,
        state: 'DRAFT',
        draftNo: 2,
        document: { ...DOCUMENT, ...written, ...papers, source: SOURCE },
        revisedBy: 'system:reaction',
        revisedOn: '2025-03-10',
      },
    });
    const warranty = { defectsLiabilityMonths: 24 };
    expect(documentOf(take(draftedWalk(written), { warrantyTerms: warranty })).warrantyTerms).toEqual(warranty);
  });

  it('fills what nobody has written yet (C-130)', () => {
    const draft = draftedWalk({ customer: undefined, salespersonId: undefined, lines: [], paymentMilestones: [] });
    expect(documentOf(take(draft))).toMatchObject({
      source: SOURCE,
      customer: { partyId: 'party-1', name: '报价客户' },
      salespersonId: 'zhao-lei',
      projectName: '临江市第二人民医院新院区中央空调',
      totalFen: 700_000_000,
    });
  });

  it('leaves lines where they are delivered, and with whom they share (C-130)', () => {
    const [first, ...rest] = aDocument().lines;
    const lines = first ? [{ ...first, deliverTo: '临江市机房', packageKey: 'P', trackingKey: 'T' }, ...rest] : [];
    const kept = documentOf(take(draftedWalk({ lines }))).lines[0];
    expect(kept).toMatchObject({ deliverTo: '临江市机房', packageKey: 'P', trackingKey: 'T' });
    const said = lines.map((line) => ({ ...line, deliverTo: '新址', packageKey: 'Q', trackingKey: 'U' }));
    const taken = documentOf(take(draftedWalk({ lines }), { lines: said })).lines[0];
    expect(taken).toMatchObject({ deliverTo: '新址', packageKey: 'Q', trackingKey: 'U' });
  });

  it('does not end a negotiation (C-130)', () => {
    const talk = { topic: '价格', ours: '700', theirs: '680' };
    const walk = take(draftedWalk().do(RecordNegotiationRound, talk));
    expect(walk.state).toMatchObject({ state: 'NEGOTIATING', rounds: [talk] });
  });

  it('is an author’s work, so that people may still approve the draft (C-130)', () => {
    const walk = take(draftedWalk()).do(SubmitForApproval, {}, 'li-na').do(ApproveContract, {}, 'wang');
    expect(walk.state.state).toBe('APPROVED');
  });
});

describe('the payment schedule of a draft whose total changes by a quotation (C-131)', () => {
  const share = (id: string, bps: number): DraftMilestone => ({
    id,
    kind: 'PROGRESS',
    bps,
    trigger: 'SIGNED',
    netDays: 7,
    gate: 'NONE',
  });

  it('in shares follows the total', () => {
    const walk = take(draftedWalk({ paymentMilestones: [share('A', 3_000), share('B', 7_000)] }), chillers);
    expect([amounts(walk), warnings(walk)]).toEqual([[111_600_000, 260_400_000], undefined]);
  });

  it('in amounts goes on in the same proportions, and says so', () => {
    const walk = take(draftedWalk(), chillers);
    expect(amounts(walk)).toEqual([111_600_000, 111_600_000, 74_400_000, 63_240_000, 11_160_000]);
    expect(documentOf(walk).milestones[0]).toMatchObject({ kind: 'ADVANCE', gate: 'RELEASE_PRODUCTION', netDays: 7 });
    expect(warnings(walk)).toEqual([
      { code: 'PAYMENT_SCHEDULE_SCALED', beforeFen: 700_000_000, totalFen: 372_000_000 },
    ]);
  });

  it('rounds each part down and the last one takes the rest, never a deposit', () => {
    const line = (unitPrice: string) =>
      aDocument()
        .lines.slice(0, 1)
        .map((one) => ({ ...one, qty: '1', unitPrice }));
    const paymentMilestones: DraftMilestone[] = [
      { ...share('A', 0), bps: undefined, amountFen: 55 },
      { ...share('B', 0), bps: undefined, amountFen: 25 },
      { ...share('C', 0), bps: undefined, amountFen: 20, kind: 'DEPOSIT' },
    ];
    const walk = take(draftedWalk({ lines: line('1.00'), paymentMilestones }), { lines: line('0.99') });
    expect(amounts(walk)).toEqual([54, 26, 19]);
  });

  it('that fits no line any more is left out, and that is said', () => {
    const scoped = aDocument().paymentMilestones.map((milestone) =>
      milestone.id === 'M2' ? { ...milestone, scope: { mode: 'ALL' as const, lineIds: ['L2'] } } : milestone,
    );
    const walk = take(draftedWalk({ paymentMilestones: scoped }), chillers);
    expect([amounts(walk), warnings(walk)]).toEqual([
      [],
      [{ code: 'PAYMENT_SCHEDULE_LEFT_OUT', milestoneIds: ['M1', 'M2', 'M3', 'M4', 'M5'] }],
    ]);
  });

  it('of a draft without lines that adds up to nothing is left out', () => {
    const shares = { lines: [], paymentMilestones: [share('A', 5_000)] };
    const walk = take(draftedWalk(shares), chillers);
    expect(warnings(walk)).toEqual([{ code: 'PAYMENT_SCHEDULE_LEFT_OUT', milestoneIds: ['A'] }]);
  });
});

describe('in which state (C-130)', () => {
  possible(TakeUpQuotation, taking(), ['NONE', 'DRAFT', 'NEGOTIATING']);
  possible.every(quotationRules);
});
