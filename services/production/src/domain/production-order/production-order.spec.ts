import { issued, refusalOf, typesWrittenOut } from '@engsales/event-sourcing/testing';
import * as ending from './ending/ending.commands.js';
import * as holds from './holds/holds.commands.js';
import * as planning from './planning/planning.commands.js';
import { productionOrder } from './production-order.js';
import type { ProductionOrderCommand } from './production-order.commands.js';
import { anOrder, BOM, ORDER_ID, STEPS } from './production-order.fixtures.js';
import {
  closedWalk,
  CONTRACT_END,
  engineeredWalk,
  forestalledWalk,
  handedWalk,
  OrderWalk,
  plannedWalk,
  producedWalk,
  receivedWalk,
  releasedWalk,
  runningWalk,
  SUSPENSION,
  WHY,
} from './production-order.walk.js';
import * as receiving from './receiving/receiving.commands.js';
import * as shipping from './shipping/shipping.commands.js';
import * as floor from './shop-floor/shop-floor.commands.js';

const STATES = {
  NONE: () => new OrderWalk(),
  AWAITED: () => new OrderWalk().suspend(),
  FORESTALLED: forestalledWalk,
  RECEIVED: receivedWalk,
  WITH_ENGINEERING: handedWalk,
  ENGINEERED: engineeredWalk,
  PLANNED: plannedWalk,
  RELEASED: releasedWalk,
  IN_PROGRESS: runningWalk,
  PRODUCED: producedWalk,
  CLOSED: closedWalk,
  CANCELLED: () => receivedWalk().do(ending.CancelOrder, WHY),
  SHORT_CLOSED: () => producedWalk().open('DISPATCH').ship('1').do(ending.ShortCloseOrder, WHY),
} satisfies Record<string, () => OrderWalk>;
type State = keyof typeof STATES;

const ALL = Object.keys(STATES) as State[];
const LIVE: State[] = ['RECEIVED', 'WITH_ENGINEERING', 'ENGINEERED', 'PLANNED', 'RELEASED', 'IN_PROGRESS', 'PRODUCED'];
const RELEASED: State[] = ['RELEASED', 'IN_PROGRESS', 'PRODUCED'];
const ENDED: State[] = ['CLOSED', 'CANCELLED', 'SHORT_CLOSED', 'FORESTALLED'];

const by = issued({ by: { id: 'zhou-min', role: 'X' } });
const of = { productionOrderId: ORDER_ID };
const ship = { ...of, shipmentId: 's' };

/** Where each command is possible, as the rules say; written by hand, not read from the code. */
const POSSIBLE: readonly (readonly [ProductionOrderCommand, readonly State[]])[] = [
  [new receiving.ReceiveOrder({ ...of, ...anOrder }, by), ['NONE', 'AWAITED']],
  [new receiving.HandOverToEngineering({ ...of, backupCopyRef: 'c' }, by), ['RECEIVED']],
  [new receiving.MarkReleaseOverdue(of, by), ['RECEIVED']],
  [new receiving.ReassignMerchandiser({ ...of, merchandiserId: 'm', reason: 'x' }, by), LIVE],
  [new receiving.RescheduleOrder({ ...of, to: '2025-12-01', reason: 'x' }, by), LIVE],
  [new receiving.NoteExecutionForm(of, by), LIVE],
  [new holds.SetGate({ ...of, gate: 'DISPATCH', state: 'OPEN' }, by), LIVE],
  [
    new holds.PlaceHold({ ...of, ...SUSPENSION, ref: '9', since: '2025-03-10' }, by),
    ['NONE', 'AWAITED', 'FORESTALLED', ...LIVE],
  ],
  [new holds.DropHold({ ...of, code: 'CONTRACT_SUSPENDED', ref: '9' }, by), ['AWAITED', ...LIVE]],
  [
    new holds.NoteException(
      { ...of, exceptionId: 'e', since: '2025-03-10', stopsWork: true, delayDays: 4, sequence: 1 },
      by,
    ),
    LIVE,
  ],
  [new holds.OrderStopWork({ ...of, scope: 'ORDER', violatedArtefact: { type: 'DRAWING' } }, by), LIVE],
  [new holds.LiftStopWork({ ...of, stopId: 's', correction: 'x' }, by), LIVE],
  [new planning.EngineerOrder({ ...of, ...BOM }, by), ['RECEIVED', 'WITH_ENGINEERING', 'ENGINEERED']],
  [new planning.AcceptBom(of, by), ['ENGINEERED']],
  [new planning.PlanOrder({ ...of, steps: STEPS }, by), ['ENGINEERED', 'PLANNED']],
  // where it is possible it still refuses by the form, the money, holds, and then by what is not ready
  [
    new planning.ReleaseOrder({ ...of, instructionNo: 'SC-1' }, by),
    ['RECEIVED', 'WITH_ENGINEERING', 'ENGINEERED', 'PLANNED'],
  ],
  [new floor.StartStep({ ...of, stepId: 'S1' }, by), ['RELEASED', 'IN_PROGRESS']],
  [
    new floor.ReportProgress({ ...of, stepId: 'S1', goodQty: '1', scrapQty: '0', doneOn: '2025-03-10' }, by),
    ['IN_PROGRESS', 'PRODUCED'],
  ],
  [
    new floor.CorrectProgress({ ...of, stepId: 'S1', goodQty: '1', scrapQty: '0', reason: 'x' }, by),
    ['IN_PROGRESS', 'PRODUCED'],
  ],
  [new floor.CompleteStep({ ...of, stepId: 'S1' }, by), ['IN_PROGRESS', 'PRODUCED']],
  [new floor.SuperviseStep({ ...of, stepId: 'S1', level: '1', result: 'PASSED' }, by), RELEASED],
  [new floor.ReceiveGoods({ ...of, qty: '1', docRef: 'd', supplierPartyId: 'p' }, by), RELEASED],
  [new shipping.RecordCallOff({ ...of, qty: '1', requiredOn: '2025-08-01' }, by), LIVE],
  [new shipping.DeferDelivery({ ...of, by: 'CUSTOMER', until: '2025-08-01' }, by), LIVE],
  [new shipping.PlanShipment({ ...of, qty: '1' }, by), RELEASED],
  [new shipping.InspectShipment({ ...ship, result: 'PASSED', certRef: 'c' }, by), RELEASED],
  [new shipping.DispatchShipment({ ...ship, carrierRef: 'c' }, by), RELEASED],
  [new shipping.ConfirmDelivery({ ...ship, signedByRef: 'p', on: '2025-03-10' }, by), [...RELEASED, 'SHORT_CLOSED']],
  [new shipping.CancelShipment({ ...ship, reason: 'x' }, by), RELEASED],
  [
    new shipping.DispositionReturn({ ...ship, qty: '1', disposition: 'RESTOCK' }, by),
    [...RELEASED, 'CLOSED', 'SHORT_CLOSED'],
  ],
  [new shipping.MarkShipmentDelayed({ ...of, committedDate: '2025-09-01' }, by), LIVE],
  [new ending.CancelOrder({ ...of, ...WHY }, by), LIVE],
  [new ending.ShortCloseOrder({ ...of, ...WHY }, by), LIVE],
  [new ending.EndOrder({ ...of, ...CONTRACT_END }, by), ['NONE', 'AWAITED', 'FORESTALLED', ...LIVE]],
];

