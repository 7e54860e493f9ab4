import Big from 'big.js';
import { isGoods, type ContractLine } from '../domain/contract/drafting/drafting.state.js';
import { progressOf, type Progress } from '../domain/contract/execution/execution.state.js';
import { outstandingFen, type PaymentMilestone } from '../domain/contract/milestones/milestones.state.js';

/**
 * The three tracks of execution (收付款、收发货、现场服务), in basis points, rounded down: money received on the
 * milestones, goods delivered and services accepted by value. Null where the contract has nothing of the kind.
 */
export function tracksOf(lines: readonly ContractLine[], milestones: readonly PaymentMilestone[], progress: Progress) {
  const goods = lines.filter(isGoods);
  const services = lines.filter((line) => !isGoods(line));
  const delivered = ({ lineId, qty }: ContractLine) => new Big(progressOf(progress, lineId).deliveredQty).div(qty);
  const accepted = ({ lineId }: ContractLine) => new Big(progressOf(progress, lineId).acceptedOn ? 1 : 0);
  return {
    moneyBps: share(milestones.map((m) => [m.paidFen + outstandingFen(m), new Big(m.paidFen)])),
    goodsBps: share(goods.map((line) => [line.amountFen, atMostOne(delivered(line)).times(line.amountFen)])),
    serviceBps: share(services.map((line) => [line.amountFen, accepted(line).times(line.amountFen)])),
  };
}

const atMostOne = (ratio: Big) => (ratio.gt(1) ? new Big(1) : ratio);

function share(parts: readonly (readonly [whole: number, done: Big])[]): number | null {
  const whole = parts.reduce((sum, [fen]) => sum.plus(fen), new Big(0));
  if (whole.eq(0)) return null;
  const done = parts.reduce((sum, [, fen]) => sum.plus(fen), new Big(0));
  return Number(done.times(10_000).div(whole).round(0, Big.roundDown).toFixed(0));
}
