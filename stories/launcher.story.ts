import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { freePort } from '@engsales/launcher';
import { SystemProcess } from '../tools/testing/system.js';

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
    socket.unref();
  });

describe('the embedded launcher', () => {
  let system: SystemProcess;
  let postgresPort: number;
  beforeEach(async () => {
    postgresPort = await freePort();
    system = await SystemProcess.with({ POSTGRES_PORT: String(postgresPort) });
  });
  afterEach(() => system.dispose());

  it('goes on after kill -9 with the PostgreSQL that was left behind, and stops everything on Ctrl-C', async () => {
    await system.start();
    const { contractId, position } = await system.signContract('kept', today());
    await system.signal('SIGKILL');
    expect(await answers(postgresPort)).toBe(true);
    await system.start();
    expect(system.output).toContain('left behind');
    await system.settled(position);
    expect((await system.call('li-na', ['SALES'], 'contract', `/api/v1/contracts/${contractId}`)).body.state).toBe(
      'SIGNED',
    );
    expect(await system.signal('SIGINT')).toBe(0);
    expect(await answers(postgresPort)).toBe(false);
    expect(system.output).toContain('stopped');
  });

  it('recovers when PostgreSQL was killed as well', async () => {
    await system.start();
    const { contractId } = await system.signContract('kept', today());
    const [pid] = fs.readFileSync(clusterOf(system), 'utf8').split('\n');
    await system.signal('SIGKILL');
    process.kill(Number(pid), 'SIGKILL');
    await system.start();
    expect((await system.call('li-na', ['SALES'], 'contract', `/api/v1/contracts/${contractId}`)).body.state).toBe(
      'SIGNED',
    );
  });

  it('says which port is taken, and starts nothing', async () => {
    const squatter = net.createServer();
    await new Promise<void>((resolve) => squatter.listen(system.ports.contract, '127.0.0.1', resolve));
    await expect(system.start()).rejects.toThrow(`port ${system.ports.contract} (CONTRACT_PORT) is taken`);
    expect(await answers(postgresPort)).toBe(false);
    await new Promise((resolve) => squatter.close(resolve));
  });

  it('names everything that is wrong with the configuration at once', async () => {
    const wrong = { LEASE_SECONDS: 'soon', LOG_LEVEL: 'loud', TENDER_PORT: '70000', EVENTSTORE_URL: 'esdb://x' };
    const failure = await system.start(wrong).catch((error: Error) => error.message);
    for (const name of Object.keys(wrong)) expect(failure).toContain(name);
  });

  it('refuses a second launcher on the same data directory and leaves the first alone', async () => {
    await system.start();
    const rival = await SystemProcess.with({ POSTGRES_PORT: String(postgresPort) }, system.dataDir);
    await expect(rival.start()).rejects.toThrow('another engsales runs on');
    expect((await system.call('li-na', ['SALES'], 'contract', '/api/v1/contracts')).status).toBe(200);
  });
});

const clusterOf = (system: SystemProcess) => path.join(system.dataDir, 'postgres', 'postmaster.pid');
