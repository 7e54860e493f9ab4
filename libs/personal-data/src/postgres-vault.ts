import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Pool } from 'pg';
import { maskPerson } from './masks.js';
import type { PersonalDataVault, PersonValues, Revealed, ShownPersons } from './vault.js';

export const PERSONAL_DATA_SCHEMA = `
CREATE TABLE personal_data (
  person_ref  uuid        PRIMARY KEY,
  wrapped_key bytea,
  ciphertext  bytea,
  kept_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  erased_at   timestamptz,
  CHECK ((wrapped_key IS NULL) = (erased_at IS NOT NULL))
);
`;

export const PERSONAL_DATA_SCHEMA_DOWN = `DROP TABLE personal_data;`;

/** Which master key has wrapped which row: a vault is made with one, and takes no other. */
export const PERSONAL_DATA_KEYS_SCHEMA = `
CREATE TABLE personal_data_keys (
  key_id      text        PRIMARY KEY,
  check_value bytea       NOT NULL,
  is_current  boolean     NOT NULL DEFAULT true,
  made_at     timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE UNIQUE INDEX personal_data_current_key ON personal_data_keys (is_current) WHERE is_current;
ALTER TABLE personal_data ADD COLUMN key_id text REFERENCES personal_data_keys;
`;

export const PERSONAL_DATA_KEYS_SCHEMA_DOWN = `
ALTER TABLE personal_data DROP COLUMN key_id;
DROP TABLE personal_data_keys;
`;

/** AES-256-GCM; the reference is authenticated with the text, so that values cannot be moved to another person. */
export class PostgresVault implements PersonalDataVault {
  /** @param masterKey 32 bytes; wraps the key of every person */
  constructor(
    private readonly pool: Pool,
    private readonly masterKey: Buffer,
  ) {
    this.keyId = createHmac('sha256', masterKey).update('engsales personal data key').digest('hex').slice(0, 16);
  }

  /** Names the master key without giving anything of it away. */
  private readonly keyId: string;

  /** Asked before anything is kept. An empty vault takes the key that comes first; a vault with rows the key that opens them. */
  async takesMasterKey(): Promise<boolean> {
    const before = await this.currentKey();
    if (before) return this.opensCheck(before);
    if (!(await this.opensOldRows())) return false;
    await this.pool.query(
      'INSERT INTO personal_data_keys (key_id, check_value) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [this.keyId, seal(this.masterKey, Buffer.from(CHECKED), this.keyId)],
    );
    const taken = await this.currentKey(); // another replica may have come first
    if (!taken || !this.opensCheck(taken)) return false;
    await this.pool.query('UPDATE personal_data SET key_id = $1 WHERE key_id IS NULL', [this.keyId]);
    return true;
  }

  private async currentKey(): Promise<KeyRow | undefined> {
    const current = 'SELECT key_id, check_value FROM personal_data_keys WHERE is_current';
    return (await this.pool.query<KeyRow>(current)).rows[0];
  }

  private opensCheck({ key_id: keyId, check_value: check }: KeyRow): boolean {
    return keyId === this.keyId && opens(this.masterKey, check, keyId);
  }

  /** Rows from before keys had ids. */
  private async opensOldRows(): Promise<boolean> {
    const { rows } = await this.pool.query<{ person_ref: string; wrapped_key: Buffer }>(
      'SELECT person_ref, wrapped_key FROM personal_data WHERE wrapped_key IS NOT NULL LIMIT 1',
    );
    return rows.every((row) => opens(this.masterKey, row.wrapped_key, row.person_ref));
  }

  async keep(personRef: string, values: PersonValues): Promise<boolean> {
    const key = randomBytes(32);
    const { rowCount } = await this.pool.query(
      'INSERT INTO personal_data (person_ref, wrapped_key, ciphertext, key_id) VALUES ($1, $2, $3, $4) ON CONFLICT (person_ref) DO NOTHING',
      [
        personRef,
        seal(this.masterKey, key, personRef),
        seal(key, Buffer.from(JSON.stringify(values), 'utf8'), personRef),
        this.keyId,
      ],
    );
    if (rowCount === 1) return true;
    const held = await this.reveal(personRef);
    return held?.values === null || isDeepStrictEqual(held?.values, values);
  }

  async reveal(personRef: string): Promise<Revealed | undefined> {
    const [row] = await this.rowsOf([personRef]);
    return row && this.valuesIn(row);
  }

  async shown(personRefs: readonly string[]): Promise<ShownPersons> {
    const rows = await this.rowsOf(personRefs);
    return new Map(
      rows.map((row) => {
        const { values, erasedAt } = this.valuesIn(row);
        return [row.person_ref, { personRef: row.person_ref, masked: values && maskPerson(values), erasedAt }];
      }),
    );
  }

  async existing(personRefs: readonly string[]): Promise<ReadonlySet<string>> {
    const { rows } = await this.pool.query<{ person_ref: string }>(
      'SELECT person_ref FROM personal_data WHERE person_ref = ANY($1::uuid[]) AND erased_at IS NULL',
      [personRefs.filter(isUuid)],
    );
    return new Set(rows.map((row) => row.person_ref));
  }

  private async rowsOf(personRefs: readonly string[]): Promise<readonly PersonRow[]> {
    const uuids = personRefs.filter(isUuid);
    if (uuids.length === 0) return [];
    const { rows } = await this.pool.query<PersonRow>(
      'SELECT person_ref, wrapped_key, ciphertext, erased_at FROM personal_data WHERE person_ref = ANY($1::uuid[])',
      [uuids],
    );
    return rows;
  }

  private valuesIn(row: PersonRow): Revealed {
    if (row.erased_at) return { values: null, erasedAt: row.erased_at.toISOString() };
    if (!row.wrapped_key || !row.ciphertext) throw new Error(`the vault's row of ${row.person_ref} is damaged`);
    const key = open(this.masterKey, row.wrapped_key, row.person_ref);
    const values = JSON.parse(open(key, row.ciphertext, row.person_ref).toString('utf8')) as Record<string, string>;
    return { values, erasedAt: null };
  }

  async erase(personRef: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `UPDATE personal_data SET wrapped_key = NULL, ciphertext = NULL, erased_at = coalesce(erased_at, clock_timestamp())
        WHERE person_ref = $1`,
      [personRef],
    );
    return rowCount === 1;
  }
}

interface PersonRow {
  readonly person_ref: string;
  readonly wrapped_key: Buffer | null;
  readonly ciphertext: Buffer | null;
  readonly erased_at: Date | null;
}

/** Events of the first installations carry references of the caller's own; PostgreSQL would not take them for a uuid. */
const isUuid = (text: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
interface KeyRow {
  readonly key_id: string;
  readonly check_value: Buffer;
}

const CHECKED = 'the master key of this vault';

function opens(key: Buffer, sealed: Buffer, personRef: string): boolean {
  try {
    open(key, sealed, personRef);
    return true;
  } catch {
    return false;
  }
}

function seal(key: Buffer, plain: Buffer, personRef: string): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(personRef));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function open(key: Buffer, sealed: Buffer, personRef: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAAD(Buffer.from(personRef));
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
}
