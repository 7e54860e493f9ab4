import { judgeTransitions, typesWrittenOut } from '@engsales/event-sourcing/testing';
import {
  ConfirmArtefact,
  MarkNotApplicable,
  RecordCustomerApproval,
  ReleasePackage,
  RequestPackage,
  SubmitArtefact,
  SubmitBom,
} from './engineering-package.commands.js';
import {
  aRequest,
  CONTRACT_ID,
  COPPER,
  IDS,
  MISSING,
  ORDER_1,
  ORDER_2,
  PACKAGE_ID,
  PROJECT_ID,
  withArtefacts,
} from './engineering-package.fixtures.js';
import { engineeringPackage } from './engineering-package.js';
import { ARTEFACT_TYPES } from './engineering-package.values.js';
import { confirmedWalk, PackageWalk, releasedWalk, requestedWalk } from './engineering-package.walk.js';

const WRITTEN = { by: 'chen-gong', on: '2025-03-10' } as const;

describe('an engineering package', () => {
  it('is requested with seven documents missing (P-61)', () => {
    expect(ARTEFACT_TYPES).toHaveLength(7);
    requestedWalk().recorded({
      type: 'EngineeringPackageRequested',
      data: {
        packageId: PACKAGE_ID,
        projectId: PROJECT_ID,
        contractId: CONTRACT_ID,
        state: 'REQUESTED',
        orders: [{ productionOrderId: ORDER_1, kind: 'PRODUCE', qty: '2' }],
        artefacts: MISSING,
        requestedOn: '2025-03-10',
      },
    });
  });
  it('of bought goods needs no process flow and no work instruction (P-62)', () =>
    expect(requestedWalk({ kind: 'PROCURE' }).last[0]?.data).toMatchObject({
      artefacts: withArtefacts(
        { type: 'PROCESS_FLOW', status: 'NOT_APPLICABLE' },
        { type: 'WORK_INSTRUCTION', status: 'NOT_APPLICABLE' },
      ),
    }));
  it('has each of its orders once (P-63)', () => requestedWalk().do(RequestPackage, aRequest).recorded());
  it('is shared by a second order, which makes needed what bought goods did not need (P-62, P-63)', () => {
    const walk = requestedWalk({ kind: 'PROCURE' });
    walk.do(RequestPackage, { ...aRequest, productionOrderId: ORDER_2, qty: '3' }).recorded({
      type: 'EngineeringPackageExtended',
      data: {
        packageId: PACKAGE_ID,
        contractId: CONTRACT_ID,
        state: 'REQUESTED',
        orders: [{ productionOrderId: ORDER_2, kind: 'PRODUCE', qty: '3' }],
        artefacts: MISSING,
      },
    });
    expect(walk.state).toMatchObject({
      orders: [
        { productionOrderId: ORDER_1, kind: 'PROCURE', qty: '2' },
        { productionOrderId: ORDER_2, kind: 'PRODUCE', qty: '3' },
      ],
    });
  });
  it('keeps what bought goods do not need while only bought goods join (P-62)', () => {
    const walk = requestedWalk({ kind: 'PROCURE' });
    walk.do(RequestPackage, { ...aRequest, kind: 'PROCURE', productionOrderId: ORDER_2 }).recorded({
      type: 'EngineeringPackageExtended',
      data: {
        packageId: PACKAGE_ID,
        contractId: CONTRACT_ID,
        state: 'REQUESTED',
        orders: [{ productionOrderId: ORDER_2, kind: 'PROCURE', qty: '2' }],
      },
    });
    expect(walk.state).toMatchObject({
      artefacts: withArtefacts(
        { type: 'PROCESS_FLOW', status: 'NOT_APPLICABLE' },
        { type: 'WORK_INSTRUCTION', status: 'NOT_APPLICABLE' },
      ),
    });
  });
});

