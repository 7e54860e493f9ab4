import { Rejected } from '@engsales/event-sourcing/decider';
import { isSettled, type Artefact, type ArtefactType } from './artefacts.js';
import type { EngineeringPackageCommand, ReleasePackage, RequestPackage } from './engineering-package.commands.js';
import type { EngineeringPackageEvent, PackageState } from './engineering-package.events.js';
import type { ExistingPackage } from './engineering-package.js';

type Change = Exclude<EngineeringPackageCommand, RequestPackage | ReleasePackage>;

/** @throws Rejected ARTEFACT_REQUIRED, INVALID_TRANSITION for an artefact that is not where it must be */
export function changeArtefact(command: Change, existing: ExistingPackage): EngineeringPackageEvent[] {
  switch (command.type) {
    case 'SubmitArtefact': {
      const { type, docRef, rev, customerApprovalRequired } = command.data;
      const before = artefactOf(existing, type).customerApproval;
      const required = customerApprovalRequired ?? before?.required ?? false;
      const approval = required ? { customerApproval: { required } } : {}; // a new version is approved anew
      const artefact: Artefact = { type, status: 'DRAFT', docRef, rev, ...approval };
      return [{ type: 'ArtefactSubmitted', data: changed(command, existing, artefact) }];
    }
    case 'SubmitBom': {
      const { lines, rev, docRef } = command.data;
      const artefact: Artefact = { type: 'BOM', status: 'DRAFT', rev, ...(docRef ? { docRef } : {}) };
      return [{ type: 'BomSubmitted', data: { ...changed(command, existing, artefact), lines } }];
    }
    case 'RecordCustomerApproval': {
      const { type, docRef, on } = command.data;
      const artefact = written(command, existing, type);
      const approved = { ...artefact, customerApproval: { required: true, docRef, on } };
      return [{ type: 'CustomerApprovalRecorded', data: changed(command, existing, approved) }];
    }
    case 'MarkNotApplicable': {
      const { type, reason } = command.data;
      refuseRequired(existing, type);
      return [
        { type: 'ArtefactNotApplicable', data: changed(command, existing, { type, status: 'NOT_APPLICABLE', reason }) },
      ];
    }
    case 'ConfirmArtefact': {
      const artefact = written(command, existing, command.data.type);
      if (artefact.status === 'CONFIRMED') return [];
      return [{ type: 'ArtefactConfirmed', data: changed(command, existing, { ...artefact, status: 'CONFIRMED' }) }];
    }
  }
}

function changed({ issued }: Change, existing: ExistingPackage, artefact: Artefact) {
  const { packageId, contractId, productionOrderIds } = existing;
  const artefacts = existing.artefacts.map((other) => (other.type === artefact.type ? artefact : other));
  const state: PackageState = artefacts.every(isSettled) ? 'UNDER_REVIEW' : 'IN_PREPARATION';
  return { packageId, contractId, productionOrderIds, state, artefact, artefacts, by: issued.by.id, on: issued.today };
}

function artefactOf({ artefacts }: ExistingPackage, type: ArtefactType): Artefact {
  return artefacts.find((artefact) => artefact.type === type) ?? { type, status: 'MISSING' };
}

/** There is something to confirm or to approve. */
function written(command: Change, existing: ExistingPackage, type: ArtefactType): Artefact {
  const artefact = artefactOf(existing, type);
  if (artefact.status === 'DRAFT' || artefact.status === 'CONFIRMED') return artefact;
  const details = { command: command.type, artefact: type, status: artefact.status };
  throw new Rejected('INVALID_TRANSITION', `${type} was not submitted`, details);
}

/** What is produced needs a BOM and a drawing. */
function refuseRequired({ orders = [] }: ExistingPackage, type: ArtefactType): void {
  const produced = orders.length === 0 || orders.some((order) => order.kind === 'PRODUCE');
  if (!produced || (type !== 'BOM' && type !== 'DRAWING')) return;
  throw new Rejected('ARTEFACT_REQUIRED', `${type} is needed for what is produced`, { artefact: type });
}
