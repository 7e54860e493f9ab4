import { aggregate, type FoldOf, type Issued, type RulesOf } from '@engsales/event-sourcing/domain';
import {
  ChangeProductLine,
  DefineProductLine,
  RetireProductLine,
  type ProductLineCommand,
  type ProductLineWords,
} from './product-line.commands.js';
import type { ProductLineDefined, ProductLineEvent } from './product-line.events.js';
import type { ProductLineState } from './product-line.values.js';

interface NoProductLine {
  readonly state: 'NONE';
}

export interface DefinedProductLine extends ProductLineWords {
  readonly state: ProductLineState;
  readonly productLineId: string;
  readonly code: string;
}

export type ProductLine = NoProductLine | DefinedProductLine;

const rules = {
  DefineProductLine: {
    command: DefineProductLine,
    in: ['NONE'],
    otherwise: () => 'DUPLICATE_PRODUCT_LINE',
    decide: defineProductLine,
  },
  ChangeProductLine: { command: ChangeProductLine, in: ['ACTIVE'], decide: changeProductLine },
  RetireProductLine: { command: RetireProductLine, in: ['ACTIVE'], decide: retireProductLine },
} satisfies RulesOf<DefineProductLine, NoProductLine, ProductLineEvent> &
  RulesOf<ChangeProductLine | RetireProductLine, DefinedProductLine, ProductLineEvent>;

const fold = {
  ProductLineDefined: (_none, data) => lineOf(data, data.code, wordsOfLine(data)),
  ProductLineChanged: ({ code }, data) => lineOf(data, code, wordsOfLine(data)),
  ProductLineRetired: (line, { state }) => ({ ...line, state }),
} satisfies FoldOf<ProductLineDefined, NoProductLine, DefinedProductLine> &
  FoldOf<Exclude<ProductLineEvent, ProductLineDefined>, DefinedProductLine>;

/** What the company sells (产品线), and when in a building project it is bought. */
export const productLine = aggregate<ProductLine, ProductLineCommand, ProductLineEvent>({
  category: 'productLine',
  id: 'productLineId',
  initialState: { state: 'NONE' },
  rules,
  fold,
});

function defineProductLine({ data, issued }: DefineProductLine): ProductLineEvent[] {
  const line = recordOfLine(data, data.code, data, issued);
  return [{ type: 'ProductLineDefined', data: { ...line, definedOn: issued.today } }];
}

function changeProductLine({ data, issued }: ChangeProductLine, { code }: DefinedProductLine): ProductLineEvent[] {
  const line = recordOfLine(data, code, data, issued);
  return [{ type: 'ProductLineChanged', data: { ...line, changedOn: issued.today } }];
}

/** Nobody presents it any more; the leads that name it keep it. */
function retireProductLine(
  { issued }: RetireProductLine,
  { productLineId, code }: DefinedProductLine,
): ProductLineEvent[] {
  return [
    {
      type: 'ProductLineRetired',
      data: { productLineId, state: 'RETIRED', code, by: issued.by.id, retiredOn: issued.today },
    },
  ];
}

const recordOfLine = (
  { productLineId }: { readonly productLineId: string },
  code: string,
  words: ProductLineWords,
  { by }: Issued,
) => ({
  productLineId,
  state: 'ACTIVE' as const,
  code,
  name: words.name,
  kind: words.kind,
  targetProcesses: words.targetProcesses,
  targetWorkPackages: words.targetWorkPackages,
  requiredQualifications: words.requiredQualifications,
  by: by.id,
});

const lineOf = (
  { productLineId, state }: Pick<DefinedProductLine, 'productLineId' | 'state'>,
  code: string,
  words: ProductLineWords,
): DefinedProductLine => ({ ...words, state, productLineId, code });

const wordsOfLine = (data: ProductLineWords): ProductLineWords => ({
  name: data.name,
  kind: data.kind,
  targetProcesses: data.targetProcesses,
  targetWorkPackages: data.targetWorkPackages,
  requiredQualifications: data.requiredQualifications,
});
