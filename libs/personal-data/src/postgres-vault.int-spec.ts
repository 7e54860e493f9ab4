import { randomBytes, randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../../tools/testing/database.js';
import { PERSONAL_DATA_SCHEMA, PostgresVault } from './postgres-vault.js';
import { maskName } from './vault.js';

describe('the personal-data vault', () => {
  let database: TestDatabase;
  let vault: PostgresVault;
  beforeAll(async () => {
    database = await freshDatabase();
    await database.pool().query(PERSONAL_DATA_SCHEMA);
    vault = new PostgresVault(database.pool(), randomBytes(32));
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

  it.each([
    ['李娜', '李*'],
    ['欧阳修远', '欧***'],
    ['Ann Lee', 'A******'],
    ['王', '*'],
    ['', '*'],
  ])('masks %s as %s', (name, masked) => expect(maskName(name)).toBe(masked));
});
