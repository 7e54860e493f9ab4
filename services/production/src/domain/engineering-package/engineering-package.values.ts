/** Codes of an engineering package, as they stand in requests, events and answers. */

/** What engineering owes an order. */
export const ARTEFACT_TYPES = [
  'BOM',
  'DRAWING',
  'MATERIAL_BUDGET',
  'PROCESS_FLOW',
  'WORK_INSTRUCTION',
  'PRODUCT_MANUAL',
  'INSPECTION_STANDARD',
] as const;
export type ArtefactType = (typeof ARTEFACT_TYPES)[number];

export const ARTEFACT_STATUSES = ['MISSING', 'DRAFT', 'CONFIRMED', 'NOT_APPLICABLE'] as const;
export type ArtefactStatus = (typeof ARTEFACT_STATUSES)[number];

/** Engineering still writes a package in these. */
export const OPEN_STATES = ['REQUESTED', 'IN_PREPARATION', 'UNDER_REVIEW'] as const;
export type OpenState = (typeof OPEN_STATES)[number];
export type PackageState = OpenState | 'RELEASED';

/** Made here, or bought. */
export type OrderKind = 'PRODUCE' | 'PROCURE';

/** An order that was received by hand belongs to a contract that lives elsewhere. */
export type ContractOrigin = 'EXTERNAL';

export const SUPPLIES = ['MAKE', 'BUY'] as const;
export type Supply = (typeof SUPPLIES)[number];
