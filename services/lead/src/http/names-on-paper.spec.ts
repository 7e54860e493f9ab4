import type { ApiRequest } from '@engsales/http';
import type { PersonalDataVault } from '@engsales/personal-data';
import { namesOnPaper } from './names-on-paper.js';

const NAME = { name: '王建国' };
const vault = {
  reveal: (ref: string) =>
    Promise.resolve(
      ref === 'known'
        ? { values: NAME, erasedAt: null }
        : ref === 'erased'
          ? { values: null, erasedAt: 'x' }
          : undefined,
    ),
  shown: (refs: readonly string[]) =>
    Promise.resolve(
      new Map(
        refs
          .filter((ref) => ref !== 'unknown')
          .map((personRef) => [
            personRef,
            { personRef, masked: personRef === 'known' ? { name: '王*国' } : null, erasedAt: null },
          ]),
      ),
    ),
} as unknown as PersonalDataVault;

const namesFor = async (roles: readonly string[]) => {
  const request = { actor: { id: 'x', role: roles[0] ?? '', roles } } as unknown as ApiRequest;
  return Object.fromEntries(await namesOnPaper(vault, request, ['known', 'erased', 'unknown']));
};

describe('names on papers (L-152)', () => {
  it.each(['SALES', 'SALES_MANAGER', 'COMPANY_LEADER', 'COMMERCE', 'CRM_CENTER'])('are read by %s', async (role) =>
    expect(await namesFor([role])).toEqual({ known: '王建国', erased: '已删除', unknown: '已删除' }),
  );

  it.each(['FINANCE', 'MARKETING_CENTER', 'BI', 'ADMIN'])('are masked for %s', async (role) =>
    expect(await namesFor([role])).toEqual({ known: '王*国', erased: '已删除' }),
  );

  it('are read by whoever has one of those roles, and by nobody without any', async () => {
    expect(await namesFor(['BI', 'COMMERCE'])).toMatchObject({ known: '王建国' });
    const nobody = await namesOnPaper(vault, {} as ApiRequest, ['known']);
    expect(nobody.get('known')).toBe('王*国');
  });
});
