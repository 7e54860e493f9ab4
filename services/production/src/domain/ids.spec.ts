import { externalIds, packageIdOf, productionOrderId, projectIdOf, trackingIdOf } from './ids.js';
import { CONTRACT_ID } from './production-order/production-order.fixtures.js';

/** UUID v5 of the name in the namespace of engsales, worked out by another program: what is stored refers to them for ever. */
describe('the ids that production derives', () => {
  it.each([
    [
      'an order is that of its contract line (P-02)',
      productionOrderId(CONTRACT_ID, 'L1'),
      'ee2e8eca-c0e7-5959-9eb2-2a0aea22ff3e',
    ],
    ['a package is that of its key (P-63)', packageIdOf(CONTRACT_ID, 'L1'), '473e81aa-665e-5a39-9489-5352b62a82d7'],
    ['a tracking is that of its key (P-71)', trackingIdOf(CONTRACT_ID, 'L1'), '70618d3f-36c3-5be3-8b8a-819a6fb6f2a0'],
    ['a project is that of its contract', projectIdOf(CONTRACT_ID), '5f3f6484-c4b6-5eb8-91a8-6b397bbf7a73'],
  ])('%s', (_title, id, expected) => expect(id).toBe(expected));

  it('of an order by hand are none of a contract here (P-171)', () => {
    const {
      productionOrderId: order,
      packageId,
      trackingId,
    } = externalIds(CONTRACT_ID, 'L1', {
      packageKey: 'L1',
      trackingKey: 'L1',
    });
    const here = [
      productionOrderId(CONTRACT_ID, 'L1'),
      packageIdOf(CONTRACT_ID, 'L1'),
      trackingIdOf(CONTRACT_ID, 'L1'),
    ];
    expect(new Set([order, packageId, trackingId, ...here]).size).toBe(6);
  });

  it('are others for another line, key or contract', () => {
    const ids = [
      ...['L1', 'L2'].map((line) => productionOrderId(CONTRACT_ID, line)),
      ...['L1', 'L2'].map((key) => packageIdOf(CONTRACT_ID, key)),
      ...['L1', 'L2'].map((key) => trackingIdOf(CONTRACT_ID, key)),
      ...[CONTRACT_ID, 'c-2'].map(projectIdOf),
      productionOrderId('c-2', 'L1'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});
