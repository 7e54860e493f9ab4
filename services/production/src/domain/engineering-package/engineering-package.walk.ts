import { Walk } from '@engsales/event-sourcing/testing';
import { engineeringPackage } from './engineering-package.js';
import {
  ConfirmArtefact,
  MarkNotApplicable,
  RecordCustomerApproval,
  ReleasePackage,
  RequestPackage,
  SubmitArtefact,
  SubmitBom,
  type EngineeringPackageCommand,
} from './engineering-package.commands.js';
import type { EngineeringPackageEvent } from './engineering-package.events.js';
import { aRequest, COPPER, ORDER_2, PACKAGE_ID } from './engineering-package.fixtures.js';
import type { EngineeringPackage } from './engineering-package.state.js';
import { ARTEFACT_TYPES, type ArtefactType } from './engineering-package.values.js';

/** A package that is led through commands. */
export class PackageWalk extends Walk<
  EngineeringPackage,
  EngineeringPackageCommand,
  EngineeringPackageEvent,
  'packageId'
> {
  constructor() {
    super(engineeringPackage, { packageId: PACKAGE_ID }, { id: 'chen-gong', role: 'ENGINEERING' });
  }

  submit(type: ArtefactType, changes: Partial<SubmitArtefact['data']> = {}): this {
    return this.do(SubmitArtefact, { type, docRef: `doc-${type}`, rev: 'A', ...changes });
  }

  submitBom(rev = 'A'): this {
    return this.do(SubmitBom, { lines: [COPPER], rev });
  }

  /** The BOM and the six others, each with its first revision. */
  submitAll(): this {
    this.submitBom();
    for (const type of ARTEFACT_TYPES.slice(1)) this.submit(type);
    return this;
  }

  confirmAll(except?: ArtefactType): this {
    for (const type of ARTEFACT_TYPES.filter((t) => t !== except)) this.do(ConfirmArtefact, { type });
    return this;
  }
}

export const requestedWalk = (changes: Partial<typeof aRequest> = {}): PackageWalk =>
  new PackageWalk().do(RequestPackage, { ...aRequest, ...changes });

/** Everything is written and confirmed. */
export const confirmedWalk = (): PackageWalk => requestedWalk().submitAll().confirmAll();

export const releasedWalk = (): PackageWalk => confirmedWalk().do(ReleasePackage, {});

function wholeLife(): PackageWalk {
  const walk = requestedWalk({ kind: 'PROCURE' }).do(RequestPackage, { ...aRequest, productionOrderId: ORDER_2 });
  walk.do(SubmitBom, { lines: [{ ...COPPER, drawingNo: 'D-1', drawingRev: 'A' }], rev: 'A', docRef: 'doc-BOM' });
  for (const type of ARTEFACT_TYPES.slice(1)) walk.submit(type, { customerApprovalRequired: type === 'DRAWING' });
  walk.do(RecordCustomerApproval, { type: 'DRAWING', docRef: '会签-1', on: '2025-03-10' });
  walk.confirmAll('PRODUCT_MANUAL').do(MarkNotApplicable, { type: 'PRODUCT_MANUAL', reason: '客户自有' });
  return walk.do(ReleasePackage, {});
}

/** Lives of packages that together record every type of event; their streams are frozen in `history/`. */
export const packageLives: Readonly<Record<string, () => PackageWalk>> = {
  'whole-life': wholeLife,
  released: releasedWalk,
  'orders-apart': wholeLife,
  'costs-in-yuan': wholeLife,
  'released-in-yuan': releasedWalk,
};
