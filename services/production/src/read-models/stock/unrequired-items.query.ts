import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { foldedNumber, foldedUnit } from '@engsales/values';
import { DataSource } from 'typeorm';

interface Item {
  readonly itemCode: string;
  readonly uom: string;
}

export class FindUnrequiredItems {
  constructor(readonly counted: readonly Item[]) {}
}

/** Counted items that no bill of materials asks for in their unit, each once, with the units in which it is asked for. */
@QueryHandler(FindUnrequiredItems)
export class FindUnrequiredItemsHandler implements IQueryHandler<FindUnrequiredItems> {
  constructor(private readonly database: DataSource) {}

  async execute({ counted }: FindUnrequiredItems) {
    const asked = await this.database.query<Item[]>(
      `SELECT DISTINCT line->>'itemCode' AS "itemCode", line->>'uom' AS uom
         FROM engineering_package, jsonb_array_elements(bom_lines) line WHERE bom_lines IS NOT NULL`,
    );
    const units = new Map<string, Map<string, string>>();
    for (const { itemCode, uom } of asked) {
      const ofItem = units.get(foldedNumber(itemCode)) ?? new Map<string, string>();
      units.set(foldedNumber(itemCode), ofItem.set(foldedUnit(uom), uom));
    }
    const found = new Map<string, Item & { readonly requiredUoms: readonly string[] }>();
    for (const { itemCode, uom } of counted) {
      const ofItem = units.get(foldedNumber(itemCode));
      if (ofItem?.has(foldedUnit(uom))) continue;
      const key = JSON.stringify([foldedNumber(itemCode), foldedUnit(uom)]);
      if (!found.has(key)) found.set(key, { itemCode, uom, requiredUoms: [...(ofItem?.values() ?? [])].sort() });
    }
    return [...found.values()];
  }
}
