import { Rejected } from '@engsales/event-sourcing/domain';
import fc from 'fast-check';
import { type OrderWalk, releasedWalk } from '../production-order.walk.js';
import { CompleteStep, CorrectProgress, StartStep } from '../shop-floor/shop-floor.commands.js';
import {
  availableQty,
  deliveredQty,
  inspectedQty,
  netShippedQty,
  readyQty,
  refusedQty,
  shippedQty,
  toMakeQty,
} from './quantities.js';
import {
  CancelShipment,
  CorrectDelivery,
  CorrectDisposition,
  DispatchShipment,
  DispositionReturn,
  InspectShipment,
  PlanShipment,
  RecallShipment,
} from './shipping.commands.js';

/** A book of its own: plain sums over what was accepted, sharing no line of code with the order. */
interface Entry {
  place: 'planned' | 'inspected' | 'road' | 'signed' | 'cancelled';
  qty: number;
  refused: number;
  restocked: number;
  scrapped: number;
}
const ORDERED = 6;

class Book {
  made = [ORDERED, 0] as [number, number];
  readonly entries = new Map<string, Entry>();
  /** What the events have said last of what is ready. */
  told = 0;

  sum(value: (entry: Entry) => number): number {
    return [...this.entries.values()].reduce((total, entry) => total + value(entry), 0);
  }
  get gross(): number {
    return this.sum(({ place, qty }) => (place === 'road' || place === 'signed' ? qty : 0));
  }
  get refused(): number {
    return this.sum((entry) => entry.refused);
  }
  get delivered(): number {
    return this.sum(({ place, qty, refused }) => (place === 'signed' ? qty - refused : 0));
  }
  get toMake(): number {
    return ORDERED + this.sum((entry) => entry.scrapped);
  }
  get here(): number {
    return this.made[1] - this.gross + this.sum((entry) => entry.restocked);
  }
  get inspected(): number {
    return this.sum(({ place, qty }) => (place === 'inspected' ? qty : 0));
  }
  get waiting(): number {
    return this.sum(({ place, qty }) => (place === 'inspected' || place === 'planned' ? qty : 0));
  }
  /** Goods that were inspected and are not there any more: the newest shipments first. */
  withdraw(): void {
    for (const entry of [...this.entries.values()].reverse()) {
      if (this.inspected <= this.here) return;
      if (entry.place === 'inspected') entry.place = 'planned';
    }
  }
}

const qty = fc.integer({ min: 1, max: 4 });
const some = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(3) });
const nth = fc.nat(20);
const step = fc.constantFrom(0 as const, 1 as const);
const op = <const Name extends string>(name: Name) => fc.constant(name);
const often = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });
const operation = fc.oneof(
  often(4, fc.record({ op: op('make'), step: fc.constant(1 as const), qty })),
  often(1, fc.record({ op: op('make'), step, qty })),
  often(1, fc.record({ op: op('correct'), step, qty: fc.integer({ min: 0, max: 9 }) })),
  often(2, fc.record({ op: op('work'), step, begins: fc.boolean() })),
  often(3, fc.record({ op: op('plan'), qty })),
  often(1, fc.record({ op: op('inspect'), nth, passed: fc.constant(false) })),
  often(5, fc.record({ op: op('inspect'), nth, passed: fc.constant(true) })),
  often(5, fc.record({ op: op('dispatch'), nth, qty: fc.option(qty, { freq: 3 }) })),
  often(5, fc.record({ op: op('deliver'), nth, refused: some })),
  often(1, fc.record({ op: op('recall'), nth })),
  often(1, fc.record({ op: op('correctDelivery'), nth, refused: some })),
  often(1, fc.record({ op: op('cancel'), nth })),
  often(
    3,
    fc.record({
      op: op('decide'),
      nth,
      qty,
      disposition: fc.constantFrom('RESTOCK' as const, 'REWORK' as const, 'SCRAP' as const),
    }),
  ),
  often(1, fc.record({ op: op('correctDecision'), nth, restocked: some, scrapped: some })),
);
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

/** Six units, of which the last step makes some; what is made may be shipped. */
const beforeTheLastStep = (): OrderWalk =>
  releasedWalk(String(ORDERED))
    .do(StartStep, { stepId: 'S1' })
    .report('S1', String(ORDERED))
    .do(CompleteStep, { stepId: 'S1' })
    .do(StartStep, { stepId: 'S2' })
    .open('DISPATCH');

