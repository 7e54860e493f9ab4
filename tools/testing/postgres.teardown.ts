import { rmSync } from 'node:fs';

export default async function teardown(): Promise<void> {
  const shared = globalThis as { engsalesTestPostgres?: { stop: () => Promise<void>; dataDir: string } };
  if (!shared.engsalesTestPostgres) return;
  await shared.engsalesTestPostgres.stop();
  rmSync(shared.engsalesTestPostgres.dataDir, { recursive: true, force: true });
}
