import { Rejected, type Decider } from '@engsales/event-sourcing/decider';
import { ARTEFACT_TYPES, firstStatus, needed, type BomLine } from './artefacts.js';
import type { EngineeringPackageCommand, RequestPackage } from './engineering-package.commands.js';
import {
  engineeringPackageEvents,
  type EngineeringPackageEvent,
  type PackageData,
} from './engineering-package.events.js';
import { changeArtefact } from './artefact-changes.js';
import { release } from './package-release.js';

export interface ExistingPackage extends PackageData {
  readonly bomLines?: readonly BomLine[];
  /** Counts the releases; the first is 1. Engineering changes raise it (a later issue). */
  readonly rev?: number;
}

export type EngineeringPackage = { readonly state: 'NONE' } | ExistingPackage;

const OPEN = ['REQUESTED', 'IN_PREPARATION', 'UNDER_REVIEW'];

/** In which states a command is possible. Data, not code: exported for tests and operators. */
export const ENGINEERING_PACKAGE_TRANSITIONS: Readonly<
  Record<Exclude<EngineeringPackageCommand, RequestPackage>['type'], readonly string[]>
> = {
  SubmitArtefact: OPEN,
  SubmitBom: OPEN,
  RecordCustomerApproval: OPEN,
  MarkNotApplicable: OPEN,
  ConfirmArtefact: OPEN,
  ReleasePackage: OPEN,
};

/** The engineering package (工程资料): seven artefacts of one or several orders, released together. */
export const engineeringPackage: Decider<EngineeringPackage, EngineeringPackageCommand, EngineeringPackageEvent> = {
  category: 'engineeringPackage',
  stored: engineeringPackageEvents,
  initialState: { state: 'NONE' },
  decide(command, existing) {
    if (command.type === 'RequestPackage') return request(command, existing);
    const open = refuseWrongState(command, existing);
    return command.type === 'ReleasePackage' ? release(command, open) : changeArtefact(command, open);
  },
  evolve(existing, event) {
    switch (event.type) {
      case 'EngineeringPackageRequested': {
        const { requestedOn: _on, ...requested } = event.data;
        return requested;
      }
      case 'EngineeringPackageExtended':
        return { ...existing, ...event.data };
      case 'ArtefactSubmitted':
      case 'CustomerApprovalRecorded':
      case 'ArtefactNotApplicable':
      case 'ArtefactConfirmed':
        return { ...(existing as ExistingPackage), state: event.data.state, artefacts: event.data.artefacts };
      case 'BomSubmitted': {
        const { state, artefacts, lines } = event.data;
        return { ...(existing as ExistingPackage), state, artefacts, bomLines: lines };
      }
      case 'EngineeringPackageReleased': {
        const { state, rev, artefacts } = event.data;
        return { ...(existing as ExistingPackage), state, rev, artefacts };
      }
      case 'BomReleased':
        return existing; // the lines are those that were submitted
    }
  },
};

function request({ data, issued }: RequestPackage, existing: EngineeringPackage): EngineeringPackageEvent[] {
  const { packageId, projectId, contractId, productionOrderId, kind, qty } = data;
  const order = { productionOrderId, kind, ...(qty === undefined ? {} : { qty }) };
  if (existing.state === 'NONE') {
    const artefacts = ARTEFACT_TYPES.map((type) => ({ type, status: firstStatus(type, kind) }));
    const ids = { packageId, projectId, contractId, productionOrderIds: [productionOrderId], orders: [order] };
    const requestedOn = issued.today;
    return [{ type: 'EngineeringPackageRequested', data: { ...ids, state: 'REQUESTED', artefacts, requestedOn } }];
  }
  if (existing.productionOrderIds.includes(productionOrderId)) return [];
  const { bomLines: _lines, rev: _rev, ...known } = existing;
  const productionOrderIds = [...existing.productionOrderIds, productionOrderId];
  const orders = [...(existing.orders ?? []), order];
  const artefacts = existing.artefacts.map((artefact) => needed(artefact, kind));
  return [{ type: 'EngineeringPackageExtended', data: { ...known, productionOrderIds, orders, artefacts } }];
}

function refuseWrongState(
  command: Exclude<EngineeringPackageCommand, RequestPackage>,
  existing: EngineeringPackage,
): ExistingPackage {
  if (existing.state === 'NONE') throw new Rejected('NOT_FOUND', `there is no package ${command.data.packageId}`);
  const possibleIn = ENGINEERING_PACKAGE_TRANSITIONS[command.type];
  if (possibleIn.includes(existing.state)) return existing;
  const details = { command: command.type, state: existing.state, possibleIn };
  if (command.type === 'SubmitBom') {
    throw new Rejected('BOM_RELEASED_IMMUTABLE', 'a released BOM is changed by an engineering change', details);
  }
  throw new Rejected('INVALID_TRANSITION', `${command.type} is not possible in ${existing.state}`, details);
}
