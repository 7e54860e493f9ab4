import { Rejected } from '@engsales/event-sourcing';
import type { ApiRequest } from '@engsales/http';

/** A merchandiser may act for PMC, and says so (P-23). @throws Rejected ROLE_NOT_ALLOWED */
export function refuseSilentActing(request: ApiRequest, { actingFor }: { readonly actingFor?: 'PMC' }): void {
  if (request.actor?.role !== 'MERCHANDISER' || actingFor === 'PMC') return;
  throw new Rejected('ROLE_NOT_ALLOWED', 'a merchandiser says actingFor: PMC', { allowed: ['PMC'], actingFor: 'PMC' });
}
