import { CellFault } from './problem.js';
import type { Cell } from './cell.js';
import { SHEET_ZH as ZH } from './texts.js';
import { bpsOf, fenOf, integerOf, quantityOf } from './decimals.js';
import { apiNameOf, type Terms } from './terms.js';
import { contractNo, date, number, reference, references, term, text } from './texts-and-dates.js';

const TRIGGERS: Terms = { GOODS_READY: ['备货完成', '货物备妥'], DATE: ['约定日期'] };
const INSTRUMENTS: Terms = { BANK_ACCEPTANCE: ['银行承兑汇票', '银承'] };
const GATES: Terms = { NONE: ['无'], RELEASE_PRODUCTION: ['放行生产'], DISPATCH: ['放行发货'] };
const cell = (value: Cell['value'], more: Partial<Cell> = {}): Cell => ({ address: 'A1', value, ...more });
const faultOf = (read: (cell: Cell) => unknown, given: Cell): string => {
  try {
    return `no fault: ${JSON.stringify(read(given))}`;
  } catch (error) {
    if (error instanceof CellFault) return error.tell(ZH);
    throw error;
  }
};

describe('an amount in yuan', () => {
  it.each([
    ['1860000', 186_000_000],
    ['1,860,000.50', 186_000_050],
    ['￥1,280.00', 128_000],
    ['０．０７', 7],
    [0.07, 7],
    [1.1, 110],
    [68500, 6_850_000],
    [0.1 + 0.2, 30],
    [1e3, 100_000],
    ['90071992547409.91', 9_007_199_254_740_991],
  ])('%p is %d fen exactly', (value, fen) => expect(fenOf(cell(value))).toBe(fen));

  it.each([
    ['1.005', ZH.notFen('1.005')],
    [0.001, ZH.notFen('0.001')],
    ['-5', ZH.negative('-5')],
    ['90071992547409.92', ZH.tooLarge('90071992547409.92')],
    ['12万', ZH.notDecimal('12万')],
    ['1,86', ZH.notDecimal('1,86')],
    ['1.86E+06', ZH.exponent('1.86E+06')],
    [true, ZH.notDecimal('true')],
    [new Date(0), ZH.isDate],
  ])('%p is refused', (value, fault) => expect(faultOf(fenOf, cell(value))).toBe(fault));

  it('is never taken from a formula that failed or was not calculated', () => {
    expect(faultOf(fenOf, cell('', { fault: 'ERROR' }))).toBe(ZH.formulaError);
    expect(faultOf(fenOf, cell('', { fault: 'NOT_CALCULATED' }))).toBe(ZH.notCalculated);
  });
});

describe('a percentage', () => {
  it.each([
    [cell('13'), 1_300],
    [cell('13%'), 1_300],
    [cell('13％'), 1_300],
    [cell(13), 1_300],
    [cell(0.13, { format: '0%' }), 1_300],
    [cell(0.07, { format: '0.00%' }), 700],
    [cell('0.5%'), 50],
    [cell(0), 0],
  ])('%p is %d basis points', (given, bps) => expect(bpsOf()(given)).toBe(bps));

  it('below one without a sign is refused, since it may mean a hundred times as much', () => {
    expect(faultOf(bpsOf(), cell(0.13))).toBe(ZH.unclearPercent('0.13'));
    expect(bpsOf({ small: true })(cell(0.05))).toBe(5);
  });

  it('has two decimals and is at most 100', () => {
    expect(faultOf(bpsOf(), cell('33.333'))).toBe(ZH.notBps('33.333'));
    expect(faultOf(bpsOf(), cell(101))).toBe(ZH.outside('101', 0, 100));
    expect(faultOf(bpsOf({ least: 1 }), cell(0))).toBe(ZH.outside('0', 0.01, 100));
  });
});

describe('a quantity and a whole number', () => {
  it.each([
    ['24', '24'],
    [1e3, '1000'],
    [0.1 + 0.2, '0.3'],
    ['1,000.500', '1000.5'],
    ['１２', '12'],
    ['１，２００．５０', '1200.5'],
    ['\u200b7\u00a0', '7'],
  ])('%p is %p', (value, qty) => expect(quantityOf({ positive: true })(cell(value))).toBe(qty));

  it('is refused where the service would refuse it', () => {
    expect(faultOf(quantityOf({ positive: true }), cell('0.00'))).toBe(ZH.notPositive);
    expect(faultOf(quantityOf({ positive: false }), cell('1.1234567'))).toBe(ZH.notQuantity('1.1234567'));
    expect(faultOf(integerOf(240), cell('24.5'))).toBe(ZH.notInteger('24.5'));
    expect(faultOf(integerOf(240), cell(241))).toBe(ZH.outside('241', 0, 240));
  });
});

