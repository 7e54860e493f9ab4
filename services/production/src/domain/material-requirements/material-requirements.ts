import {
  difference,
  foldedNumber,
  foldedUnit,
  isAtLeast,
  materialQuantity,
  roundedUpQuantity,
  sumQuantities,
} from '@engsales/values';
import type { BomLine } from '../engineering-package/engineering-package.state.js';

/** An order that takes material: its quantity and the bill of its package. */
export interface OrderWithBom {
  readonly productionOrderId: string;
  /** Decimal string in the unit of the order. */
  readonly qty: string;
  readonly bomLines: readonly Pick<BomLine, 'itemCode' | 'name' | 'qty' | 'uom' | 'scrapBps'>[];
}

/** One row of the snapshot; an item may lie in several places. */
export interface StockRow {
  readonly itemCode: string;
  readonly uom: string;
  /** Decimal string, not negative. */
  readonly onHand: string;
}

export interface StockSnapshot {
  /** null before the first count. */
  readonly takenAt: string | null;
  readonly rows: readonly StockRow[];
}

export interface ItemRequirement {
  readonly itemCode: string;
  readonly name: string;
  readonly uom: string;
  readonly required: string;
  /** What the snapshot has in this unit; stock in another unit is not converted and does not count. */
  readonly onHand: string;
  /** '0' when there is enough. */
  readonly shortage: string;
}

export interface OrderRequirements {
  readonly productionOrderId: string;
  readonly items: readonly ItemRequirement[];
}

export interface MaterialRequirements {
  readonly stockTakenAt: string | null;
  /** Each order beside the whole stock, as if it were alone. */
  readonly orders: readonly OrderRequirements[];
  /** All orders together beside the stock; only what is short. */
  readonly shortages: readonly ItemRequirement[];
}

interface Need {
  readonly itemCode: string;
  readonly name: string;
  readonly uom: string;
  /** Exact. */
  readonly qty: string;
}

/** BOM x quantity with scrap beside what was in stock when the snapshot was taken. Reserves and plans nothing. */
export function materialRequirements(orders: readonly OrderWithBom[], stock: StockSnapshot): MaterialRequirements {
  const onHand = stockByItem(stock);
  const needed = orders.map((order) => ({ order, needs: needsOf(order) }));
  const together = beside(
    needed.flatMap(({ needs }) => needs),
    onHand,
  );
  return {
    stockTakenAt: stock.takenAt,
    orders: needed.map(({ order, needs }) => ({
      productionOrderId: order.productionOrderId,
      items: beside(needs, onHand),
    })),
    shortages: together.filter((item) => item.shortage !== '0'),
  };
}

function needsOf({ qty, bomLines }: OrderWithBom): Need[] {
  return bomLines.map((line) => ({
    itemCode: line.itemCode,
    name: line.name,
    uom: line.uom,
    qty: materialQuantity(line.qty, qty, line.scrapBps),
  }));
}

/** Summed by item and unit before they are rounded; in the order of the item codes. */
function beside(needs: readonly Need[], onHand: ReadonlyMap<string, string>): ItemRequirement[] {
  const byItem = new Map<string, Need[]>();
  for (const need of needs) {
    const ofItem = byItem.get(keyOf(need));
    if (ofItem) ofItem.push(need);
    else byItem.set(keyOf(need), [need]);
  }
  return [...byItem]
    .map(([key, ofItem]) => requirement(ofItem, onHand.get(key) ?? '0'))
    .sort((a, b) => compare(a.itemCode, b.itemCode) || compare(a.uom, b.uom));
}

function requirement(ofItem: readonly Need[], onHand: string): ItemRequirement {
  const [{ itemCode, name, uom }] = ofItem as [Need];
  const required = roundedUpQuantity(sumQuantities(ofItem.map((need) => need.qty)));
  const shortage = isAtLeast(onHand, required) ? '0' : difference(required, onHand);
  return { itemCode, name, uom, required, onHand, shortage };
}

function stockByItem({ rows }: StockSnapshot): Map<string, string> {
  const sums = new Map<string, string>();
  for (const row of rows) sums.set(keyOf(row), sumQuantities([sums.get(keyOf(row)) ?? '0', row.onHand]));
  return sums;
}

/** An item in a unit, however its code is typed and whichever name of the unit is used. */
export const keyOf = ({ itemCode, uom }: { readonly itemCode: string; readonly uom: string }): string =>
  JSON.stringify([foldedNumber(itemCode), foldedUnit(uom)]);

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
