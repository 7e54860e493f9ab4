import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { ConstructionProcess, WorkPackage } from '../construction.values.js';
import type { QualificationKind } from '../sales-member/sales-member.values.js';
import type { ProductLineKind } from './product-line.values.js';

/** All that a product line says. */
interface ProductLineRecord {
  readonly productLineId: string;
  readonly state: 'ACTIVE';
  readonly code: string;
  readonly name: string;
  readonly kind: ProductLineKind;
  readonly targetProcesses: readonly ConstructionProcess[];
  readonly targetWorkPackages: readonly WorkPackage[];
  readonly requiredQualifications: readonly QualificationKind[];
  readonly by: string;
}

export type ProductLineDefined = DomainEvent<'ProductLineDefined', ProductLineRecord & { readonly definedOn: string }>;
export type ProductLineChanged = DomainEvent<'ProductLineChanged', ProductLineRecord & { readonly changedOn: string }>;
export type ProductLineRetired = DomainEvent<
  'ProductLineRetired',
  {
    readonly productLineId: string;
    readonly state: 'RETIRED';
    readonly code: string;
    readonly by: string;
    readonly retiredOn: string;
  }
>;

export type ProductLineEvent = ProductLineDefined | ProductLineChanged | ProductLineRetired;
