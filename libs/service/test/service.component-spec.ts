import { Controller, Get, Module } from '@nestjs/common';
import { CommandTo } from '@engsales/event-sourcing';
import { LeadModule } from '@engsales/lead';
import { CommandRoute } from '@engsales/http';
import { publishing } from '@engsales/messaging';
import type { ServiceDefinition } from '@engsales/service';
import { startForTest, ADMIN, type ServiceUnderTest } from '../../../tools/testing/service-under-test.js';

const bare: ServiceDefinition = {
  name: 'lead',
  title: 'under test 测试',
  deciders: [],
  reactions: [],
  publishedEvents: publishing({}),
  projections: [],
  migrations: [],
  readerRoles: [],
  problems: {},
};

@Controller('open')
class OpenController {
  @Get()
  nobodyDeclared() {
    return {};
  }
}
@Module({ controllers: [OpenController] })
class OpenModule {
  static readonly service: ServiceDefinition = bare;
}

class DoSomething extends CommandTo<'id'> {
  readonly type = 'DoSomething';
}
@Controller('commands')
class NobodyController {
  @CommandRoute(DoSomething)
  doSomething() {
    return { id: 'x' };
  }
}
@Module({ controllers: [NobodyController] })
class NobodyModule {
  static readonly service: ServiceDefinition = bare;
}

describe('a service', () => {
  let lead: ServiceUnderTest;
  beforeAll(async () => void (lead = await startForTest(LeadModule)));
  afterAll(() => lead.stop());
  it('does not start when a route declares nobody', () =>
    expect(startForTest(OpenModule)).rejects.toThrow('GET /open declares nobody who may use it'));
  it('does not start when a route names a command without roles', () =>
    expect(startForTest(NobodyModule)).rejects.toThrow('nobody may send the command DoSomething'));

  it('starts, migrates and is healthy, and audits what an admin does', async () => {
    const service = await startForTest(LeadModule);
    expect(service.host.migrations).toHaveLength(14);
    expect((await service.get(ADMIN, '/health/ready')).body.status).toBe('ok');
    expect((await service.get(ADMIN, '/metrics')).text).toContain('service="lead"');
    expect((await service.get(ADMIN, '/openapi.json')).body.openapi).toBe('3.1.0');
    expect((await service.get(ADMIN, '/docs')).text).toContain('swagger');
    const set = await service.post(ADMIN, '/admin/clock', { now: '2025-08-15T01:00:00Z' });
    expect(set.body.today).toBe('2025-08-15');
    const { body } = await service.get(ADMIN, '/admin/streams?category=leadAudit');
    expect(body.items).toMatchObject([{ stream: 'leadAudit-2025-03-10', revision: 0 }]);
    expect((await service.get(ADMIN, '/admin/staff')).body.items).toMatchObject([{ id: 'admin', roles: ['ADMIN'] }]);
    await service.host.stop();
    await service.stop(); // a second stop finds it stopped
  });

  it('does not start with another master key than the one that its personal data were encrypted with', async () => {
    const service = await startForTest(LeadModule);
    const { databaseUrl } = service.host.runtime.config;
    const env = { LEAD_DATABASE_URL: databaseUrl, PERSONAL_DATA_MASTER_KEY: Buffer.alloc(32, 7).toString('base64') };
    await expect(startForTest(LeadModule, { env })).rejects.toThrow(
      'PERSONAL_DATA_MASTER_KEY: is not the key that the personal data of this database were encrypted with',
    );
    await service.stop();
  });
  it('answers 503 while its identity provider does not', async () => {
    const service = await startForTest(LeadModule, { env: { OIDC_ISSUER: 'http://127.0.0.1:1' } });
    const { status, body } = await service.get(ADMIN, '/admin/staff');
    expect([status, body.code]).toEqual([503, 'SERVICE_UNAVAILABLE']);
    await service.stop();
  });
  it.each(['li.na@example.com', '13900000000', '11010519491231002X', 'system:timers', '李娜'])(
    'takes no token of %s: ids stand in events for ever',
    async (id) => expect((await lead.get({ id, roles: ['ADMIN'] }, '/admin/staff')).status).toBe(401),
  );

  it('keeps 40 admin actions at once in order', async () => {
    const service = await startForTest(LeadModule);
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => service.post(ADMIN, '/admin/clock', { now: null })),
    );
    expect(answers.every((answer) => answer.status === 200)).toBe(true);
    await service.stop();
  });
});
