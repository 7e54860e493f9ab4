import type { ApiRequest, Role } from '@engsales/http';
import type { PersonalDataVault } from '@engsales/personal-data';

/** Who reads names on papers; all others read the masked form. */
const READS_NAMES: readonly Role[] = ['SALES', 'SALES_MANAGER', 'COMPANY_LEADER', 'COMMERCE', 'CRM_CENTER'];

const ERASED = '已删除';

/** What stands on a paper for each of these persons, by reference, for whoever asks (L-152). */
export async function namesOnPaper(
  vault: PersonalDataVault,
  { actor }: ApiRequest,
  personRefs: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const roles: readonly string[] = actor?.roles ?? (actor ? [actor.role] : []);
  if (roles.some((role) => (READS_NAMES as readonly string[]).includes(role))) return revealedNames(vault, personRefs);
  const shown = await vault.shown(personRefs);
  return new Map([...shown].map(([ref, { masked }]) => [ref, masked?.name ?? ERASED]));
}

async function revealedNames(vault: PersonalDataVault, refs: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const revealed = await Promise.all(refs.map(async (ref) => [ref, await vault.reveal(ref)] as const));
  return new Map(revealed.map(([ref, person]) => [ref, person?.values?.name ?? ERASED]));
}
