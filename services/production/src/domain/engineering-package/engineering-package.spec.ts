import { given, issued, refusalOf } from '@engsales/event-sourcing/testing';
import { ARTEFACT_TYPES } from './artefacts.js';
import {
  ConfirmArtefact,
  MarkNotApplicable,
  RecordCustomerApproval,
  ReleasePackage,
  RequestPackage,
  SubmitArtefact,
  SubmitBom,
} from './engineering-package.commands.js';
import type { EngineeringPackageEvent } from './engineering-package.events.js';
import { engineeringPackage, type EngineeringPackage } from './engineering-package.js';

const request = (productionOrderId: string, kind: 'PRODUCE' | 'PROCURE' = 'PRODUCE') =>
  new RequestPackage({ packageId: 'k', projectId: 'p', contractId: 'c', productionOrderId, kind }, issued());
const all = (procured: boolean) =>
  ARTEFACT_TYPES.map((type) => ({
    type,
    status:
      procured && (type === 'PROCESS_FLOW' || type === 'WORK_INSTRUCTION')
        ? ('NOT_APPLICABLE' as const)
        : ('MISSING' as const),
  }));
const data = {
  packageId: 'k',
  projectId: 'p',
  contractId: 'c',
  state: 'REQUESTED',
  productionOrderIds: ['o1'],
  orders: [{ productionOrderId: 'o1', kind: 'PRODUCE' as const }],
  artefacts: all(false),
} as const;
const requested = (procured = false): EngineeringPackageEvent => ({
  type: 'EngineeringPackageRequested',
  data: {
    ...data,
    orders: [{ productionOrderId: 'o1', kind: procured ? 'PROCURE' : 'PRODUCE' }],
    artefacts: all(procured),
    requestedOn: '2025-03-10',
  },
});

describe('an engineering package', () => {
  it('is requested with seven artefacts missing', () => {
    expect(ARTEFACT_TYPES).toHaveLength(7);
    given(engineeringPackage).when(request('o1')).then(requested());
  });
  it('of bought goods needs neither process nor work instructions', () =>
    given(engineeringPackage).when(request('o1', 'PROCURE')).then(requested(true)));
  it('is not requested twice for the same order', () =>
    given(engineeringPackage, requested()).when(request('o1')).thenNothing());
  it('is shared by a second order of the same package key', () =>
    given(engineeringPackage, requested())
      .when(request('o2'))
      .then({
        type: 'EngineeringPackageExtended',
        data: {
          ...data,
          productionOrderIds: ['o1', 'o2'],
          orders: [...data.orders, { productionOrderId: 'o2', kind: 'PRODUCE' }],
        },
      }));
  it('needs everything once a produced order joins bought goods', () =>
    given(engineeringPackage, requested(true))
      .when(request('o2', 'PRODUCE'))
      .then({
        type: 'EngineeringPackageExtended',
        data: {
          ...data,
          productionOrderIds: ['o1', 'o2'],
          orders: [
            { productionOrderId: 'o1', kind: 'PROCURE' },
            { productionOrderId: 'o2', kind: 'PRODUCE' },
          ],
          artefacts: all(false),
        },
      }));
});

