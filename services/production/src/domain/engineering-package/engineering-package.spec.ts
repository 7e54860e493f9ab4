import { given, issued } from '@engsales/event-sourcing/testing';
import {
  ARTEFACT_TYPES,
  engineeringPackage,
  RequestPackage,
  type EngineeringPackageEvent,
} from './engineering-package.js';

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
  artefacts: all(false),
} as const;
const requested = (procured = false): EngineeringPackageEvent => ({
  type: 'EngineeringPackageRequested',
  data: { ...data, artefacts: all(procured), requestedOn: '2025-03-10' },
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
      .then({ type: 'EngineeringPackageExtended', data: { ...data, productionOrderIds: ['o1', 'o2'] } }));
  it('needs everything once a produced order joins bought goods', () =>
    given(engineeringPackage, requested(true))
      .when(request('o2', 'PRODUCE'))
      .then({
        type: 'EngineeringPackageExtended',
        data: { ...data, productionOrderIds: ['o1', 'o2'], artefacts: all(false) },
      }));
});
