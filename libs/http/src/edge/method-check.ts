import type { DeclaredRoute } from '../auth/route-declarations.js';

/** Methods that a path knows: 405 with Allow where it knows another one than was asked for. */
export function methodsByPath(routes: readonly DeclaredRoute[]): (path: string) => readonly string[] {
  const known = routes.map(({ method, path }) => ({ method, pattern: patternOf(path) }));
  return (path) => {
    const asked = path.replace(/\/+$/, '') || '/';
    const methods = new Set(known.filter(({ pattern }) => pattern.test(asked)).map(({ method }) => method));
    return [...methods, ...(methods.has('GET') ? ['HEAD'] : [])].sort();
  };
}

const patternOf = (path: string) =>
  new RegExp(`^${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}$`, 'i');
