import { randomBytes, randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../../tools/testing/database.js';
import { PERSONAL_DATA_KEYS_SCHEMA, PERSONAL_DATA_SCHEMA, PostgresVault } from './postgres-vault.js';
import { maskName } from './vault.js';

describe('the personal-data vault', () => {
  let database: TestDatabase;
  let vault: PostgresVault;
  const masterKey = randomBytes(32);
  beforeAll(async () => {
    database = await freshDatabase();
    await database.pool().query(PERSONAL_DATA_SCHEMA);
    await database.pool().query(PERSONAL_DATA_KEYS_SCHEMA);
    vault = new PostgresVault(database.pool(), masterKey);
    expect(await vault.takesMasterKey()).toBe(true);
  });
  afterAll(() => database.drop());

  it('keeps values encrypted and reveals them by reference', async () => {
    const { personRef, masked } = await vault.keep({ name: '李娜', phone: '13900000000' });
    expect(masked).toBe('李*');
    expect(await vault.reveal(personRef)).toEqual({ values: { name: '李娜', phone: '13900000000' }, erasedAt: null });
    const { rows } = await database.pool().query<{ ciphertext: Buffer }>('SELECT ciphertext FROM personal_data');
    expect(rows.map((row) => row.ciphertext.includes('139'))).toEqual([false]);
  });

  it('shows null and the day once the key is destroyed, for good', async () => {
    const { personRef } = await vault.keep({ name: '周敏' });
    expect(await vault.erase(personRef)).toBe(true);
    const erased = await vault.reveal(personRef);
    expect(erased).toEqual({ values: null, erasedAt: expect.any(String) });
    expect(await vault.erase(personRef)).toBe(true);
    expect(await vault.reveal(personRef)).toEqual(erased);
  });

  it('knows no reference that it never gave out, and no other master key', async () => {
    expect(await vault.reveal(randomUUID())).toBeUndefined();
    expect(await vault.erase(randomUUID())).toBe(false);
    const { personRef } = await vault.keep({ name: '赵强' });
    await expect(new PostgresVault(database.pool(), randomBytes(32)).reveal(personRef)).rejects.toThrow();
  });

  it('takes the master key that it was made with, again and again, and no other', async () => {
    expect(await new PostgresVault(database.pool(), masterKey).takesMasterKey()).toBe(true);
    expect(await new PostgresVault(database.pool(), randomBytes(32)).takesMasterKey()).toBe(false);
    const { rows } = await database.pool().query('SELECT count(DISTINCT key_id)::int AS ids FROM personal_data');
    expect(rows).toEqual([{ ids: 1 }]);
  });

  it.each([
    ['李娜', '李*'],
    ['欧阳修远', '欧***'],
    ['Ann Lee', 'A******'],
    ['王', '*'],
    ['', '*'],
  ])('masks %s as %s', (name, masked) => expect(maskName(name)).toBe(masked));
});

describe('a vault from before its keys had ids', () => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await freshDatabase()));
  afterAll(() => database.drop());

  it('takes only the key that opens its rows, and writes its id to them', async () => {
    const masterKey = randomBytes(32);
    await database.pool().query(`${PERSONAL_DATA_SCHEMA}${PERSONAL_DATA_KEYS_SCHEMA}`);
    const vault = new PostgresVault(database.pool(), masterKey);
    await vault.takesMasterKey();
    const { personRef } = await vault.keep({ name: '李娜' });
    await database.pool().query('UPDATE personal_data SET key_id = NULL');
    await database.pool().query('DELETE FROM personal_data_keys');
    expect(await new PostgresVault(database.pool(), randomBytes(32)).takesMasterKey()).toBe(false);
    expect(await vault.takesMasterKey()).toBe(true);
    expect(await vault.reveal(personRef)).toMatchObject({ values: { name: '李娜' } });
    expect((await database.pool().query('SELECT key_id FROM personal_data')).rows).toEqual([
      { key_id: expect.stringMatching(/^[0-9a-f]{16}$/) as string },
    ]);
  });
});
