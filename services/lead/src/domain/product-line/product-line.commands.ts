import { CommandTo } from '@engsales/event-sourcing/domain';
import type { ConstructionProcess, WorkPackage } from '../construction.values.js';
import type { QualificationKind } from '../sales-member/sales-member.values.js';
import type { ProductLineKind } from './product-line.values.js';

export interface ProductLineWords {
  readonly name: string;
  readonly kind: ProductLineKind;
  /** Processes of a building project in which it is bought. */
  readonly targetProcesses: readonly ConstructionProcess[];
  readonly targetWorkPackages: readonly WorkPackage[];
  /** What a member must be qualified in who sells it on a key project. */
  readonly requiredQualifications: readonly QualificationKind[];
}

/** A product line (产品线) that the company sells; its code is its name for ever. */
export class DefineProductLine extends CommandTo<'productLineId', ProductLineWords & { readonly code: string }> {
  readonly type = 'DefineProductLine';
}

export class ChangeProductLine extends CommandTo<'productLineId', ProductLineWords> {
  readonly type = 'ChangeProductLine';
}

export class RetireProductLine extends CommandTo<'productLineId'> {
  readonly type = 'RetireProductLine';
}

export type ProductLineCommand = DefineProductLine | ChangeProductLine | RetireProductLine;
