import { aggregate, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { artefactFold, artefactRules, firstStatus, needFor } from './artefacts.js';
import { ReleasePackage, RequestPackage, type EngineeringPackageCommand } from './engineering-package.commands.js';
import type {
  ArtefactEvent,
  EngineeringPackageEvent,
  EngineeringPackageRequested,
} from './engineering-package.events.js';
import {
  orderIdsOf,
  type EngineeringPackage,
  type ExistingPackage,
  type NoPackage,
  type PackageOrder,
} from './engineering-package.state.js';
import { ARTEFACT_TYPES, OPEN_STATES } from './engineering-package.values.js';
import { artefactFromRecord, orderFromRecord, recordOfArtefact, recordOfOrder } from './package-records.js';
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
  }),
  EngineeringPackageExtended: (existing, { orders, artefacts }) => ({
    ...existing,
    orders: orders.map(orderFromRecord),
    artefacts: artefacts.map(artefactFromRecord),
  }),
  ...artefactFold,
  EngineeringPackageReleased: (existing, { state, rev, artefacts }) => ({
    ...existing,
    state,
    rev,
    artefacts: artefacts.map(artefactFromRecord),
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
  versions: { BomSubmitted: 2, BomReleased: 2 },
  upcasters: packageUpcasters,
});

/** Each order is in it once; one that is made needs what the bought ones before it did not need. */
function requestPackage({ data, issued }: RequestPackage, existing: EngineeringPackage): EngineeringPackageEvent[] {
  const { packageId, productionOrderId, kind, qty } = data;
  const order: PackageOrder = { productionOrderId, kind, qty };
  if (existing.state === 'NONE') {
    const artefacts = ARTEFACT_TYPES.map((type) => recordOfArtefact({ type, status: firstStatus(type, kind) }));
    const { projectId, contractId } = data;
    const orders = { productionOrderIds: [productionOrderId], orders: [recordOfOrder(order)] };
    const ids = { packageId, projectId, contractId };
    return [
      {
        type: 'EngineeringPackageRequested',
        data: { ...ids, state: 'REQUESTED', ...orders, artefacts, requestedOn: issued.today },
      },
    ];
  }
  if (orderIdsOf(existing).includes(productionOrderId)) return [];
  const extended: ExistingPackage = { ...existing, orders: [...existing.orders, order] };
  const { contractId, state } = existing;
  const orders = { productionOrderIds: orderIdsOf(extended), orders: extended.orders.map(recordOfOrder) };
  const artefacts = existing.artefacts.map((artefact) => recordOfArtefact(needFor(artefact, kind)));
  return [{ type: 'EngineeringPackageExtended', data: { packageId, contractId, state, ...orders, artefacts } }];
}
