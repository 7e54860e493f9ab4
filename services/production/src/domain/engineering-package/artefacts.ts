import { Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import {
  ConfirmArtefact,
  MarkNotApplicable,
  RecordCustomerApproval,
  SubmitArtefact,
  SubmitBom,
  type ArtefactCommand,
} from './engineering-package.commands.js';
import type { ArtefactEvent, EngineeringPackageEvent } from './engineering-package.events.js';
import { orderIdsOf, type Artefact, type ExistingPackage } from './engineering-package.state.js';
import { OPEN_STATES, type ArtefactStatus, type ArtefactType, type OrderKind } from './engineering-package.values.js';
import { artefactFromRecord, bomLineFromRecord, recordOfArtefact, recordOfBomLine } from './package-records.js';

/** What engineering writes: seven documents, each submitted, approved where the customer must, and confirmed. */
export const artefactRules = {
  SubmitArtefact: { command: SubmitArtefact, in: OPEN_STATES, decide: submitArtefact },
  SubmitBom: {
    command: SubmitBom,
    in: OPEN_STATES,
    // what is released is changed by an engineering change
    otherwise: (state) => (state === 'RELEASED' ? 'BOM_RELEASED_IMMUTABLE' : undefined),
    decide: submitBom,
  },
  RecordCustomerApproval: { command: RecordCustomerApproval, in: OPEN_STATES, decide: recordCustomerApproval },
  MarkNotApplicable: { command: MarkNotApplicable, in: OPEN_STATES, decide: markNotApplicable },
  ConfirmArtefact: { command: ConfirmArtefact, in: OPEN_STATES, decide: confirmArtefact },
} satisfies RulesOf<ArtefactCommand, ExistingPackage, EngineeringPackageEvent>;

export const artefactFold = {
  ArtefactSubmitted: changeArtefacts,
  BomSubmitted: (existing, data) => ({
    ...changeArtefacts(existing, data),
    bomLines: data.lines.map(bomLineFromRecord),
  }),
  CustomerApprovalRecorded: changeArtefacts,
  ArtefactNotApplicable: changeArtefacts,
  ArtefactConfirmed: changeArtefacts,
} satisfies FoldOf<ArtefactEvent, ExistingPackage>;

/** A new version is a draft again, and is approved anew where the customer must approve it. */
function submitArtefact({ data, issued }: SubmitArtefact, existing: ExistingPackage): EngineeringPackageEvent[] {
  const { type, docRef, rev } = data;
  const required = data.customerApprovalRequired ?? artefactIn(existing, type).customerApproval?.required;
  const customerApproval = required ? { required } : undefined;
  const artefact: Artefact = { type, status: 'DRAFT', docRef, rev, customerApproval };
  return [{ type: 'ArtefactSubmitted', data: { ...artefactChange(existing, artefact), ...authorship(issued) } }];
}

function submitBom({ data, issued }: SubmitBom, existing: ExistingPackage): EngineeringPackageEvent[] {
  const artefact: Artefact = { type: 'BOM', status: 'DRAFT', rev: data.rev, docRef: data.docRef };
  const lines = data.lines.map(recordOfBomLine);
  return [{ type: 'BomSubmitted', data: { ...artefactChange(existing, artefact), ...authorship(issued), lines } }];
}

/** @throws Rejected INVALID_TRANSITION for what was not submitted */
function recordCustomerApproval(
  { type: command, data, issued }: RecordCustomerApproval,
  existing: ExistingPackage,
): EngineeringPackageEvent[] {
  const { type, docRef, on } = data;
  const artefact = writtenArtefact(command, existing, type);
  const approved: Artefact = { ...artefact, customerApproval: { required: true, docRef, on } };
  return [{ type: 'CustomerApprovalRecorded', data: { ...artefactChange(existing, approved), ...authorship(issued) } }];
}

/** @throws Rejected ARTEFACT_REQUIRED */
function markNotApplicable({ data, issued }: MarkNotApplicable, existing: ExistingPackage): EngineeringPackageEvent[] {
  const { type, reason } = data;
  refuseRequired(existing, type);
  const left: Artefact = { type, status: 'NOT_APPLICABLE', reason };
  return [{ type: 'ArtefactNotApplicable', data: { ...artefactChange(existing, left), ...authorship(issued) } }];
}

/** @throws Rejected INVALID_TRANSITION for what was not submitted */
function confirmArtefact(
  { type: command, data, issued }: ConfirmArtefact,
  existing: ExistingPackage,
): EngineeringPackageEvent[] {
  const artefact = writtenArtefact(command, existing, data.type);
  if (artefact.status === 'CONFIRMED') return [];
  const confirmed: Artefact = { ...artefact, status: 'CONFIRMED' };
  return [{ type: 'ArtefactConfirmed', data: { ...artefactChange(existing, confirmed), ...authorship(issued) } }];
}

/** Bought goods need neither a process nor work instructions of ours. */
export function firstStatus(type: ArtefactType, kind: OrderKind): ArtefactStatus {
  const ours = type === 'PROCESS_FLOW' || type === 'WORK_INSTRUCTION';
  return kind === 'PROCURE' && ours ? 'NOT_APPLICABLE' : 'MISSING';
}

/** An order that is made needs artefacts that the bought ones before it did not need. */
export function needFor(artefact: Artefact, kind: OrderKind): Artefact {
  const wakes = artefact.status === 'NOT_APPLICABLE' && firstStatus(artefact.type, kind) === 'MISSING';
  return wakes ? { ...artefact, status: 'MISSING' } : artefact;
}

export const isSettled = ({ status }: Artefact): boolean => status === 'CONFIRMED' || status === 'NOT_APPLICABLE';

/** What every event of an artefact says: the package is under review once all artefacts are settled. */
function artefactChange(existing: ExistingPackage, artefact: Artefact) {
  const artefacts = existing.artefacts.map((other) => (other.type === artefact.type ? artefact : other));
  return {
    packageId: existing.packageId,
    contractId: existing.contractId,
    productionOrderIds: orderIdsOf(existing),
    state: artefacts.every(isSettled) ? ('UNDER_REVIEW' as const) : ('IN_PREPARATION' as const),
    artefact: recordOfArtefact(artefact),
    artefacts: artefacts.map(recordOfArtefact),
  };
}

const authorship = ({ by, today }: ArtefactCommand['issued']) => ({ by: by.id, on: today });

function changeArtefacts(
  existing: ExistingPackage,
  { state, artefacts }: Pick<ArtefactEvent['data'], 'state' | 'artefacts'>,
): ExistingPackage {
  return { ...existing, state, artefacts: artefacts.map(artefactFromRecord) };
}

function artefactIn({ artefacts }: ExistingPackage, type: ArtefactType): Artefact {
  return artefacts.find((artefact) => artefact.type === type) ?? { type, status: 'MISSING' };
}

/** There is something to confirm or to approve. */
function writtenArtefact(command: string, existing: ExistingPackage, type: ArtefactType): Artefact {
  const artefact = artefactIn(existing, type);
  if (artefact.status === 'DRAFT' || artefact.status === 'CONFIRMED') return artefact;
  const details = { command, artefact: type, status: artefact.status };
  throw new Rejected('INVALID_TRANSITION', `${type} was not submitted`, details);
}

/** What is made needs a BOM and a drawing. */
function refuseRequired({ orders }: ExistingPackage, type: ArtefactType): void {
  const isMade = orders.some((order) => order.kind === 'PRODUCE');
  if (!isMade || (type !== 'BOM' && type !== 'DRAWING')) return;
  throw new Rejected('ARTEFACT_REQUIRED', `${type} of what is produced cannot be left out`, { artefact: type });
}
