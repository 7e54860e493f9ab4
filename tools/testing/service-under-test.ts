import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ServiceName } from '@engsales/events';
import { MemoryBus, type MessageBus } from '@engsales/messaging';
import { embeddedKey, signToken, type Role } from '@engsales/http';
import { Clock, prepareService, type ServiceHost, type ServiceModule } from '@engsales/service';
import request, { type Test } from 'supertest';
import { freshDatabase } from './database.js';

export interface Person {
  readonly id: string;
  readonly roles: readonly Role[];
}

export interface ServiceUnderTest {
  readonly host: ServiceHost;
  readonly clock: Clock;
  token(person: Person): Promise<string>;
  post(person: Person, path: string, body?: object | string, headers?: Record<string, string>): Promise<Answer>;
  get(person: Person, path: string): Promise<Answer>;
  stop(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of every shape
  readonly body: any;
  readonly headers: Record<string, string>;
  readonly text: string;
}

export const ADMIN: Person = { id: 'admin', roles: ['ADMIN'] };

/** One whole service, as production runs it, over HTTP, on a database of its own; its neighbours may be a bus in memory. */
export async function startForTest(
  module: ServiceModule,
  options: { bus?: MessageBus; now?: string; env?: Readonly<Record<string, string>> } = {},
): Promise<ServiceUnderTest> {
  const database = await freshDatabase();
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'engsales-test-'));
  const name: ServiceName = module.service.name;
  const prefix = name.toUpperCase();
  const env = {
    DATABASE_URL: database.url,
    [`${prefix}_DATABASE_URL`]: database.url,
    [`${prefix}_PORT`]: '0',
    ENGSALES_DATA_DIR: dataDir,
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'error',
    RATE_LIMIT_PER_MINUTE: '0',
    ...options.env,
  };
  const clock = new Clock(options.now ?? '2025-03-10T01:00:00Z');
  const shared = { clock, feeds: new Map(), groups: [], bus: options.bus ?? new MemoryBus() };
  const host = await prepareService(module, env, shared, true);
  await host.start();
  const key = await embeddedKey(path.join(dataDir, 'keys'));
  const server = host.app.getHttpServer() as Parameters<typeof request>[0];
  const token = ({ id, roles }: Person) => signToken(key, { id, name: id, roles }, 1);
  const send = async (test: Test, person: Person): Promise<Answer> => {
    const answer = await test.set('authorization', `Bearer ${await token(person)}`).set('accept-language', 'en');
    return {
      status: answer.status,
      body: answer.body as unknown,
      headers: answer.headers,
      text: answer.text,
    };
  };
  return {
    host,
    clock,
    token,
    post: (person, target, body = {}, headers = {}) => {
      const test = request(server).post(target).set('content-type', 'application/json').set(headers);
      return send(test.send(body), person);
    },
    get: (person, target) => send(request(server).get(target), person),
    stop: async () => {
      await host.stop();
      await database.drop();
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