describe('a document of the package', () => {
  it('is submitted as a draft', () => {
    const drawing = {
      type: 'DRAWING',
      status: 'DRAFT',
      docRef: 'doc-DRAWING',
      rev: 'A',
      submittedOn: '2025-03-10',
    } as const;
    requestedWalk()
      .submit('DRAWING')
      .recorded({
        type: 'ArtefactSubmitted',
        data: {
          ...IDS,
          state: 'IN_PREPARATION',
          artefact: { type: 'DRAWING', status: 'DRAFT', docRef: 'doc-DRAWING', rev: 'A', submittedOn: '2025-03-10' },
          artefacts: withArtefacts(drawing),
          ...WRITTEN,
        },
      });
  });
  it('the BOM comes with its lines', () => {
    const bom = { type: 'BOM', status: 'DRAFT', docRef: 'doc-1', rev: 'A', submittedOn: '2025-03-10' } as const;
    requestedWalk()
      .do(SubmitBom, { lines: [COPPER], rev: 'A', docRef: 'doc-1' })
      .recorded({
        type: 'BomSubmitted',
        data: {
          ...IDS,
          state: 'IN_PREPARATION',
          artefact: bom,
          artefacts: withArtefacts(bom),
          ...WRITTEN,
          lines: [
            {
              itemCode: 'CU-22',
              name: '铜管',
              spec: 'Φ22',
              qty: '10',
              uom: 'm',
              scrapBps: 500,
              unitCost: '1',
              supply: 'BUY',
            },
          ],
        },
      });
  });
  it('is approved by the customer where that is required (P-64)', () => {
    const approved = {
      type: 'DRAWING',
      status: 'DRAFT',
      docRef: 'doc-DRAWING',
      rev: 'A',
      submittedOn: '2025-03-10',
      customerApproval: { required: true, docRef: '会签-1', on: '2025-03-10' },
    } as const;
    requestedWalk()
      .submit('DRAWING', { customerApprovalRequired: true })
      .do(RecordCustomerApproval, { type: 'DRAWING', docRef: '会签-1', on: '2025-03-10' })
      .recorded({
        type: 'CustomerApprovalRecorded',
        data: {
          ...IDS,
          state: 'IN_PREPARATION',
          artefact: approved,
          artefacts: withArtefacts(approved),
          ...WRITTEN,
        },
      });
  });
  it('of a new version is a draft again, and is approved anew (P-64)', () => {
    const walk = requestedWalk().submit('DRAWING', { customerApprovalRequired: true });
    walk.do(RecordCustomerApproval, { type: 'DRAWING', docRef: '会签-1', on: '2025-03-10' });
    walk.do(ConfirmArtefact, { type: 'DRAWING' }).submit('DRAWING', { rev: 'B' });
    expect(walk.last[0]?.data).toMatchObject({
      artefact: { type: 'DRAWING', status: 'DRAFT', rev: 'B', customerApproval: { required: true } },
    });
    expect(walk.last[0]?.data).not.toHaveProperty('artefact.customerApproval.docRef');
    walk.submit('DRAWING', { rev: 'C', customerApprovalRequired: false });
    expect(walk.last[0]?.data).not.toHaveProperty('artefact.customerApproval');
  });
  it('is confirmed, once', () => {
    const drawing = {
      type: 'DRAWING',
      status: 'CONFIRMED',
      docRef: 'doc-DRAWING',
      rev: 'A',
      submittedOn: '2025-03-10',
    } as const;
    const walk = requestedWalk().submit('DRAWING').do(ConfirmArtefact, { type: 'DRAWING' });
    walk.recorded({
      type: 'ArtefactConfirmed',
      data: {
        ...IDS,
        state: 'IN_PREPARATION',
        artefact: drawing,
        artefacts: withArtefacts(drawing),
        ...WRITTEN,
      },
    });
    walk.do(ConfirmArtefact, { type: 'DRAWING' }).recorded();
  });
  it.each([
    ['missing', requestedWalk(), 'MISSING'],
    [
      'not applicable',
      requestedWalk().do(MarkNotApplicable, { type: 'PRODUCT_MANUAL', reason: 'x' }),
      'NOT_APPLICABLE',
    ],
  ] as const)('that is %s is neither confirmed nor approved (P-66)', (_title, walk, status) => {
    const artefact = 'PRODUCT_MANUAL';
    expect(walk.refused(ConfirmArtefact, { type: artefact })).toEqual({
      code: 'INVALID_TRANSITION',
      command: 'ConfirmArtefact',
      artefact,
      status,
    });
    expect(walk.refused(RecordCustomerApproval, { type: artefact, docRef: 'x', on: '2025-03-10' })).toEqual({
      code: 'INVALID_TRANSITION',
      command: 'RecordCustomerApproval',
      artefact,
      status,
    });
  });
  it('may be not applicable, with the reason', () => {
    const manual = { type: 'PRODUCT_MANUAL', status: 'NOT_APPLICABLE', reason: '客户自有' } as const;
    requestedWalk()
      .do(MarkNotApplicable, { type: 'PRODUCT_MANUAL', reason: '客户自有' })
      .recorded({
        type: 'ArtefactNotApplicable',
        data: {
          ...IDS,
          state: 'IN_PREPARATION',
          artefact: manual,
          artefacts: withArtefacts(manual),
          ...WRITTEN,
        },
      });
  });
  it.each(['BOM', 'DRAWING'] as const)('the %s is needed for what is made, not for what is bought (P-65)', (type) => {
    expect(requestedWalk().refused(MarkNotApplicable, { type, reason: 'x' })).toEqual({
      code: 'ARTEFACT_REQUIRED',
      artefact: type,
    });
    expect(requestedWalk({ kind: 'PROCURE' }).do(MarkNotApplicable, { type, reason: 'x' }).types).toEqual([
      'ArtefactNotApplicable',
    ]);
  });
});

