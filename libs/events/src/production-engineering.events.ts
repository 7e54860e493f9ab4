import { publicEvent } from './envelope.js';
import engineeringPackageReleasedSchema from './schemas/production.EngineeringPackageReleased.v1.json';
import bomReleasedSchema from './schemas/production.BomReleased.v1.json';

export interface EngineeringPackageReleasedData {
  readonly packageId: string;
  readonly contractId: string;
  /** Absent where the contract service has the contract. */
  readonly contractOrigin?: 'EXTERNAL';
  readonly productionOrderIds: readonly string[];
  readonly state: string;
  readonly rev: number;
  readonly artefacts: readonly {
    readonly type: string;
    readonly status: string;
    readonly docRef?: string;
    readonly rev?: string;
  }[];
  readonly releasedOn: string;
}

export interface BomReleasedData {
  readonly packageId: string;
  readonly contractId: string;
  /** Absent where the contract service has the contract. */
  readonly contractOrigin?: 'EXTERNAL';
  readonly productionOrderIds: readonly string[];
  readonly bomId: string;
  readonly rev: number;
  readonly docRev: string;
  readonly drawingRev?: string;
  readonly lines: readonly {
    readonly itemCode: string;
    readonly name: string;
    readonly spec?: string;
    readonly qty: string;
    readonly uom: string;
    readonly scrapBps: number;
    readonly unitCost: string;
    readonly supply: 'MAKE' | 'BUY';
    readonly drawingNo?: string;
    readonly drawingRev?: string;
  }[];
  readonly materialBudgetFen: number;
  readonly releasedOn: string;
}

export const engineeringPackageReleased = publicEvent<EngineeringPackageReleasedData>({
  type: 'production.EngineeringPackageReleased',
  service: 'production',
  version: 1,
  nameZh: '工程资料已发放',
  summary: 'Engineering released the package of its orders.',
  schema: engineeringPackageReleasedSchema,
});

export const bomReleased = publicEvent<BomReleasedData>({
  type: 'production.BomReleased',
  service: 'production',
  version: 1,
  nameZh: 'BOM 已发放',
  summary: 'The bill of materials of its orders.',
  schema: bomReleasedSchema,
});
