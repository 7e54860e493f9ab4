import type {
  ArtefactStatus,
  ArtefactType,
  ContractOrigin,
  OrderKind,
  PackageState,
  Supply,
} from './engineering-package.values.js';

export interface Artefact {
  readonly type: ArtefactType;
  readonly status: ArtefactStatus;
  readonly docRef?: string;
  readonly rev?: string;
  /** Day on which this version was submitted. */
  readonly submittedOn?: string;
  readonly customerApproval?: CustomerApproval;
  /** Why it is not applicable. */
  readonly reason?: string;
}

/** The customer's word on a document: 深化图会签, 现场复尺. */
export interface CustomerApproval {
  readonly required: boolean;
  readonly docRef?: string;
  readonly on?: string;
}

/** One material of the bill, per unit of the order line. */
export interface BomLine {
  readonly itemCode: string;
  readonly name: string;
  readonly spec?: string;
  /** Decimal string in `uom`, per unit of what is ordered. */
  readonly qty: string;
  readonly uom: string;
  /** Basis points that are lost in production. */
  readonly scrapBps: number;
  /** Of one `uom`, a decimal text in yuan with up to 6 decimals. */
  readonly unitCost: string;
  readonly supply: Supply;
  readonly drawingNo?: string;
  readonly drawingRev?: string;
}

export interface PackageOrder {
  readonly productionOrderId: string;
  readonly kind: OrderKind;
  /** Decimal string in the unit of the order. */
  readonly qty: string;
}

export interface NoPackage {
  readonly state: 'NONE';
}

export interface ExistingPackage {
  readonly state: PackageState;
  readonly packageId: string;
  readonly projectId: string;
  readonly contractId: string;
  readonly orders: readonly PackageOrder[];
  /** All seven. */
  readonly artefacts: readonly Artefact[];
  readonly bomLines: readonly BomLine[];
  /** Counts the releases: 0 before the first. */
  readonly rev: number;
  /** Documents that a release has handed over: they no longer change here. */
  readonly releasedTypes: readonly ArtefactType[];
  /** Absent where the contract lives in this system. */
  readonly contractOrigin?: ContractOrigin;
}

export type EngineeringPackage = NoPackage | ExistingPackage;

export const isMade = ({ orders }: Pick<ExistingPackage, 'orders'>): boolean =>
  orders.some(({ kind }) => kind === 'PRODUCE');

export const orderIdsOf = ({ orders }: ExistingPackage): string[] => orders.map((order) => order.productionOrderId);