describe('the release of a package', () => {
  it('hands over all seven, the BOM and its material budget (P-67, P-69)', () => {
    const walk = confirmedWalk();
    expect(walk.state).toMatchObject({ state: 'UNDER_REVIEW' });
    walk.do(ReleasePackage, {}).recorded(
      {
        type: 'EngineeringPackageReleased',
        data: {
          ...IDS,
          productionOrderIds: [ORDER_1],
          state: 'RELEASED',
          rev: 1,
          artefacts: [
            { type: 'BOM', status: 'CONFIRMED', rev: 'A', submittedOn: '2025-03-10' },
            ...ARTEFACT_TYPES.slice(1).map((type) => ({
              type,
              status: 'CONFIRMED' as const,
              docRef: `doc-${type}`,
              rev: 'A',
              submittedOn: '2025-03-10',
            })),
          ],
          releasedBy: 'chen-gong',
          releasedOn: '2025-03-10',
        },
      },
      {
        type: 'BomReleased',
        data: {
          ...IDS,
          productionOrderIds: [ORDER_1],
          bomId: PACKAGE_ID,
          rev: 1,
          docRev: 'A',
          drawingRev: 'A',
          lines: [COPPER],
          // 10 m x 2 units x 1.05 x 1.00 yuan
          materialBudgetFen: 2_100,
          releasedOn: '2025-03-10',
        },
      },
    );
  });
  it('budgets the material of all its orders (P-69)', () => {
    const walk = requestedWalk().do(RequestPackage, { ...aRequest, productionOrderId: ORDER_2, qty: '3' });
    walk.submitAll().confirmAll().do(ReleasePackage, {});
    // 10 m x (2 + 3) units x 1.05 x 1.00 yuan
    expect(walk.last[1]?.data).toMatchObject({ materialBudgetFen: 5_250, productionOrderIds: [ORDER_1, ORDER_2] });
  });
  it('takes a screw at 0.035 yuan, and rounds its cost once per line (P-120)', () => {
    const walk = requestedWalk({ qty: '3' }).submitAll();
    walk.do(SubmitBom, { lines: [{ ...COPPER, qty: '1', scrapBps: 0, unitCost: '0.035' }], rev: 'A' });
    // 0.105 yuan
    expect(walk.confirmAll().do(ReleasePackage, {}).last[1]?.data).toMatchObject({ materialBudgetFen: 11 });
  });
  it.each([
    ['of one line', ['90071992547409.91']],
    ['of two lines together', ['2251799813685.247', '2251799813685.247']],
  ])('is refused with a cost %s that is beyond what is exact (P-121)', (_title, costs) => {
    const walk = requestedWalk().submitAll();
    walk.do(SubmitBom, { lines: costs.map((unitCost) => ({ ...COPPER, unitCost })), rev: 'A' }).confirmAll();
    expect(walk.refused(ReleasePackage, {})).toEqual({ code: 'AMOUNT_TOO_LARGE' });
  });
  it('is refused while something is missing, which it names (P-67)', () => {
    expect(requestedWalk().submitAll().refused(ReleasePackage, {})).toEqual({
      code: 'ENGINEERING_PACKAGE_INCOMPLETE',
      missing: [...ARTEFACT_TYPES],
    });
    const walk = requestedWalk().submitAll().confirmAll('PRODUCT_MANUAL');
    expect(walk.refused(ReleasePackage, {})).toEqual({
      code: 'ENGINEERING_PACKAGE_INCOMPLETE',
      missing: ['PRODUCT_MANUAL'],
    });
    walk.do(MarkNotApplicable, { type: 'PRODUCT_MANUAL', reason: '客户自有' });
    expect(walk.state).toMatchObject({ state: 'UNDER_REVIEW' });
    expect(walk.do(ReleasePackage, {}).types).toEqual(['EngineeringPackageReleased', 'BomReleased']);
  });
  it('is refused without an approval that is required (P-68)', () => {
    const walk = requestedWalk().submitAll().submit('DRAWING', { customerApprovalRequired: true }).confirmAll();
    expect(walk.refused(ReleasePackage, {})).toEqual({
      code: 'CUSTOMER_DRAWING_APPROVAL_REQUIRED',
      artefacts: ['DRAWING'],
    });
    walk.do(RecordCustomerApproval, { type: 'DRAWING', docRef: '会签-1', on: '2025-03-10' });
    expect(walk.do(ReleasePackage, {}).types).toEqual(['EngineeringPackageReleased', 'BomReleased']);
  });
  it('fixes the package: the BOM has a code of its own (P-70)', () => {
    const walk = releasedWalk();
    expect(walk.refused(SubmitBom, { lines: [], rev: 'B' })).toEqual({
      code: 'BOM_RELEASED_IMMUTABLE',
      packageId: PACKAGE_ID,
      command: 'SubmitBom',
      state: 'RELEASED',
      possibleIn: ['REQUESTED', 'IN_PREPARATION', 'UNDER_REVIEW'],
    });
    expect(walk.refused(ReleasePackage, {})).toMatchObject({ code: 'INVALID_TRANSITION', state: 'RELEASED' });
  });
});

