import { holdLife } from '@engsales/event-sourcing/testing';
import path from 'node:path';
import {
  ConfirmArtefact,
  MarkNotApplicable,
  RecordCustomerApproval,
  ReleasePackage,
  RequestPackage,
  SubmitArtefact,
  SubmitBom,
} from './engineering-package.commands.js';
import { aRequest, COPPER, CONTRACT_ID, ORDER_1, ORDER_2, PACKAGE_ID } from './engineering-package.fixtures.js';
import { engineeringPackage } from './engineering-package.js';
import { ARTEFACT_TYPES } from './engineering-package.values.js';
import { releasedWalk, requestedWalk, type PackageWalk } from './engineering-package.walk.js';

const A_SECOND = { ...aRequest, productionOrderId: ORDER_2, qty: '3' };

/** Bought goods: their package is released without process flow and work instruction, and with an empty BOM. */
function boughtAndReleased(): PackageWalk {
  const walk = requestedWalk({ kind: 'PROCURE' }).do(SubmitBom, { lines: [COPPER], rev: 'A' });
  for (const type of ARTEFACT_TYPES.slice(1)) {
    if (type !== 'PROCESS_FLOW' && type !== 'WORK_INSTRUCTION') walk.submit(type);
  }
  for (const type of ARTEFACT_TYPES) {
    if (type !== 'PROCESS_FLOW' && type !== 'WORK_INSTRUCTION') walk.do(ConfirmArtefact, { type });
  }
  return walk.do(ReleasePackage, {});
}

const madeJoinsBought = (): PackageWalk => boughtAndReleased().do(RequestPackage, A_SECOND);

describe('an order that joins a released package', () => {
  it('gets the released BOM where nothing is missing for it (P-124)', () =>
    releasedWalk()
      .do(RequestPackage, A_SECOND)
      .recorded({
        type: 'EngineeringPackageExtended',
        data: {
          packageId: PACKAGE_ID,
          contractId: CONTRACT_ID,
          state: 'RELEASED',
          orders: [{ productionOrderId: ORDER_2, kind: 'PRODUCE', qty: '3' }],
          // 10 m x 1.05 x 1 yuan
          bom: { bomId: PACKAGE_ID, rev: 1, drawingRev: 'A', unitCost: '10.5' },
        },
      }));
  it('opens the package again where it needs what is not there, and is released as the next revision (P-124)', () => {
    const walk = madeJoinsBought();
    expect(walk.last[0]?.data).not.toHaveProperty('bom.rev');
    expect(walk.state).toMatchObject({ state: 'IN_PREPARATION', rev: 1 });
    expect(walk.refused(ReleasePackage, {})).toEqual({
      code: 'ENGINEERING_PACKAGE_INCOMPLETE',
      missing: ['PROCESS_FLOW', 'WORK_INSTRUCTION'],
    });
    walk.submit('PROCESS_FLOW').submit('WORK_INSTRUCTION');
    walk.do(ConfirmArtefact, { type: 'PROCESS_FLOW' }).do(ConfirmArtefact, { type: 'WORK_INSTRUCTION' });
    // 10 m x (2 + 3) units x 1.05 x 1.00 yuan
    expect(walk.do(ReleasePackage, {}).last).toMatchObject([
      { data: { rev: 2, productionOrderIds: [ORDER_1, ORDER_2] } },
      { data: { rev: 2, materialBudgetFen: 5_250 } },
    ]);
  });
  it('changes nothing of what was released: the documents that are there stay (P-124)', () => {
    const walk = madeJoinsBought();
    const where = { packageId: PACKAGE_ID, state: 'IN_PREPARATION' };
    const bom = { code: 'BOM_RELEASED_IMMUTABLE', ...where, command: 'SubmitBom', artefact: 'BOM' };
    expect(walk.refused(SubmitBom, { lines: [], rev: 'B' })).toEqual(bom);
    const drawing = { type: 'DRAWING', docRef: 'x' } as const;
    const code = 'INVALID_TRANSITION';
    const refused = { code, ...where, artefact: 'DRAWING' };
    expect(walk.refused(SubmitArtefact, { ...drawing, rev: 'B' })).toEqual({ ...refused, command: 'SubmitArtefact' });
    expect(walk.refused(MarkNotApplicable, { type: 'DRAWING', reason: 'x' })).toMatchObject({ code });
    expect(walk.refused(RecordCustomerApproval, { ...drawing, on: '2025-03-10' })).toMatchObject({ code });
    expect(walk.submit('PROCESS_FLOW').submit('PROCESS_FLOW', { rev: 'B' }).types).toEqual(['ArtefactSubmitted']);
  });
  it('leaves out what engineering left out with a reason, but not the BOM (P-124)', () => {
    const left = ['BOM', 'PRODUCT_MANUAL'] as const;
    const walk = requestedWalk({ kind: 'PROCURE' });
    for (const type of left) walk.do(MarkNotApplicable, { type, reason: '外购件' });
    for (const type of ['DRAWING', 'MATERIAL_BUDGET', 'INSPECTION_STANDARD'] as const) {
      walk.submit(type).do(ConfirmArtefact, { type });
    }
    walk.do(ReleasePackage, {}).do(RequestPackage, A_SECOND);
    expect(walk.refused(ReleasePackage, {})).toMatchObject({ missing: ['BOM', 'PROCESS_FLOW', 'WORK_INSTRUCTION'] });
    expect(walk.submitBom().types).toEqual(['BomSubmitted']);
  });
});

it('a package under review is in preparation again where an order joins that needs more', () => {
  const walk = requestedWalk({ kind: 'PROCURE' });
  for (const type of ARTEFACT_TYPES) {
    if (type !== 'PROCESS_FLOW' && type !== 'WORK_INSTRUCTION') {
      walk.do(MarkNotApplicable, { type, reason: '外购件' });
    }
  }
  expect(walk.state).toMatchObject({ state: 'UNDER_REVIEW' });
  expect(walk.do(RequestPackage, A_SECOND).state).toMatchObject({ state: 'IN_PREPARATION' });
});

it('a package of an order whose contract lives elsewhere says so when it is released (P-125)', () => {
  const walk = requestedWalk({ contractOrigin: 'EXTERNAL' }).submitAll().confirmAll().do(ReleasePackage, {});
  expect(walk.last).toMatchObject([{ data: { contractOrigin: 'EXTERNAL' } }, { data: { contractOrigin: 'EXTERNAL' } }]);
});

const history = path.join(__dirname, 'history');
holdLife(engineeringPackage, history, 'joined-when-released', () => releasedWalk().do(RequestPackage, A_SECOND));
holdLife(engineeringPackage, history, 'joins-alone-named', madeJoinsBought);
holdLife(engineeringPackage, history, 'joined-at-a-cost', () => releasedWalk().do(RequestPackage, A_SECOND));
holdLife(engineeringPackage, history, 'of-a-contract-elsewhere', () =>
  requestedWalk({ contractOrigin: 'EXTERNAL' }).submitAll().confirmAll().do(ReleasePackage, {}),
);