describe('a day', () => {
  it.each([
    [cell('2024-03-12'), '2024-03-12'],
    [cell('2024/3/1'), '2024-03-01'],
    [cell('2024/3/1 0:00'), '2024-03-01'],
    [cell('2024-03-01 14:30:05'), '2024-03-01'],
    [cell('2024-03-01T14:30'), '2024-03-01'],
    [cell(new Date('2024-03-12T18:00:00Z'), { format: 'yyyy-mm-dd hh:mm' }), '2024-03-12'],
    [cell('2024年3月1日'), '2024-03-01'],
    [cell(new Date('2024-03-12T00:00:00Z')), '2024-03-12'],
    [cell(new Date('2024-03-12T23:59:59Z')), '2024-03-12'],
    [cell(45_363), '2024-03-12'],
    [cell(43_901, { since1904: true }), '2024-03-12'],
  ])('%p is %s in every time zone', (given, day) => expect(date(given)).toBe(day));

  it.each(['2024-02-30', '12/03/2024', '明年', 20_240_312, 13])('%p is refused', (value) =>
    expect(faultOf(date, cell(value))).toBe(ZH.notDate(String(value))),
  );
});

describe('what a sheet shows otherwise than it holds', () => {
  it.each([
    [fenOf, cell(1.234, { format: '0.00' }), ZH.otherShown('1.234', '0.00')],
    [quantityOf({ positive: true }), cell(2.6, { format: '0' }), ZH.otherShown('2.6', '0')],
    [
      quantityOf({ positive: true }),
      cell(1234.5, { format: '#,##0_);(#,##0)' }),
      ZH.otherShown('1234.5', '#,##0_);(#,##0)'),
    ],
    [fenOf, cell(0.3, { format: '# ?/?' }), ZH.otherShown('0.3', '# ?/?')],
    [bpsOf(), cell(0.135, { format: '0%' }), ZH.otherShown('0.135', '0%')],
    [text(9), cell(117, { format: '"HT-"0000' }), ZH.formatted('117', '"HT-"0000')],
    [text(9), cell(1001, { format: '#,##0' }), ZH.formatted('1001', '#,##0')],
    [date, cell(new Date('2024-03-12T00:00:00Z'), { format: 'yyyy-mm' }), ZH.dayNotShown('yyyy-mm')],
    [date, cell(new Date('2024-03-12T18:00:00Z'), { format: 'h:mm' }), ZH.dayNotShown('h:mm')],
    [text(9), cell('泵', { hidden: 'COLUMN' }), ZH.hiddenColumn],
    [date, cell('2024-03-12', { hidden: 'ROW' }), ZH.hiddenRow],
    [fenOf, cell(1, { merged: 'A1:A2' }), ZH.merged('A1:A2')],
  ])('%p of %p is refused', (read, given, fault) => expect(faultOf(read as never, given)).toBe(fault));

  it.each([
    [fenOf, cell(0.035, { format: '#,##0.00####' }), ZH.notFen('0.035')],
    [fenOf, cell(1_860_000, { format: '0!.0,"万"' }), '186000000'],
    [fenOf, cell(0.1 + 0.2, { format: '0.00' }), '30'],
    [number(9), cell(17, { format: '0_ ' }), '"17"'],
    [date, cell(new Date('2024-03-12T00:00:00Z'), { format: 'm"月"d"日"' }), '"2024-03-12"'],
  ])('%p of %p is not', (read, given, expected) =>
    expect(faultOf(read as never, given).replace('no fault: ', '')).toBe(expected),
  );
});

describe('a text', () => {
  it('is what the cell shows', () => {
    expect(text(9)(cell('  泵  '))).toBe('泵');
    expect(number(64)(cell(6_222_021_234_567))).toBe('6222021234567');
    expect(number(64)(cell(42, { format: '00000' }))).toBe('00042');
  });

  it('is refused where the spreadsheet has changed what was typed', () => {
    expect(faultOf(number(64), cell(6.22202123456789e18))).toBe(ZH.digitsLost);
    expect(faultOf(number(64), cell('6.22202E+18'))).toBe(ZH.exponent('6.22202E+18'));
    expect(faultOf(text(64), cell(new Date(0)))).toBe(ZH.isDate);
    expect(faultOf(text(64), cell('\uFFFD\uFFFD'))).toBe(ZH.unreadable);
    expect(faultOf(text(2), cell('三个字'))).toBe(ZH.tooLong(3, 2));
  });

  it('that names something is no name of a person', () => {
    expect(faultOf(reference, cell('李娜'))).toBe(ZH.notReference('李娜'));
    expect(references(cell('L1，L2、L3'))).toEqual(['L1', 'L2', 'L3']);
    expect(contractNo(cell('合〔2024〕17号'))).toBe('合〔2024〕17号');
    expect(contractNo(cell('〔2025〕临建 7'))).toBe('〔2025〕临建 7');
    expect(faultOf(contractNo, cell('#1'))).toBe(ZH.notContractNo('#1'));
    expect(faultOf(contractNo, cell('HT\u200b-1'))).toBe(ZH.zeroWidth);
    expect(text(9)(cell('泵\u200b\r\n阀'))).toBe('泵\n阀');
  });
});

describe('a term', () => {
  it('is Chinese or of the API', () => {
    expect(term(TRIGGERS)(cell('备货完成'))).toBe('GOODS_READY');
    expect(term(TRIGGERS)(cell('goods_ready'))).toBe('GOODS_READY');
    expect(term(INSTRUMENTS)(cell('银承'))).toBe('BANK_ACCEPTANCE');
    expect(faultOf(term(GATES), cell('也许'))).toBe(ZH.unknownTerm('也许', ['无', '放行生产', '放行发货']));
    expect(apiNameOf(GATES, 'toString')).toBeUndefined();
  });
});
