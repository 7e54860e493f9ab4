export * from './dates.js';
export * from './aggregate.js';
export * from './decider.js';
export * from './persons.js';
export * from './self-approval.js';
export { namedId } from './derived-ids.js';
export {
  reservation,
  type NumberKind,
  type Reservation,
  type ReservationCommand,
  type ReservationEvent,
} from './reservation.js';