/** Each operation once at least, until all is delivered: what chance alone does not reach every time. */
const TO_THE_END: Operation[] = [
  { op: 'make', step: 1, qty: 6 },
  { op: 'plan', qty: 1 },
  { op: 'cancel', nth: 1 },
  { op: 'plan', qty: 4 },
  { op: 'inspect', nth: 1, passed: true },
  { op: 'dispatch', nth: 1, qty: 3 },
  { op: 'recall', nth: 1 },
  { op: 'dispatch', nth: 2, qty: null },
  { op: 'deliver', nth: 1, refused: 1 },
  { op: 'decide', nth: 1, qty: 1, disposition: 'RESTOCK' },
  { op: 'correctDecision', nth: 1, restocked: 0, scrapped: 1 },
  { op: 'correctDelivery', nth: 1, refused: 2 },
  { op: 'correctDelivery', nth: 1, refused: 1 },
  { op: 'work', step: 0, begins: true },
  { op: 'make', step: 0, qty: 1 },
  { op: 'work', step: 0, begins: false },
  { op: 'make', step: 1, qty: 1 },
  { op: 'correct', step: 1, qty: 6 },
  { op: 'make', step: 1, qty: 1 },
  { op: 'plan', qty: 3 },
  { op: 'inspect', nth: 1, passed: true },
  { op: 'dispatch', nth: 1, qty: null },
  { op: 'dispatch', nth: 1, qty: null },
  { op: 'deliver', nth: 1, refused: 0 },
  { op: 'deliver', nth: 1, refused: 0 },
];

describe('the goods of an order', () => {
  const rules = 'P-35, P-42, P-44, P-45, P-86, P-87, P-88, P-90, P-92, P-93, P-95, P-101, P-102, P-103';
  it(`agree with a book of its own, whatever is made, shipped, refused, decided on and corrected (${rules})`, () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.array(operation, { minLength: 20, maxLength: 60, size: 'max' }), (operations) => {
        const walk = beforeTheLastStep();
        const book = new Book();
        for (const one of operations) {
          if (perform(walk, book, one)) reached.add(one.op).add(walk.now.state);
          check(walk, book);
        }
      }),
      { numRuns: 120, examples: [[TO_THE_END]] },
    );
    // none of the operations was refused every time, and orders came to their end
    expect([...reached].sort()).toEqual(
      [
        ...['cancel', 'correct', 'correctDecision', 'correctDelivery', 'decide', 'deliver', 'dispatch', 'inspect'],
        ...['make', 'plan', 'recall', 'work', 'CLOSED', 'IN_PROGRESS', 'PRODUCED'],
      ].sort(),
    );
  });
});

/** Whether it was accepted; the book follows where it was. */
function perform(walk: OrderWalk, book: Book, one: Operation): boolean {
  const shipmentId = 'nth' in one ? shipmentFor(book, one.op, one.nth) : 'none';
  const entry = book.entries.get(shipmentId)!;
  try {
    send(walk, shipmentId, one);
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    return false;
  }
  enter(book, entry, walk.lastId, one);
  for (const { data } of walk.last) {
    if ('cumulativeReadyQty' in data) book.told = Number(data.cumulativeReadyQty);
  }
  if (walk.types.includes('ProductionOrderClosed')) {
    for (const waiting of book.entries.values()) {
      if (waiting.place === 'planned' || waiting.place === 'inspected') waiting.place = 'cancelled';
    }
  }
  return true;
}

/** Mostly a shipment that is where the operation takes it, at times any other. */
function shipmentFor(book: Book, name: keyof typeof TAKES, nth: number): string {
  const all = [...book.entries];
  const fitting = all.filter(([, { place, refused }]) => TAKES[name](place, refused));
  const from = nth % 7 === 0 || fitting.length === 0 ? all : fitting;
  return from[nth % Math.max(1, from.length)]?.[0] ?? 'none';
}

const TAKES = {
  inspect: (place) => place === 'planned' || place === 'inspected',
  dispatch: (place) => place === 'inspected',
  deliver: (place) => place === 'road',
  recall: (place) => place === 'road',
  correctDelivery: (place) => place === 'signed',
  cancel: (place) => place === 'planned',
  decide: (_place, refused) => refused > 0,
  correctDecision: (_place, refused) => refused > 0,
} satisfies Record<string, (place: Entry['place'], refused: number) => boolean>;

