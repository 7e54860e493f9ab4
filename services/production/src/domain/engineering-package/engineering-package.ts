import { aggregate, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { artefactFold, artefactRules, firstStatus } from './artefacts.js';
import { ReleasePackage, RequestPackage, type EngineeringPackageCommand } from './engineering-package.commands.js';
import type {
  ArtefactEvent,
  ArtefactRecord,
  EngineeringPackageEvent,
  EngineeringPackageExtended,
  EngineeringPackageRequested,
} from './engineering-package.events.js';
import {
  orderIdsOf,
  type EngineeringPackage,
  type ExistingPackage,
  type NoPackage,
  type PackageOrder,
} from './engineering-package.state.js';
import { ARTEFACT_TYPES, OPEN_STATES, type ArtefactType } from './engineering-package.values.js';
import { artefactFromRecord, orderFromRecord, recordOfArtefact, recordOfOrder } from './package-records.js';
import { joinPackage } from './package-joining.js';
import { packageUpcasters } from './package-upcasters.js';
import { releasePackage } from './package-release.js';

const rules = {
  RequestPackage: { command: RequestPackage, in: ['NONE', ...OPEN_STATES, 'RELEASED'], decide: requestPackage },
  ReleasePackage: { command: ReleasePackage, in: OPEN_STATES, decide: releasePackage },
  ...artefactRules,
} satisfies RulesOf<RequestPackage, EngineeringPackage, EngineeringPackageEvent> &
  RulesOf<Exclude<EngineeringPackageCommand, RequestPackage>, ExistingPackage, EngineeringPackageEvent>;

const fold = {
  EngineeringPackageRequested: (_none, data) => ({
    state: data.state,
    packageId: data.packageId,
    projectId: data.projectId,
    contractId: data.contractId,
    orders: data.orders.map(orderFromRecord),
    artefacts: data.artefacts.map(artefactFromRecord),
    bomLines: [],
    rev: 0,
    releasedTypes: [],
    contractOrigin: data.contractOrigin,
  }),
  EngineeringPackageExtended: extend,
  ...artefactFold,
  EngineeringPackageReleased: (existing, { state, rev, artefacts }) => ({
    ...existing,
    state,
    rev,
    artefacts: artefacts.map(artefactFromRecord),
    releasedTypes: confirmedTypes(artefacts),
  }),
  // the lines are those that were submitted
  BomReleased: (existing) => existing,
} satisfies FoldOf<EngineeringPackageRequested, NoPackage, ExistingPackage> &
  FoldOf<Exclude<EngineeringPackageEvent, EngineeringPackageRequested | ArtefactEvent>, ExistingPackage>;

/** The engineering package (工程资料): seven artefacts of one or several orders, released together. */
export const engineeringPackage = aggregate<EngineeringPackage, EngineeringPackageCommand, EngineeringPackageEvent>({
  category: 'engineeringPackage',
  id: 'packageId',
  initialState: { state: 'NONE' },
  rules,
  fold,
  versions: { BomSubmitted: 2, BomReleased: 2, EngineeringPackageExtended: 2 },
  upcasters: packageUpcasters,
});

/** The first order begins the package, the others join it. */
function requestPackage({ data, issued }: RequestPackage, existing: EngineeringPackage): EngineeringPackageEvent[] {
  const { packageId, productionOrderId, kind, qty } = data;
  const order: PackageOrder = { productionOrderId, kind, qty };
  if (existing.state === 'NONE') {
    const artefacts = ARTEFACT_TYPES.map((type) => recordOfArtefact({ type, status: firstStatus(type, kind) }));
    const { projectId, contractId } = data;
    const orders = [recordOfOrder(order)];
    const ids = { packageId, projectId, contractId };
    const { contractOrigin } = data;
    return [
      {
        type: 'EngineeringPackageRequested',
        data: { ...ids, state: 'REQUESTED', orders, artefacts, requestedOn: issued.today, contractOrigin },
      },
    ];
  }
  return joinPackage(existing, order);
}

/** The first events named all orders of the package, not only those that join. */
function extend(existing: ExistingPackage, data: EngineeringPackageExtended['data']): ExistingPackage {
  const { state, artefacts } = data;
  const known = new Set(orderIdsOf(existing));
  const joined = data.orders.filter(({ productionOrderId }) => !known.has(productionOrderId));
  const extended = { ...existing, state, orders: [...existing.orders, ...joined.map(orderFromRecord)] };
  if (artefacts === undefined) return extended;
  const releasedTypes = confirmedTypes(artefacts).filter((type) => existing.releasedTypes.includes(type));
  return { ...extended, artefacts: artefacts.map(artefactFromRecord), releasedTypes };
}

const confirmedTypes = (artefacts: readonly ArtefactRecord[]): ArtefactType[] =>
  artefacts.filter(({ status }) => status === 'CONFIRMED').map(({ type }) => type);
