import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { maskName, type PersonalDataVault, type Revealed } from './vault.js';

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

/** AES-256-GCM; the reference is authenticated with the text, so that values cannot be moved to another person. */
export class PostgresVault implements PersonalDataVault {
  /** @param masterKey 32 bytes; wraps the key of every person */
  constructor(
    private readonly pool: Pool,
    private readonly masterKey: Buffer,
  ) {}

  async keep(values: Readonly<Record<string, string>>): Promise<{ personRef: string; masked: string }> {
    const personRef = randomUUID();
    const key = randomBytes(32);
    await this.pool.query('INSERT INTO personal_data (person_ref, wrapped_key, ciphertext) VALUES ($1, $2, $3)', [
      personRef,
      seal(this.masterKey, key, personRef),
      seal(key, Buffer.from(JSON.stringify(values), 'utf8'), personRef),
    ]);
    return { personRef, masked: maskName(values.name ?? '') };
  }

  async reveal(personRef: string): Promise<Revealed | undefined> {
    const { rows } = await this.pool.query<{
      wrapped_key: Buffer | null;
      ciphertext: Buffer | null;
      erased_at: Date | null;
    }>('SELECT wrapped_key, ciphertext, erased_at FROM personal_data WHERE person_ref = $1', [personRef]);
    const row = rows[0];
    if (!row) return undefined;
    if (row.erased_at) return { values: null, erasedAt: row.erased_at.toISOString() };
    if (!row.wrapped_key || !row.ciphertext) throw new Error(`the vault's row of ${personRef} is damaged`);
    const key = open(this.masterKey, row.wrapped_key, personRef);
    const values = JSON.parse(open(key, row.ciphertext, personRef).toString('utf8')) as Record<string, string>;
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