function send(walk: OrderWalk, shipmentId: string, one: Operation): unknown {
  switch (one.op) {
    case 'make':
      return walk.report(`S${one.step + 1}`, String(one.qty));
    case 'correct':
      return walk.do(CorrectProgress, {
        stepId: `S${one.step + 1}`,
        goodQty: String(one.qty),
        scrapQty: '0',
        reason: 'x',
      });
    case 'work': {
      const stepId = `S${one.step + 1}`;
      return one.begins ? walk.do(StartStep, { stepId }) : walk.do(CompleteStep, { stepId, reason: 'x' });
    }
    case 'plan':
      return walk.do(PlanShipment, { qty: String(one.qty) });
    case 'inspect':
      return walk.do(InspectShipment, { shipmentId, result: one.passed ? 'PASSED' : 'FAILED', certRef: 'QC' });
    case 'dispatch':
      return walk.do(DispatchShipment, { shipmentId, carrierRef: 'C', qty: one.qty ? String(one.qty) : undefined });
    case 'deliver':
      return walk.deliver(shipmentId, String(one.refused));
    case 'recall':
      return walk.do(RecallShipment, { shipmentId, reason: 'x' });
    case 'correctDelivery':
      return walk.do(CorrectDelivery, { shipmentId, refusedQty: String(one.refused), reason: 'x' });
    case 'cancel':
      return walk.do(CancelShipment, { shipmentId, reason: 'x' });
    case 'decide':
      return walk.do(DispositionReturn, { shipmentId, qty: String(one.qty), disposition: one.disposition });
    case 'correctDecision':
      return walk.do(CorrectDisposition, {
        shipmentId,
        restockedQty: String(one.restocked),
        scrappedQty: String(one.scrapped),
        reworkQty: '0',
        reason: 'x',
      });
  }
}

function enter(book: Book, entry: Entry, commandId: string, one: Operation): void {
  switch (one.op) {
    case 'make':
      book.made[one.step] += one.qty;
      return;
    case 'correct':
      book.made[one.step] = one.qty;
      book.withdraw();
      return;
    case 'work':
      return;
    case 'plan':
      book.entries.set(commandId, { place: 'planned', qty: one.qty, refused: 0, restocked: 0, scrapped: 0 });
      return;
    case 'inspect':
      entry.place = one.passed ? 'inspected' : 'planned';
      return;
    case 'dispatch': {
      const leaving = one.qty ?? entry.qty;
      if (leaving < entry.qty) book.entries.set(commandId, { ...entry, qty: entry.qty - leaving });
      entry.qty = leaving;
      entry.place = 'road';
      return;
    }
    case 'deliver':
    case 'correctDelivery':
      entry.place = 'signed';
      entry.refused = one.refused;
      return;
    case 'recall':
      entry.place = 'inspected';
      return;
    case 'cancel':
      entry.place = 'cancelled';
      return;
    case 'decide':
      if (one.disposition === 'RESTOCK') entry.restocked += one.qty;
      if (one.disposition === 'SCRAP') entry.scrapped += one.qty;
      return;
    case 'correctDecision':
      entry.restocked = one.restocked;
      entry.scrapped = one.scrapped;
      book.withdraw();
  }
}

function check(walk: OrderWalk, book: Book): void {
  const order = walk.now;
  expect({
    made: walk.steps.map(({ goodQty }) => goodQty),
    toMake: toMakeQty(order),
    shipped: shippedQty(order),
    netShipped: netShippedQty(order),
    delivered: deliveredQty(order),
    refused: refusedQty(order),
    available: availableQty(order),
    inspected: inspectedQty(order),
    ready: readyQty(order),
    places: order.shipments.map(({ state }) => PLACES[state]),
  }).toEqual({
    made: book.made.map(String),
    toMake: String(book.toMake),
    shipped: String(book.gross),
    netShipped: String(book.gross - book.refused),
    delivered: String(book.delivered),
    refused: String(book.refused),
    available: String(book.here),
    inspected: String(book.inspected),
    ready: String(book.told),
    places: [...book.entries.values()].map(({ place }) => place),
  });
  expect(book.made[0]).toBeGreaterThanOrEqual(book.made[1]);
  expect(book.inspected).toBeLessThanOrEqual(book.here);
  expect(book.gross - book.refused + book.waiting).toBeLessThanOrEqual(ORDERED);
  for (const { refused, restocked, scrapped } of book.entries.values()) {
    expect(restocked + scrapped).toBeLessThanOrEqual(refused);
  }
  for (const { disposedQty, reworkQty, refusedQty: of } of order.shipments) {
    expect(Number(disposedQty) + Number(reworkQty)).toBeLessThanOrEqual(Number(of));
  }
  const isMade = book.made[1] >= book.toMake;
  const isDelivered = book.delivered >= ORDERED && ![...book.entries.values()].some(({ place }) => place === 'road');
  expect(order.state).toBe(isDelivered ? 'CLOSED' : isMade ? 'PRODUCED' : 'IN_PROGRESS');
}

const PLACES = {
  PLANNED: 'planned',
  INSPECTED: 'inspected',
  DISPATCHED: 'road',
  DELIVERED: 'signed',
  REFUSED: 'signed',
  CANCELLED: 'cancelled',
} as const;
