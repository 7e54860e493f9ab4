import type { PublicEvent, ServiceName } from '@engsales/events';
import { MemoryBus } from '@engsales/messaging';
import { aMessage } from '@engsales/messaging/testing';
import type { ServiceModule } from '@engsales/service';
import { eventually } from './eventually.js';
import { ADMIN, startForTest, type Answer, type Person, type ServiceUnderTest } from './service-under-test.js';

type Paths = Readonly<Record<string, { readonly post?: { readonly responses: Readonly<Record<string, object>> } }>>;

/** The page of a service's API, as far as refusals are compared with it. */
export interface DescribedService {
  readonly paths: object;
}

/** The codes that the API page names for this status of a command. */
function documentedCodes({ paths }: DescribedService, path: string, status: number): readonly unknown[] {
  const isMeant = (template: string) => new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
  const [, route] = Object.entries(paths as Paths).find(([template, { post }]) => post && isMeant(template)) ?? [];
  const said = JSON.stringify(route?.post?.responses[String(status)] ?? {});
  return [...said.matchAll(/"enum":(\[[^\]]*\])/g)].flatMap(([, codes = '[]']) => JSON.parse(codes) as unknown[]);
}

/** One service over HTTP as its users meet it, and its neighbours over a bus in memory. */
export abstract class HttpWorld {
  service!: ServiceUnderTest;
  private readonly bus = new MemoryBus();
  private readonly sequences = new Map<string, number>();
  /** Of the last command: what every list has to show. */
  private position?: string;

  constructor(
    private readonly module: ServiceModule,
    private readonly page: DescribedService,
    /** Who asks where nobody else is named. */
    private readonly reader: Person,
  ) {}

  private get name(): ServiceName {
    return this.module.service.name;
  }

  async begin(now: string, env: Readonly<Record<string, string>> = {}): Promise<void> {
    this.service = await startForTest(this.module, { bus: this.bus, now, env });
  }

  async goTo(now: string): Promise<void> {
    const { status } = await this.service.post(ADMIN, '/admin/clock', { now });
    if (status > 201) throw new Error(`the clock answers ${status}`);
  }

  post(person: Person, path: string, body: object = {}): Promise<Answer> {
    return this.service.post(person, path, body);
  }

  /** A command that passes; what it has recorded. */
  async done(person: Person, path: string, body: object = {}): Promise<Answer['body']> {
    const answer = await this.service.post(person, path, body);
    if (answer.status > 201) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    if (answer.body.position) this.position = String(answer.body.position);
    return answer.body;
  }

  async begun(person: Person, path: string, body: object): Promise<string> {
    return String((await this.done(person, path, body)).id);
  }

  /** What a command is refused with; the document of the service names it. */
  async refused(person: Person, path: string, body: object = {}): Promise<Record<string, unknown>> {
    const { status, body: problem } = await this.service.post(person, path, body);
    const documented = documentedCodes(this.page, path, status);
    expect([path, documented]).toEqual([path, expect.arrayContaining([problem.code])]);
    return { status, code: problem.code, ...problem.details };
  }

  async get(path: string, person: Person = this.reader): Promise<Answer['body']> {
    const answer = await this.service.get(person, path);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  }

  /** A view that shows the last command. */
  list(path: string, query: Record<string, string> = {}, person: Person = this.reader): Promise<Answer['body']> {
    const asked = new URLSearchParams({ ...query, ...(this.position ? { minPosition: this.position } : {}) });
    return this.get(`/api/v1/${path}?${asked.toString()}`, person);
  }

  /** What another service says, once or several times, of a project. */
  async put<Data>(
    event: PublicEvent<Data>,
    subject: string,
    projectId: string,
    data: object,
    times = 1,
  ): Promise<void> {
    const sequence = (this.sequences.get(subject) ?? 0) + 1;
    this.sequences.set(subject, sequence);
    const message = aMessage(event, data as Data, { subject, projectId, sequence });
    const handled = async () => Number(await this.bus.handledUpTo(this.name, event.service));
    for (let time = 0; time < times; time += 1) {
      const before = await handled();
      this.bus.put(message);
      await eventually(async () => (await handled()) > before, `${event.type} is handled`);
    }
  }

  /** Waits until what is answered under a path has these values. */
  async shows(path: string, wanted: object): Promise<void> {
    await eventually(
      async () => {
        const state = await this.get(path);
        return Object.entries(wanted).every(([name, value]) => state[name] === value);
      },
      `${path} shows ${JSON.stringify(wanted)}`,
    );
  }
}
