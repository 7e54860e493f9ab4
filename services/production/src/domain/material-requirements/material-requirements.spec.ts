import fc from 'fast-check';
import { isAtLeast, sumQuantities } from '@engsales/values';
import { materialRequirements, type OrderWithBom, type StockRow } from './material-requirements.js';

const line = (itemCode: string, qty: string, scrapBps = 0, uom = '件') => ({
  itemCode,
  name: `物料 ${itemCode}`,
  qty,
  uom,
  scrapBps,
});
const order = (productionOrderId: string, qty: string, ...bomLines: OrderWithBom['bomLines']): OrderWithBom => ({
  productionOrderId,
  qty,
  bomLines,
});
const row = (itemCode: string, onHand: string, uom = '件'): StockRow => ({ itemCode, uom, onHand });
const of = (orders: readonly OrderWithBom[], ...rows: StockRow[]) =>
  materialRequirements(orders, { takenAt: '2025-03-10T01:00:00Z', rows });

describe('material requirements', () => {
  it('are BOM x quantity with scrap (P-81)', () => {
    const { orders, stockTakenAt } = of([order('o1', '620', line('STEEL', '0.35', 250, 'kg'))]);
    expect(stockTakenAt).toBe('2025-03-10T01:00:00Z');
    expect(orders).toEqual([
      {
        productionOrderId: 'o1',
        items: [
          { itemCode: 'STEEL', name: '物料 STEEL', uom: 'kg', required: '222.425', onHand: '0', shortage: '222.425' },
        ],
      },
    ]);
  });

  it('meet an item by its code and unit, however they are typed (P-161)', () => {
    const needed = order(
      'o1',
      '10',
      line('CU-22', '1', 0, 'm'),
      line('ｃｕ-22', '1', 0, '米'),
      line('CU-22', '1', 0, 'kg'),
    );
    const { shortages } = of(
      [needed],
      row('Cu\u200b-22', '12', '米'),
      row('CU－22', '3', 'M'),
      row('CU-22', '99', '台'),
    );
    expect(shortages).toMatchObject([
      { uom: 'kg', onHand: '0', shortage: '10' },
      { uom: 'm', required: '20', onHand: '15', shortage: '5' },
    ]);
  });

  it('never lose to floating point', () => {
    const { shortages } = of([order('o1', '3', line('A', '0.1'))], row('A', '0.3'));
    expect(shortages).toEqual([]);
  });

  it('ask for the next millionth rather than for too little (P-81)', () => {
    const { orders } = of([order('o1', '0.000001', line('A', '0.5'))]);
    expect(orders[0]?.items[0]?.required).toBe('0.000001');
  });

  it('sum the lines of one item before they round, and the places of one item in stock (P-81)', () => {
    const half = line('A', '0.0000005');
    const { orders } = of([order('o1', '1', half, half)], row('A', '0.0000004'), row('A', '0.0000006'));
    expect(orders[0]?.items).toMatchObject([{ required: '0.000001', onHand: '0.000001', shortage: '0' }]);
  });

  it('do not take one unit for another (P-81)', () => {
    const { shortages } = of([order('o1', '2', line('PIPE', '1', 0, 'm'))], row('PIPE', '100', '根'));
    expect(shortages).toMatchObject([{ itemCode: 'PIPE', uom: 'm', onHand: '0', shortage: '2' }]);
  });

  it('tell a shortage that only all orders together have (P-82)', () => {
    const two = [order('o1', '6', line('FAN', '1')), order('o2', '5', line('FAN', '1'))];
    const { orders, shortages } = of(two, row('FAN', '10'));
    expect(orders.flatMap(({ items }) => items.map((item) => item.shortage))).toEqual(['0', '0']);
    expect(shortages).toMatchObject([{ itemCode: 'FAN', required: '11', onHand: '10', shortage: '1' }]);
  });

  it('come in the order of the item codes, whatever that of the bill', () => {
    const { shortages } = of([order('o1', '1', line('B', '1'), line('A', '1', 0, 'm'), line('A', '1', 0, 'kg'))]);
    expect(shortages.map(({ itemCode, uom }) => `${itemCode} ${uom}`)).toEqual(['A kg', 'A m', 'B 件']);
  });

  it('are none for an order without a bill (P-84)', () => {
    expect(of([order('o1', '4')], row('A', '1'))).toMatchObject({ orders: [{ items: [] }], shortages: [] });
  });

  it('are always met by what is in stock and what is short, and no more is short than needed', () => {
    const quantity = fc.tuple(fc.nat(9_999), fc.nat(999_999)).map(([a, b]) => `${a}.${String(b).padStart(6, '0')}`);
    const lines = fc.array(
      fc.record({ itemCode: fc.constantFrom('A', 'B', 'C'), qty: quantity, scrapBps: fc.nat(10_000) }),
    );
    const stock = fc.array(fc.record({ itemCode: fc.constantFrom('A', 'B', 'C'), onHand: quantity }));
    fc.assert(
      fc.property(lines, quantity, stock, (bill, qty, rows) => {
        const bomLines = bill.map((each) => line(each.itemCode, each.qty, each.scrapBps));
        const { shortages, orders } = of(
          [order('o1', qty, ...bomLines)],
          ...rows.map((r) => row(r.itemCode, r.onHand)),
        );
        for (const { required, onHand, shortage } of orders[0]?.items ?? []) {
          expect(isAtLeast(sumQuantities([onHand, shortage]), required)).toBe(true);
          expect(shortage === '0' || sumQuantities([onHand, shortage]) === required).toBe(true);
        }
        expect(shortages).toEqual(orders[0]?.items.filter((item) => item.shortage !== '0'));
      }),
    );
  });
});
