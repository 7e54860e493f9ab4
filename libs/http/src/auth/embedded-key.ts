import { createHmac, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

export interface EmbeddedKey {
  readonly privateJwk: JWK;
  readonly publicJwk: JWK;
}

/** The embedded profile's signing key in `<data>/keys`; made on first use. */
export async function embeddedKey(keysDir: string): Promise<EmbeddedKey> {
  const file = path.join(keysDir, 'token-key.json');
  if (!fs.existsSync(file)) {
    const pair = await generateKeyPair('ES256', { extractable: true });
    const made: EmbeddedKey = {
      privateJwk: await exportJWK(pair.privateKey),
      publicJwk: await exportJWK(pair.publicKey),
    };
    writeOnce(file, JSON.stringify(made));
  }
  return JSON.parse(fs.readFileSync(file, 'utf8')) as EmbeddedKey;
}

/** A random secret of the deployment, made on first use. */
export function embeddedSecret(keysDir: string, name: string): string {
  const file = path.join(keysDir, name);
  if (!fs.existsSync(file)) writeOnce(file, randomBytes(32).toString('base64'));
  return fs.readFileSync(file, 'utf8').trim();
}

/** The staff id in a token: derived from the name under a secret, so that a list of names does not lead back to it. */
export function staffIdOf(name: string, secret: string): string {
  return `staff-${createHmac('sha256', secret).update(name.trim()).digest('hex').slice(0, 10)}`;
}

/** Whole or not at all, and never over a file that another process has just written. */
function writeOnce(file: string, text: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, text, { mode: 0o600 });
  try {
    fs.linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}
