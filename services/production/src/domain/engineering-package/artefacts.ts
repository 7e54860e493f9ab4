import { Rejected, type FoldOf, type RulesOf, refuseBefore, refuseFuture } from '@engsales/event-sourcing/domain';
import {
  ConfirmArtefact,
  MarkNotApplicable,
  RecordCustomerApproval,
  SubmitArtefact,
  SubmitBom,
  type ArtefactCommand,
} from './engineering-package.commands.js';
import type { ArtefactEvent, EngineeringPackageEvent } from './engineering-package.events.js';
import { isMade, type Artefact, type BomLine, type ExistingPackage } from './engineering-package.state.js';
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
  // the lines of a BOM come with its submission as a BOM; a document alone has none
  ArtefactSubmitted: (existing, data) => ({
    ...changeArtefacts(existing, data),
    bomLines: data.artefact.type === 'BOM' ? [] : existing.bomLines,
  }),
  BomSubmitted: (existing, data) => ({
    ...changeArtefacts(existing, data),
    bomLines: data.lines.map(bomLineFromRecord),
  }),
  CustomerApprovalRecorded: changeArtefacts,
  ArtefactNotApplicable: changeArtefacts,
  ArtefactConfirmed: changeArtefacts,
} satisfies FoldOf<ArtefactEvent, ExistingPackage>;

/** A new version is a draft again, and is approved anew where the customer must approve it. @throws Rejected as refuseReleased */
function submitArtefact(command: SubmitArtefact, existing: ExistingPackage): EngineeringPackageEvent[] {
  const { data, issued } = command;
  const { type, docRef, rev } = data;
  refuseReleased(command.type, existing, type);
  const required = data.customerApprovalRequired ?? artefactIn(existing, type).customerApproval?.required;
  const customerApproval = required ? { required } : undefined;
  const artefact: Artefact = { type, status: 'DRAFT', docRef, rev, submittedOn: issued.today, customerApproval };
  return [{ type: 'ArtefactSubmitted', data: { ...artefactChange(existing, artefact), ...authorship(issued) } }];
}

/** @throws Rejected BOM_RELEASED_IMMUTABLE */
function submitBom({ type: command, data, issued }: SubmitBom, existing: ExistingPackage): EngineeringPackageEvent[] {
  refuseReleased(command, existing, 'BOM');
  const { rev, docRef } = data;
  const artefact: Artefact = { type: 'BOM', status: 'DRAFT', rev, docRef, submittedOn: issued.today };
  const lines = data.lines.map(recordOfBomLine);
  return [{ type: 'BomSubmitted', data: { ...artefactChange(existing, artefact), ...authorship(issued), lines } }];
}

/** @throws Rejected INVALID_TRANSITION for what was not submitted, DATE_IN_FUTURE, DATE_BEFORE_SUBMISSION */
function recordCustomerApproval(
  { type: command, data, issued }: RecordCustomerApproval,
  existing: ExistingPackage,
): EngineeringPackageEvent[] {
  const { type, docRef, on } = data;
  refuseReleased(command, existing, type);
  const artefact = writtenArtefact(command, existing, type);
  refuseFuture('on', on, issued.today);
  refuseBefore('SUBMISSION', 'on', on, artefact.submittedOn);
  const approved: Artefact = { ...artefact, customerApproval: { required: true, docRef, on } };
  return [{ type: 'CustomerApprovalRecorded', data: { ...artefactChange(existing, approved), ...authorship(issued) } }];
}

/** @throws Rejected ARTEFACT_REQUIRED, and as refuseReleased */
function markNotApplicable(command: MarkNotApplicable, existing: ExistingPackage): EngineeringPackageEvent[] {
  const { data, issued } = command;
  const { type, reason } = data;
  refuseReleased(command.type, existing, type);
  refuseRequired(existing, type);
  const left: Artefact = { type, status: 'NOT_APPLICABLE', reason };
  return [{ type: 'ArtefactNotApplicable', data: { ...artefactChange(existing, left), ...authorship(issued) } }];
}

/** @throws Rejected INVALID_TRANSITION for what was not submitted, BOM_EMPTY */
function confirmArtefact(
  { type: command, data, issued }: ConfirmArtefact,
  existing: ExistingPackage,
): EngineeringPackageEvent[] {
  const artefact = writtenArtefact(command, existing, data.type);
  if (artefact.status === 'CONFIRMED') return [];
  if (data.type === 'BOM') refuseEmptyBom(existing);
  const confirmed: Artefact = { ...artefact, status: 'CONFIRMED' };
  return [{ type: 'ArtefactConfirmed', data: { ...artefactChange(existing, confirmed), ...authorship(issued) } }];
}

/** Bought goods need neither a process nor work instructions of ours. */
export function firstStatus(type: ArtefactType, kind: OrderKind): ArtefactStatus {
  const ours = type === 'PROCESS_FLOW' || type === 'WORK_INSTRUCTION';
  return kind === 'PROCURE' && ours ? 'NOT_APPLICABLE' : 'MISSING';
}

/**
 * An order that is made needs artefacts that the bought ones before it did not need: what was left out because they are bought,
 * and a BOM with lines. What engineering has left out with a reason stays out, but for BOM and drawing.
 */
export function needFor(artefact: Artefact, kind: OrderKind, bomLines: readonly BomLine[]): Artefact {
  if (kind === 'PROCURE') return artefact;
  const { type, status, reason } = artefact;
  const leftOut = status === 'NOT_APPLICABLE' && (reason === undefined || isRequired(type));
  const empty = type === 'BOM' && status === 'CONFIRMED' && bomLines.length === 0;
  return leftOut || empty ? { type, status: 'MISSING' } : artefact;
}

/** What is made is made of something. @throws Rejected BOM_EMPTY */
export function refuseEmptyBom(existing: ExistingPackage): void {
  if (existing.bomLines.length > 0 || !isMade(existing)) return;
  throw new Rejected('BOM_EMPTY', 'the BOM of what is produced has no lines', { artefact: 'BOM' });
}

export const isSettled = ({ status }: Artefact): boolean => status === 'CONFIRMED' || status === 'NOT_APPLICABLE';

/** What every event of an artefact says: the package is under review once all artefacts are settled. */
function artefactChange(existing: ExistingPackage, artefact: Artefact) {
  const artefacts = existing.artefacts.map((other) => (other.type === artefact.type ? artefact : other));
  return {
    packageId: existing.packageId,
    contractId: existing.contractId,
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

const isRequired = (type: ArtefactType) => type === 'BOM' || type === 'DRAWING';

/** What was handed over with a release stays, also while the package is prepared once more for an order that joined it. */
function refuseReleased(command: string, { packageId, state, releasedTypes }: ExistingPackage, type: ArtefactType) {
  if (!releasedTypes.includes(type)) return;
  const code = type === 'BOM' ? 'BOM_RELEASED_IMMUTABLE' : 'INVALID_TRANSITION';
  throw new Rejected(code, `${type} is released`, { packageId, command, state, artefact: type });
}

/** What is made needs a BOM and a drawing. */
function refuseRequired(existing: ExistingPackage, type: ArtefactType): void {
  if (!isMade(existing) || !isRequired(type)) return;
  throw new Rejected('ARTEFACT_REQUIRED', `${type} of what is produced cannot be left out`, { artefact: type });
}