describe('in which state (P-70)', () => {
  const OPEN = ['REQUESTED', 'IN_PREPARATION', 'UNDER_REVIEW'];
  const possible = judgeTransitions({
    aggregate: engineeringPackage,
    ids: { packageId: PACKAGE_ID },
    states: {
      NONE: () => new PackageWalk(),
      REQUESTED: requestedWalk,
      IN_PREPARATION: () => requestedWalk().submitBom(),
      UNDER_REVIEW: confirmedWalk,
      RELEASED: releasedWalk,
    },
    codeIn: (state, type) => {
      if (state === 'NONE') return 'NOT_FOUND';
      return type === 'SubmitBom' ? 'BOM_RELEASED_IMMUTABLE' : 'INVALID_TRANSITION';
    },
  });
  possible(RequestPackage, aRequest, ['NONE', ...OPEN, 'RELEASED']);
  possible(SubmitArtefact, { type: 'DRAWING', docRef: 'd', rev: 'A' }, OPEN);
  possible(SubmitBom, { lines: [], rev: 'A' }, OPEN);
  possible(RecordCustomerApproval, { type: 'DRAWING', docRef: 'd', on: '2025-03-10' }, OPEN);
  possible(MarkNotApplicable, { type: 'PRODUCT_MANUAL', reason: 'x' }, OPEN);
  possible(ConfirmArtefact, { type: 'DRAWING' }, OPEN);
  possible(ReleasePackage, {}, OPEN);
  possible.every(engineeringPackage.transitions);
});

it('every event of a package is compared whole in a spec', () => {
  const written = typesWrittenOut(__dirname);
  expect(Object.keys(engineeringPackage.stored).filter((type) => !written.has(type))).toEqual([]);
});
