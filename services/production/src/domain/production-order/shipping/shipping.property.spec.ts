import { Rejected } from '@engsales/event-sourcing/domain';
import fc from 'fast-check';
import { type OrderWalk, releasedWalk } from '../production-order.walk.js';
import { CompleteStep, CorrectProgress, StartStep } from '../shop-floor/shop-floor.commands.js';
import { availableQty, deliveredQty, refusedQty, shippedQty } from './quantities.js';
import {
  CancelShipment,
  ConfirmDelivery,
  DispatchShipment,
  DispositionReturn,
  InspectShipment,
  PlanShipment,
} from './shipping.commands.js';

/** A book of its own: plain sums over what was accepted, sharing no line of code with the order. */
interface Entry {
  shipped: number;
  delivered: number;
  refused: number;
  restocked: number;
  decided: number;
}
class Book {
  produced = 0;
  readonly entries = new Map<string, Entry>();

  sum(of: keyof Entry): number {
    return [...this.entries.values()].reduce((total, entry) => total + entry[of], 0);
  }
}

const qty = fc.integer({ min: 1, max: 12 });
const nth = fc.nat(20);
const operation = fc.oneof(
  fc.record({ op: fc.constant('make' as const), qty }),
  fc.record({ op: fc.constant('correct' as const), qty }),
  fc.record({ op: fc.constant('plan' as const), qty }),
  fc.record({ op: fc.constant('inspect' as const), nth, passed: fc.boolean() }),
  fc.record({ op: fc.constant('dispatch' as const), nth, qty: fc.option(qty) }),
  fc.record({ op: fc.constant('deliver' as const), nth, refused: fc.nat(12) }),
  fc.record({ op: fc.constant('cancel' as const), nth }),
  fc.record({
    op: fc.constant('decide' as const),
    nth,
    qty,
    disposition: fc.constantFrom('RESTOCK' as const, 'REWORK' as const, 'SCRAP' as const),
  }),
);
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

/** Twenty units, of which the last step makes some; what is made may be shipped. */
const beforeTheLastStep = (): OrderWalk =>
  releasedWalk('20')
    .do(StartStep, { stepId: 'S1' })
    .report('S1', '20')
    .do(CompleteStep, { stepId: 'S1' })
    .do(StartStep, { stepId: 'S2' })
    .open('DISPATCH');

describe('the goods of an order', () => {
  it('agree with a book of its own, whatever is made, shipped, refused and decided on (P-35, P-42, P-44, P-45)', () =>
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 40 }), (operations) => {
        const walk = beforeTheLastStep();
        const book = new Book();
        for (const step of operations) {
          perform(walk, book, step);
          check(walk, book);
        }
      }),
      { numRuns: 200 },
    ));
});

function perform(walk: OrderWalk, book: Book, step: Operation): void {
  const { shipments } = walk.now;
  const index = 'nth' in step ? step.nth % Math.max(1, shipments.length) : 0;
  const shipmentId = shipments[index]?.shipmentId ?? 'none';
  try {
    switch (step.op) {
      case 'make':
        walk.report('S2', String(step.qty));
        book.produced += step.qty;
        break;
      case 'correct':
        walk.do(CorrectProgress, { stepId: 'S2', goodQty: String(step.qty), scrapQty: '0', reason: 'x' });
        book.produced = step.qty;
        break;
      case 'plan':
        walk.do(PlanShipment, { qty: String(step.qty) });
        break;
      case 'inspect':
        walk.do(InspectShipment, { shipmentId, result: step.passed ? 'PASSED' : 'FAILED', certRef: 'QC' });
        break;
      case 'dispatch': {
        walk.do(DispatchShipment, { shipmentId, carrierRef: 'C', qty: step.qty ? String(step.qty) : undefined });
        const shipped = step.qty ?? Number(shipments[index]?.qty);
        book.entries.set(shipmentId, { shipped, delivered: 0, refused: 0, restocked: 0, decided: 0 });
        break;
      }
      case 'deliver': {
        const refused = step.refused;
        walk.do(ConfirmDelivery, { shipmentId, signedByRef: 'p', on: walk.today, refusedQty: String(refused) });
        const entry = book.entries.get(shipmentId)!;
        Object.assign(entry, { refused, delivered: entry.shipped - refused });
        break;
      }
      case 'cancel':
        walk.do(CancelShipment, { shipmentId, reason: 'x' });
        break;
      case 'decide': {
        walk.do(DispositionReturn, { shipmentId, qty: String(step.qty), disposition: step.disposition });
        const entry = book.entries.get(shipmentId)!;
        if (step.disposition !== 'REWORK') entry.decided += step.qty;
        if (step.disposition === 'RESTOCK') entry.restocked += step.qty;
        break;
      }
    }
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
  }
}

function check(walk: OrderWalk, book: Book): void {
  const order = walk.now;
  const left = book.produced - book.sum('shipped') + book.sum('restocked');
  expect(left).toBeGreaterThanOrEqual(0);
  expect({
    shipped: shippedQty(order),
    delivered: deliveredQty(order),
    refused: refusedQty(order),
    available: availableQty(order),
  }).toEqual({
    shipped: String(book.sum('shipped')),
    delivered: String(book.sum('delivered')),
    refused: String(book.sum('refused')),
    available: String(left),
  });
  for (const { refused, decided } of book.entries.values()) expect(decided).toBeLessThanOrEqual(refused);
  for (const { disposedQty, reworkQty, refusedQty: of } of order.shipments) {
    expect(Number(disposedQty) + Number(reworkQty)).toBeLessThanOrEqual(Number(of));
  }
  const isWhole = book.produced >= 20 && book.sum('delivered') >= 20;
  if (order.state === 'CLOSED') expect(isWhole).toBe(true);
}