/** The code with which the state alone refuses a command. */
function codeIn(state: State, type: string): string {
  if (type === 'ReceiveOrder') return state === 'FORESTALLED' ? 'ORDER_ENDED' : 'DUPLICATE_PRODUCTION_ORDER';
  if (state === 'NONE' || state === 'AWAITED') return 'NOT_FOUND';
  return ENDED.includes(state) ? 'ORDER_ENDED' : 'INVALID_TRANSITION';
}

describe('every command of an order in every state (P-60)', () => {
  it('is in this table', () =>
    expect(POSSIBLE.map(([command]) => command.type).sort()).toEqual(Object.keys(productionOrder.transitions).sort()));

  describe.each(ALL)('%s', (state) => {
    const { state: now } = STATES[state]();
    it('is the state of its walk', () => expect(now.state).toBe(state));
    it.each(POSSIBLE.filter(([, states]) => !states.includes(state)).map(([command]) => [command.type, command]))(
      'does not allow %s',
      (type, command) =>
        expect(refusalOf(() => productionOrder.decide(command, now)).code).toBe(
          codeIn(state, String(type)),
        ),
    );
    it.each(POSSIBLE.filter(([, states]) => states.includes(state)).map(([command]) => [command.type, command]))(
      'decides on %s',
      (type, command) => {
        const { code, possibleIn } = refusalOf(() => productionOrder.decide(command, now));
        expect(['ORDER_ENDED', 'DUPLICATE_PRODUCTION_ORDER']).not.toContain(code);
        // steps and shipments refuse by their own state, and say so
        if (code === 'INVALID_TRANSITION') expect(possibleIn).not.toEqual(productionOrder.transitions[String(type)]);
      },
    );
  });

  it('too late is another code than too early, and says where the command is possible (P-60)', () => {
    const details = { command: 'PlanOrder', possibleIn: ['ENGINEERED', 'PLANNED'] };
    expect(receivedWalk().refused(planning.PlanOrder, { steps: STEPS })).toEqual({
      code: 'INVALID_TRANSITION',
      ...details,
      state: 'RECEIVED',
    });
    expect(closedWalk().refused(planning.PlanOrder, { steps: STEPS })).toEqual({
      code: 'ORDER_ENDED',
      ...details,
      state: 'CLOSED',
    });
  });
});

it('every event of an order is compared whole in a spec', () => {
  const written = typesWrittenOut(__dirname);
  expect(Object.keys(productionOrder.stored).filter((type) => !written.has(type))).toEqual([]);
});