describe('engineering writes the package', () => {
  let state: EngineeringPackage;
  const by = issued({ by: { id: 'chen-gong', role: 'ENGINEERING' } });
  const go = (command: Parameters<typeof engineeringPackage.decide>[0]) => {
    const events = engineeringPackage.decide(command, state);
    state = events.reduce((s, event) => engineeringPackage.evolve(s, event), state);
    return events;
  };
  const of = { packageId: 'k' };
  const refusal = (command: Parameters<typeof engineeringPackage.decide>[0]) => refusalOf(() => go(command));
  const submit = (type: (typeof ARTEFACT_TYPES)[number], more: object = {}) =>
    go(new SubmitArtefact({ ...of, type, docRef: `doc-${type}`, rev: 'A', ...more }, by));
  const confirm = (type: (typeof ARTEFACT_TYPES)[number]) => go(new ConfirmArtefact({ ...of, type }, by));
  const line = {
    itemCode: 'CU-22',
    name: '铜管',
    qty: '10',
    uom: 'm',
    scrapBps: 500,
    unitCostFen: 100,
    supply: 'BUY' as const,
  };
  beforeEach(() => {
    state = { state: 'NONE' };
    go(
      new RequestPackage(
        { ...of, projectId: 'p', contractId: 'c', productionOrderId: 'o1', kind: 'PRODUCE', qty: '2' },
        by,
      ),
    );
  });

  it('all seven, and releases it with the BOM and its budget', () => {
    go(new SubmitBom({ ...of, lines: [line], rev: 'A' }, by));
    expect(state.state).toBe('IN_PREPARATION');
    for (const type of ARTEFACT_TYPES.slice(1)) submit(type);
    expect(refusal(new ReleasePackage(of, by))).toMatchObject({
      code: 'ENGINEERING_PACKAGE_INCOMPLETE',
      missing: [...ARTEFACT_TYPES],
    });
    for (const type of ARTEFACT_TYPES) confirm(type);
    expect(state.state).toBe('UNDER_REVIEW');
    const [released, bom] = go(new ReleasePackage(of, by));
    expect(released).toMatchObject({ type: 'EngineeringPackageReleased', data: { rev: 1, state: 'RELEASED' } });
    expect(bom).toMatchObject({
      type: 'BomReleased',
      data: { rev: 1, docRev: 'A', drawingRev: 'A', materialBudgetFen: 2_100 },
    });
    expect(refusal(new SubmitBom({ ...of, lines: [], rev: 'B' }, by)).code).toBe('BOM_RELEASED_IMMUTABLE');
    expect(refusal(new ReleasePackage(of, by)).code).toBe('INVALID_TRANSITION');
  });
  it('names the one that is missing (S13)', () => {
    go(new SubmitBom({ ...of, lines: [], rev: 'A' }, by));
    for (const type of ARTEFACT_TYPES.slice(1)) submit(type);
    for (const type of ARTEFACT_TYPES.filter((t) => t !== 'PRODUCT_MANUAL')) confirm(type);
    expect(refusal(new ReleasePackage(of, by))).toMatchObject({ missing: ['PRODUCT_MANUAL'] });
    go(new MarkNotApplicable({ ...of, type: 'PRODUCT_MANUAL', reason: '客户自有' }, by));
    expect(refusal(new ReleasePackage(of, by)).code).toBe('accepted');
  });
  it('with the customer’s word where it is required', () => {
    for (const type of ARTEFACT_TYPES) submit(type, type === 'DRAWING' ? { customerApprovalRequired: true } : {});
    for (const type of ARTEFACT_TYPES) confirm(type);
    expect(refusal(new ReleasePackage(of, by))).toMatchObject({
      code: 'CUSTOMER_DRAWING_APPROVAL_REQUIRED',
      artefacts: ['DRAWING'],
    });
    go(new RecordCustomerApproval({ ...of, type: 'DRAWING', docRef: '会签-1', on: '2025-03-09' }, by));
    expect(refusal(new ReleasePackage(of, by)).code).toBe('accepted');
  });
  it('not without a BOM and a drawing, and confirms only what was written', () => {
    for (const type of ['BOM', 'DRAWING'] as const) {
      expect(refusal(new MarkNotApplicable({ ...of, type, reason: 'x' }, by)).code).toBe('ARTEFACT_REQUIRED');
    }
    expect(refusal(new ConfirmArtefact({ ...of, type: 'DRAWING' }, by)).code).toBe('INVALID_TRANSITION');
    state = { state: 'NONE' };
    expect(refusal(new ReleasePackage(of, by)).code).toBe('NOT_FOUND');
  });
});
