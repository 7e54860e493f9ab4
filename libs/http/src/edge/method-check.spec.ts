import type { DeclaredRoute } from '../auth/route-declarations.js';
import { methodsByPath } from './method-check.js';

const route = (method: string, path: string) => ({ method, path }) as DeclaredRoute;

describe('the methods of a path', () => {
  const methodsAt = methodsByPath([
    route('GET', '/api/v1/leads'),
    route('POST', '/api/v1/leads'),
    route('GET', '/api/v1/leads/:leadId'),
    route('POST', '/api/v1/leads/import-lead'),
    route('POST', '/api/v1/leads/:leadId/claim-lead'),
  ]);
  it.each([
    ['/api/v1/leads', ['GET', 'HEAD', 'POST']],
    ['/api/v1/leads/', ['GET', 'HEAD', 'POST']],
    ['/api/v1/leads/0a', ['GET', 'HEAD']],
    ['/api/v1/leads/0a/claim-lead', ['POST']],
    ['/api/v1/elsewhere', []],
  ])('%s', (path, methods) => expect(methodsAt(path)).toEqual(methods));
  it('are those of the route that has the path word for word', () =>
    expect(methodsAt('/api/v1/leads/import-lead')).toEqual(['POST']));
});
