import { DOCUMENT, MILESTONES } from '../domain/contract/contract.fixtures.js';
import { documentFromRecord } from '../domain/contract/drafting/document-records.js';
import type { ContractLine } from '../domain/contract/drafting/drafting.state.js';
import { noProgress, withProgress, type Progress } from '../domain/contract/execution/execution.state.js';
import { tracksOf } from './execution-tracks.js';

const [L1, L2, L3, L4] = documentFromRecord(DOCUMENT).lines as [ContractLine, ContractLine, ContractLine, ContractLine];
const [M1, M2] = MILESTONES;
const none = noProgress(['L1', 'L2', 'L3', 'L4']);
const delivered = (qty: Readonly<Record<string, string>>): Progress =>
  Object.entries(qty).reduce((sum, [id, deliveredQty]) => withProgress(sum, [id], { deliveredQty }), none);
const accepted = (...lineIds: string[]): Progress => withProgress(none, lineIds, { acceptedOn: '2025-12-20' });

describe('the track of money', () => {
  const money = (...milestones: Parameters<typeof tracksOf>[1]) => tracksOf([], milestones, []).moneyBps;
  const part = (amountFen: number, paidFen: number, waivedFen = 0) => ({ ...M1!, amountFen, paidFen, waivedFen });

  it('is what is paid of all milestones', () => expect(money(part(100, 100), part(300, 0))).toBe(2_500));
  it('is nothing before anything is paid', () => expect(money(M1!, M2!)).toBe(0));
  it('is full only with the last fen', () => {
    expect(money(part(700_000_000, 699_999_999))).toBe(9_999);
    expect(money(part(700_000_000, 700_000_000))).toBe(10_000);
  });
  it('is rounded down: a third is 33.33 %', () => expect(money(part(3, 1))).toBe(3_333));
  it('does not expect what was waived (C-42)', () => expect(money(part(100, 50, 50), part(100, 0))).toBe(3_333));
  it('does not expect what was cancelled (C-98)', () =>
    expect(money(part(100, 100), { ...part(900, 50), status: 'CANCELLED' })).toBe(10_000));
  it('is nothing that could be done where all is waived (C-42)', () => expect(money(part(100, 0, 100))).toBeNull());
  it('is nothing that could be done without milestones', () => expect(money()).toBeNull());
});

describe('the track of goods', () => {
  const goods = (progress: Progress, lines = documentFromRecord(DOCUMENT).lines) =>
    tracksOf(lines, [], progress).goodsBps;

  it('weighs each line by its amount, not by its quantity', () => {
    // 372,000,000 of 615,760,000 fen: 60.41 %
    expect(goods(delivered({ L1: '2' }))).toBe(6_041);
    // 310 of 620: 39,680,000 of 615,760,000 fen: 6.44 %
    expect(goods(delivered({ L3: '310' }))).toBe(644);
  });
  it('is full when every goods line is delivered, whatever the services do (C-67)', () =>
    expect(goods(delivered({ L1: '2', L2: '24', L3: '620' }))).toBe(10_000));
  it('is not quite full while the smallest part is missing', () =>
    expect(goods(delivered({ L1: '2', L2: '24', L3: '619.999999' }))).toBe(9_999));
  it('counts no more of a line than was sold: what is too much makes up for nothing', () =>
    expect(goods(delivered({ L1: '4' }))).toBe(6_041));
  it('does not count what is only ready or shipped (C-67)', () =>
    expect(goods(withProgress(none, ['L1'], { readyQty: '2', shippedQty: '2' }))).toBe(0));
  it('counts goods that are bought like those that are made', () =>
    expect(goods(delivered({ L1: '1' }), [{ ...L1, fulfilment: 'BUY' }])).toBe(5_000));
  it('is nothing before the signature: no progress is known', () => expect(goods([])).toBe(0));
  it('is nothing that could be done without goods', () => {
    expect(goods(none, [L4])).toBeNull();
    expect(goods(none, [{ ...L2, fulfilment: 'AGENCY' }])).toBeNull();
  });
  it('is nothing that could be done where the goods are given away', () =>
    expect(goods(delivered({ L3: '620' }), [{ ...L3, amountFen: 0 }])).toBeNull());
});

describe('the track of services', () => {
  const service = (progress: Progress, lines: readonly ContractLine[]) => tracksOf(lines, [], progress).serviceBps;
  const half: ContractLine = { ...L4, lineId: 'L3' };

  it('is what is accepted, by value', () => expect(service(accepted('L4'), [L4, half])).toBe(5_000));
  it('is not what is delivered or installed', () =>
    expect(service(withProgress(none, ['L4'], { deliveredQty: '1', installedOn: '2025-12-01' }), [L4])).toBe(0));
  it('has agency lines, which the manufacturer delivers', () =>
    expect(service(accepted('L4'), [{ ...L4, fulfilment: 'AGENCY' }])).toBe(10_000));
  it('has no goods line, accepted or not', () => expect(service(accepted('L1'), [L1])).toBeNull());
});
