import { judgeTransitions, typesWrittenOut } from '@engsales/event-sourcing/testing';
import { CONSTRUCTION_PROCESSES, PERMITS, PHASE_OF_PROCESS, PHASES, WORK_PACKAGES } from '../construction.values.js';
import { productLineId } from '../ids.js';
import { ChangeProductLine, DefineProductLine, RetireProductLine } from './product-line.commands.js';
import { productLine } from './product-line.js';
import { CHILLERS, definedWalk, ProductLineWalk, retiredWalk } from './product-line.walk.js';

const LINE = productLineId('CHILLER');

describe('a product line', () => {
  it('says in which processes of a building project it is bought (L-200)', () => {
    const walk = definedWalk();
    walk.recorded({
      type: 'ProductLineDefined',
      data: {
        productLineId: LINE,
        state: 'ACTIVE',
        code: 'CHILLER',
        name: '离心式冷水机组',
        kind: 'EQUIPMENT',
        targetProcesses: ['PLANNING_DESIGN', 'CONSTRUCTION_2'],
        targetWorkPackages: ['HVAC'],
        requiredQualifications: ['EXPERTISE'],
        by: 'gao-yue',
        definedOn: '2025-03-10',
      },
    });
    expect(walk.state).toEqual({ ...CHILLERS, state: 'ACTIVE', productLineId: LINE, code: 'CHILLER' });
  });
  it('is changed whole under the code that it has for ever (L-201)', () => {
    const change = { ...CHILLERS, name: '冷水机组', targetWorkPackages: [], requiredQualifications: [] };
    const walk = definedWalk().on('2025-03-11').do(ChangeProductLine, change);
    walk.recorded({
      type: 'ProductLineChanged',
      data: {
        productLineId: LINE,
        state: 'ACTIVE',
        code: 'CHILLER',
        name: '冷水机组',
        kind: 'EQUIPMENT',
        targetProcesses: ['PLANNING_DESIGN', 'CONSTRUCTION_2'],
        targetWorkPackages: [],
        requiredQualifications: [],
        by: 'gao-yue',
        changedOn: '2025-03-11',
      },
    });
    expect(walk.state).toEqual({ ...change, state: 'ACTIVE', productLineId: LINE, code: 'CHILLER' });
  });
  it('is retired and keeps what it says', () => {
    const walk = retiredWalk();
    walk.recorded({
      type: 'ProductLineRetired',
      data: { productLineId: LINE, state: 'RETIRED', code: 'CHILLER', by: 'gao-yue', retiredOn: '2025-03-10' },
    });
    expect(walk.state).toMatchObject({ state: 'RETIRED', name: '离心式冷水机组' });
  });
  it('is defined once, also after it was retired (L-201)', () => {
    const again = { ...CHILLERS, code: 'CHILLER' };
    expect(definedWalk().refused(DefineProductLine, again).code).toBe('DUPLICATE_PRODUCT_LINE');
    expect(retiredWalk().refused(DefineProductLine, again)).toMatchObject({
      code: 'DUPLICATE_PRODUCT_LINE',
      productLineId: LINE,
      state: 'RETIRED',
    });
  });
});

describe('in which state', () => {
  const possible = judgeTransitions({
    aggregate: productLine,
    ids: { productLineId: LINE },
    states: { NONE: () => new ProductLineWalk(), ACTIVE: definedWalk, RETIRED: retiredWalk },
    codeIn(state, type) {
      if (type === 'DefineProductLine') return 'DUPLICATE_PRODUCT_LINE';
      return state === 'NONE' ? 'NOT_FOUND' : 'INVALID_TRANSITION';
    },
  });
  possible(DefineProductLine, { ...CHILLERS, code: 'CHILLER' }, ['NONE']);
  possible(ChangeProductLine, CHILLERS, ['ACTIVE']);
  possible(RetireProductLine, {}, ['ACTIVE']);
  possible.every(productLine.transitions);
});

it('every event of a product line is compared whole in a spec', () => {
  const written = typesWrittenOut(__dirname);
  expect(Object.keys(productLine.stored).filter((type) => !written.has(type))).toEqual([]);
});

describe('the words of a building project (L-202)', () => {
  it('are ten processes in five phases, each phase once and in order', () => {
    expect(CONSTRUCTION_PROCESSES).toHaveLength(10);
    expect([...new Set(CONSTRUCTION_PROCESSES.map((process) => PHASE_OF_PROCESS[process]))]).toEqual([...PHASES]);
  });
  it('name each work package and each permit once', () => {
    expect([new Set(WORK_PACKAGES).size, WORK_PACKAGES.length]).toEqual([35, 35]);
    expect([new Set(PERMITS).size, PERMITS.length]).toEqual([9, 9]);
  });
});
