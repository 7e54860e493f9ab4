import type { RequestPackage, SubmittedBomLine } from './engineering-package.commands.js';
import type { ArtefactRecord, BomLineRecord } from './engineering-package.events.js';

export const PACKAGE_ID = '8d2f3e40-5b6c-5d7e-9f80-a1b2c3d4e504';
export const PROJECT_ID = '5b0f4b53-6f6b-5f0e-9d0c-2f1f3a8f7a01';
export const CONTRACT_ID = '0d8f9a44-9e1a-5c3b-8f2e-6c0a4a7b9c02';
export const ORDER_1 = '7c1e2d3f-4a5b-5c6d-8e7f-9a0b1c2d3e03';
export const ORDER_2 = '7c1e2d3f-4a5b-5c6d-8e7f-9a0b1c2d3e04';

/** What every event of the package says first. */
export const IDS = { packageId: PACKAGE_ID, contractId: CONTRACT_ID } as const;

export const aRequest: Omit<RequestPackage['data'], 'packageId'> = {
  projectId: PROJECT_ID,
  contractId: CONTRACT_ID,
  productionOrderId: ORDER_1,
  kind: 'PRODUCE',
  qty: '2',
};

/** The seven documents of what is made, before anything is written. */
export const MISSING: readonly ArtefactRecord[] = [
  { type: 'BOM', status: 'MISSING' },
  { type: 'DRAWING', status: 'MISSING' },
  { type: 'MATERIAL_BUDGET', status: 'MISSING' },
  { type: 'PROCESS_FLOW', status: 'MISSING' },
  { type: 'WORK_INSTRUCTION', status: 'MISSING' },
  { type: 'PRODUCT_MANUAL', status: 'MISSING' },
  { type: 'INSPECTION_STANDARD', status: 'MISSING' },
];

/** The seven with some of them as they are then. */
export const withArtefacts = (...changed: readonly ArtefactRecord[]): ArtefactRecord[] =>
  MISSING.map((artefact) => changed.find((other) => other.type === artefact.type) ?? artefact);

export const COPPER: SubmittedBomLine & BomLineRecord = {
  itemCode: 'CU-22',
  name: '铜管',
  spec: 'Φ22',
  qty: '10',
  uom: 'm',
  scrapBps: 500,
  unitCost: '1',
  supply: 'BUY',
};
