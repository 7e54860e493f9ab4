import { Walk } from '@engsales/event-sourcing/testing';
import { productLineId } from '../ids.js';
import { ChangeProductLine, DefineProductLine, RetireProductLine } from './product-line.commands.js';
import type { ProductLineCommand, ProductLineWords } from './product-line.commands.js';
import type { ProductLineEvent } from './product-line.events.js';
import { productLine, type ProductLine } from './product-line.js';

export const CHILLERS: ProductLineWords = {
  name: '离心式冷水机组',
  kind: 'EQUIPMENT',
  targetProcesses: ['PLANNING_DESIGN', 'CONSTRUCTION_2'],
  targetWorkPackages: ['HVAC'],
  requiredQualifications: ['EXPERTISE'],
};

/** A product line that is led through commands. */
export class ProductLineWalk extends Walk<ProductLine, ProductLineCommand, ProductLineEvent, 'productLineId'> {
  constructor() {
    super(productLine, { productLineId: productLineId('CHILLER') }, { id: 'gao-yue', role: 'MARKETING_CENTER' });
  }
}

export const definedWalk = (): ProductLineWalk =>
  new ProductLineWalk().do(DefineProductLine, { ...CHILLERS, code: 'CHILLER' });
export const retiredWalk = (): ProductLineWalk => definedWalk().do(RetireProductLine, {});

/** Lives of product lines that together record every type of event; their streams are frozen in `history/`. */
export const productLineLives: Readonly<Record<string, () => ProductLineWalk>> = {
  retired: () =>
    definedWalk()
      .do(ChangeProductLine, { ...CHILLERS, name: '冷水机组' })
      .do(RetireProductLine, {}),
};
