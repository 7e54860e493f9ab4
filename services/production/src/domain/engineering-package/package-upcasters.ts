import type { Upcasters } from '@engsales/event-sourcing/domain';
import { yuanOfFen } from '../unit-cost.js';
import type { BomLineRecord } from './engineering-package.events.js';

/** Version 1 of a BOM said what a material costs in whole fen, which a screw at 0.035 yuan does not have. */
interface BomLineV1 extends Omit<BomLineRecord, 'unitCost'> {
  readonly unitCostFen: number;
}

interface WithLinesV1 {
  readonly lines: readonly BomLineV1[];
}

const inYuan = (data: WithLinesV1) => ({
  ...data,
  lines: data.lines.map(({ unitCostFen, ...line }) => ({ ...line, unitCost: yuanOfFen(unitCostFen) })),
});

export const packageUpcasters: Upcasters = { BomSubmitted: { 1: inYuan }, BomReleased: { 1: inYuan } };
