import { randomBytes, randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../../tools/testing/database.js';
import { PERSONAL_DATA_KEYS_SCHEMA, PERSONAL_DATA_SCHEMA, PostgresVault } from './postgres-vault.js';
import { shownIn } from './vault.js';

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

  async function kept(values: Readonly<Record<string, string>>): Promise<string> {
    const personRef = randomUUID();
    expect(await vault.keep(personRef, values)).toBe(true);
    return personRef;
  }

  it('keeps values encrypted and reveals them by reference', async () => {
    const personRef = await kept({ name: '李娜', phone: '13900000000' });
    expect(await vault.reveal(personRef)).toEqual({ values: { name: '李娜', phone: '13900000000' }, erasedAt: null });
    const { rows } = await database.pool().query<{ ciphertext: Buffer }>('SELECT ciphertext FROM personal_data');
    expect(rows.map((row) => row.ciphertext.includes('139'))).toEqual([false]);
  });

  it('keeps the same values under the same reference once, and no other values under it', async () => {
    const personRef = await kept({ name: '李娜' });
    expect(await vault.keep(personRef, { name: '李娜' })).toBe(true);
    expect(await vault.keep(personRef, { name: '周敏' })).toBe(false);
    expect(await vault.reveal(personRef)).toMatchObject({ values: { name: '李娜' } });
  });

  it('shows null and the day once the key is destroyed, for good', async () => {
    const personRef = await kept({ name: '周敏' });
    expect(await vault.erase(personRef)).toBe(true);
    const erased = await vault.reveal(personRef);
    expect(erased).toEqual({ values: null, erasedAt: expect.any(String) });
    expect(await vault.erase(personRef)).toBe(true);
    expect(await vault.keep(personRef, { name: '周敏' })).toBe(true);
    expect(await vault.reveal(personRef)).toEqual(erased);
  });

  it('shows masked forms, nothing of whom it has erased, and nothing of whom it does not know', async () => {
    const known = await kept({ name: '王建国', phone: '13800001234', idNo: '110101199003071234', post: '院长' });
    const gone = await kept({ name: '周敏' });
    await vault.erase(gone);
    const unknown = randomUUID();
    const people = await vault.shown([known, gone, unknown, 'p-1']);
    expect([...people.keys()].sort()).toEqual([known, gone].sort());
    expect(shownIn(people, known)).toEqual({
      personRef: known,
      masked: { name: '王*国', phone: '138****1234', idNo: '1****************4' },
      erasedAt: null,
    });
    expect(shownIn(people, gone)).toEqual({ personRef: gone, masked: null, erasedAt: expect.any(String) });
    expect(shownIn(people, 'p-1')).toEqual({ personRef: 'p-1', masked: null, erasedAt: null });
  });

  it('tells which references exist: neither one that it never gave out nor one that is erased', async () => {
    const [known, gone] = [await kept({ name: '李娜' }), await kept({ name: '周敏' })];
    await vault.erase(gone);
    expect([...(await vault.existing([known, gone, randomUUID(), 'p-1']))]).toEqual([known]);
  });

  it('knows no reference that it never gave out, and no other master key', async () => {
    expect(await vault.reveal(randomUUID())).toBeUndefined();
    expect(await vault.erase(randomUUID())).toBe(false);
    const personRef = await kept({ name: '赵强' });
    await expect(new PostgresVault(database.pool(), randomBytes(32)).reveal(personRef)).rejects.toThrow();
  });

  it('takes the master key that it was made with, again and again, and no other', async () => {
    expect(await new PostgresVault(database.pool(), masterKey).takesMasterKey()).toBe(true);
    expect(await new PostgresVault(database.pool(), randomBytes(32)).takesMasterKey()).toBe(false);
    const { rows } = await database.pool().query('SELECT count(DISTINCT key_id)::int AS ids FROM personal_data');
    expect(rows).toEqual([{ ids: 1 }]);
  });
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
    const personRef = randomUUID();
    await vault.keep(personRef, { name: '李娜' });
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
