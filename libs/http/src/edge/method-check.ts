import type { DeclaredRoute } from '../auth/route-declarations.js';

/**
 * Methods that a path knows: 405 with Allow where it knows another one than was asked for. A path that stands in a route word for
 * word is of that route alone: `GET /leads/import-lead` asks for no lead of that id.
 */
export function methodsByPath(routes: readonly DeclaredRoute[]): (path: string) => readonly string[] {
  const known = routes.map(({ method, path }) => ({ method, pattern: patternOf(path), names: namesIn(path) }));
  return (path) => {
    const asked = path.replace(/\/+$/, '') || '/';
    const matching = known.filter(({ pattern }) => pattern.test(asked));
    const fewest = Math.min(...matching.map(({ names }) => names));
    const methods = new Set(matching.filter(({ names }) => names === fewest).map(({ method }) => method));
    return [...methods, ...(methods.has('GET') ? ['HEAD'] : [])].sort();
  };
}

const namesIn = (path: string): number => path.split('/').filter((part) => part.startsWith(':')).length;

const patternOf = (path: string) =>
  new RegExp(`^${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}$`, 'i');
