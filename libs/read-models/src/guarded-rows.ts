import type { EntityManager } from 'typeorm';

/** Values by column name. */
export type Columns = Readonly<Record<string, unknown>>;

/** Inserts a row, unless there is one with its key; `key` names the primary key's columns, several with commas. */
export async function insertOnce(rows: EntityManager, table: string, key: string, values: Columns): Promise<void> {
  const { names, places } = namesAndPlaces(values);
  const sql = `INSERT INTO ${table} (${names}) VALUES (${places}) ON CONFLICT (${key}) DO NOTHING`;
  await rows.query(sql, Object.values(values));
}

/** Changes the row with this key, unless it shows this revision or a later one already. */
export async function updateNewer(
  rows: EntityManager,
  table: string,
  [key, id]: readonly [string, string],
  revision: number,
  values: Columns,
): Promise<void> {
  const sets = Object.keys(values).map((name, index) => `, ${name} = $${index + 3}`);
  await rows.query(`UPDATE ${table} SET revision = $2${sets.join('')} WHERE ${key} = $1 AND revision < $2`, [
    id,
    revision,
    ...Object.values(values),
  ]);
}

/** Inserts the row, or puts it in the place of one with the same key that shows an earlier revision. */
export async function upsertNewer(
  rows: EntityManager,
  table: string,
  key: string,
  values: Columns & { readonly revision: number },
): Promise<void> {
  const { names, places } = namesAndPlaces(values);
  const sets = Object.keys(values).filter((name) => name !== key);
  const changes = sets.map((name) => `${name} = excluded.${name}`).join(', ');
  await rows.query(
    `INSERT INTO ${table} AS present (${names}) VALUES (${places})
     ON CONFLICT (${key}) DO UPDATE SET ${changes} WHERE present.revision < excluded.revision`,
    Object.values(values),
  );
}

function namesAndPlaces(values: Columns) {
  const names = Object.keys(values);
  return { names: names.join(', '), places: names.map((_name, index) => `$${index + 1}`).join(', ') };
}
