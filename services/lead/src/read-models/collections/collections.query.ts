import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import { foldedSql, partOf, type Page } from '@engsales/read-models';
import { DataSource } from 'typeorm';
import {
  COLLECTION_FILTERS,
  COLLECTIONS,
  type Collection,
  type CollectionFilter,
  type CollectionName,
} from './collections.js';

/** A page of one of the collections of sales. */
export class FindInCollection {
  constructor(
    readonly collection: CollectionName,
    readonly filter: ListFilter & {
      readonly state?: string;
      /** A part of a text; width, case and blanks do not matter. */
      readonly q?: string;
      readonly sort?: string;
    } & Partial<Readonly<Record<CollectionFilter, string>>>,
  ) {}
}

interface Row extends Readonly<Record<string, unknown>> {
  readonly sortKey: string;
  readonly rowId: string;
}

@QueryHandler(FindInCollection)
export class FindInCollectionHandler implements IQueryHandler<FindInCollection, Page<object>> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  execute({ collection, filter }: FindInCollection): Promise<Page<object>> {
    const listed: Collection = COLLECTIONS[collection];
    const [first = ''] = Object.keys(listed.sorts);
    const { sort = first } = filter;
    const by = new Map(Object.entries(listed.sorts)).get(sort.replace('-', ''));
    if (!by) throw new Error(`${collection} is not sorted by ${sort}`);
    const [order, beyond] = sort.startsWith('-') ? ['DESC', '<'] : ['ASC', '>'];
    const { conditions, values } = narrowed(listed, filter);
    return this.reads.page<Row, object>(filter, {
      from: [listed.from],
      sort: by.sort,
      rows: (after, limit) =>
        this.database.query<Row[]>(
          `SELECT ${listed.columns}, (${by.sql})::text AS "sortKey", ${listed.id} AS "rowId" FROM ${listed.table} c
            WHERE ($1::text IS NULL OR state = $1) AND ($2::text IS NULL OR ${foldedSql(...listed.texts)} LIKE $2)
              AND ($3::${by.sort} IS NULL OR (${by.sql}, ${listed.id}) ${beyond} ($3::${by.sort}, $4::uuid))
              ${conditions}
            ORDER BY ${by.sql} ${order}, ${listed.id} ${order} LIMIT $5`,
          [filter.state, partOf(filter.q), ...after, limit, ...values],
        ),
      key: (row) => [row.sortKey, row.rowId],
      item: shownRow,
    });
  }
}

/** Conditions from parameter 6 on, for what the caller has named. */
function narrowed({ filters }: Collection, filter: FindInCollection['filter']) {
  const named = COLLECTION_FILTERS.filter((name) => filter[name] !== undefined && filters[name] !== undefined);
  const conditions = named.map((name, index) => `AND ${filters[name]?.replace('?', `$${index + 6}`) ?? ''}`);
  return { conditions: conditions.join(' '), values: named.map((name) => filter[name]) };
}

const shownRow = (row: Row): object =>
  Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'sortKey' && name !== 'rowId'));
