import { aggregate, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import {
  BookDeal,
  ChangeDeal,
  EndDeal,
  MoveDealMoney,
  RateDeal,
  SettleDeal,
  type DealCommand,
} from './deal.commands.js';
import type { DealBooked, DealEnded, DealEvent } from './deal.events.js';
import type { BookedDeal, Deal, ForestalledDeal, UnbookedDeal } from './deal.state.js';

const BOOKED = ['BOOKED', 'VOIDED', 'TERMINATED', 'SETTLED'] as const;

const rules = {
  BookDeal: {
    command: BookDeal,
    in: ['NONE', 'FORESTALLED'],
    otherwise: () => 'DUPLICATE_DEAL',
    decide: bookDeal,
  },
  ChangeDeal: { command: ChangeDeal, in: BOOKED, decide: changeDeal },
  EndDeal: { command: EndDeal, in: ['NONE', 'FORESTALLED', 'BOOKED', 'VOIDED', 'TERMINATED'], decide: endDeal },
  SettleDeal: { command: SettleDeal, in: ['BOOKED', 'VOIDED', 'TERMINATED'], decide: settleDeal },
  MoveDealMoney: { command: MoveDealMoney, in: BOOKED, decide: moveDealMoney },
  RateDeal: { command: RateDeal, in: BOOKED, decide: rateDeal },
} satisfies RulesOf<BookDeal, UnbookedDeal, DealEvent> &
  RulesOf<EndDeal, Deal, DealEvent> &
  RulesOf<Exclude<DealCommand, BookDeal | EndDeal>, BookedDeal, DealEvent>;

const fold = {
  DealBooked: (_before, data) => ({
    state: data.state,
    contractId: data.contractId,
    projectId: data.projectId,
    projectName: data.projectName,
    customerPartyId: data.customerPartyId,
    customerName: data.customerName,
    salespersonId: data.salespersonId,
    signedOn: data.signedOn,
    contractVersion: 1,
    totalFen: data.totalFen,
    currentTotalFen: data.totalFen,
    receivedFen: 0,
    moved: [],
    ratings: [],
  }),
  DealEnded: (deal, { kind }): ForestalledDeal | BookedDeal =>
    deal.state === 'NONE' || deal.state === 'FORESTALLED' ? { state: 'FORESTALLED', kind } : { ...deal, state: kind },
  DealChanged: (deal, { state, contractVersion, currentTotalFen }) => ({
    ...deal,
    state,
    contractVersion,
    currentTotalFen,
  }),
  DealSettled: (deal, { state, finalFen }) => ({ ...deal, state, finalFen }),
  DealMoneyMoved: (deal, { state, ref, receivedFen }) => ({
    ...deal,
    state,
    receivedFen,
    moved: [...deal.moved, ref],
  }),
  DealRated: (deal, { state, ref, scoreTenths, ratedOn }) => ({
    ...deal,
    state,
    ratings: [...deal.ratings, { ref, scoreTenths, ratedOn }],
  }),
} satisfies FoldOf<DealBooked, UnbookedDeal, BookedDeal> &
  FoldOf<DealEnded, Deal, ForestalledDeal | BookedDeal> &
  FoldOf<Exclude<DealEvent, DealBooked | DealEnded>, BookedDeal>;

/** What a signed contract counts for in sales (业绩): told by contract and aftersales, commanded by nobody. */
export const deal = aggregate<Deal, DealCommand, DealEvent>({
  category: 'deal',
  id: 'contractId',
  initialState: { state: 'NONE' },
  absent: ['NONE', 'FORESTALLED'],
  rules,
  fold,
});

/** A contract of which the end is known already is booked as ended. */
function bookDeal({ data, issued }: BookDeal, before: UnbookedDeal): DealEvent[] {
  return [
    {
      type: 'DealBooked',
      data: {
        contractId: data.contractId,
        state: before.state === 'FORESTALLED' ? before.kind : 'BOOKED',
        projectId: data.projectId,
        projectName: data.projectName,
        customerPartyId: data.customerPartyId,
        customerName: data.customerName,
        salespersonId: data.salespersonId,
        signedOn: data.signedOn,
        totalFen: data.totalFen,
        bookedOn: issued.today,
      },
    },
  ];
}

/** An older version than is known changes nothing. */
function changeDeal({ data }: ChangeDeal, { contractId, state, contractVersion: known }: BookedDeal): DealEvent[] {
  const { contractVersion, currentTotalFen, on } = data;
  if (contractVersion <= known) return [];
  return [{ type: 'DealChanged', data: { contractId, state, contractVersion, currentTotalFen, changedOn: on } }];
}

/** A termination wins over a void: of a contract with performance something is settled. */
function endDeal({ data: { contractId, kind, on } }: EndDeal, known: Deal): DealEvent[] {
  const before = known.state === 'FORESTALLED' ? known.kind : known.state;
  if (before === 'TERMINATED' || before === kind) return [];
  const state = known.state === 'NONE' || known.state === 'FORESTALLED' ? 'FORESTALLED' : kind;
  return [{ type: 'DealEnded', data: { contractId, state, kind, endedOn: on } }];
}

function settleDeal({ data: { finalFen, on } }: SettleDeal, { contractId }: BookedDeal): DealEvent[] {
  return [{ type: 'DealSettled', data: { contractId, state: 'SETTLED', finalFen, settledOn: on } }];
}

function moveDealMoney({ data: { ref, amountFen, on } }: MoveDealMoney, known: BookedDeal): DealEvent[] {
  const { contractId, state, moved } = known;
  if (moved.includes(ref)) return [];
  const receivedFen = known.receivedFen + amountFen;
  return [{ type: 'DealMoneyMoved', data: { contractId, state, ref, amountFen, receivedFen, movedOn: on } }];
}

function rateDeal({ data: { ref, scoreTenths, on } }: RateDeal, known: BookedDeal): DealEvent[] {
  const { contractId, state, ratings } = known;
  if (ratings.some((rating) => rating.ref === ref)) return [];
  return [{ type: 'DealRated', data: { contractId, state, ref, scoreTenths, ratedOn: on } }];
}
