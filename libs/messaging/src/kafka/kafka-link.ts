import type { Admin, Kafka } from 'kafkajs';
import { sleep } from '../consumer/faults.js';
import { isAuthorizationFault, withAdmin } from './kafka-client.js';
import { findRights, type FoundRights, type WantedRights } from './rights.js';
import { problemsOfTopics, type TopicPlan } from './topics.js';

export interface LinkState {
  readonly status: 'CONNECTING' | 'UP' | 'UNREACHABLE' | 'TOPICS_WRONG' | 'NOT_AUTHORIZED';
  /** Instant of the last change. */
  readonly since: string;
  readonly message: string;
  /** What works and should not; operators look at it. */
  readonly warnings: readonly string[];
}

const UP_LOOK_MS = 5_000;
const DOWN_LOOK_MS = 1_000;
const ANSWER_MS = 8_000;
/** While all is well the rights are asked for once a minute. */
const LOOKS_PER_RIGHTS = 12;
const NO_RIGHTS = { own: [], foreign: [] };

/** Whether the broker answers and the topics are as they must be; nothing is sent or read before that. */
export class KafkaLink {
  private current: LinkState = {
    status: 'CONNECTING',
    since: new Date().toISOString(),
    message: 'not asked yet',
    warnings: [],
  };
  private looks = 0;
  private readonly waiting = new Set<() => void>();

  constructor(
    private readonly kafka: Kafka,
    private readonly needs: readonly TopicPlan[],
    private readonly onChange: (state: LinkState) => void,
    private readonly wanted: WantedRights = NO_RIGHTS,
  ) {}

  get state(): LinkState {
    return this.current;
  }

  /** Asks once. Problems of topics are in the answer; an unreachable broker is a state, not an error. */
  async look(): Promise<LinkState> {
    const asked = this.ask();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer within ${ANSWER_MS} ms`)), ANSWER_MS);
    });
    try {
      const { problems, rights } = await Promise.race([asked, late]);
      this.judge(problems, rights);
    } catch (error) {
      asked.catch(() => undefined);
      const why = error instanceof Error ? error.message : String(error);
      if (isAuthorizationFault(error)) this.become('NOT_AUTHORIZED', `the broker refuses this login: ${why}`);
      else this.become('UNREACHABLE', `the broker does not answer (commands are kept and published later): ${why}`);
    } finally {
      clearTimeout(timer);
    }
    return this.current;
  }

  /** Goes on asking until the signal aborts. */
  async watch(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.look();
      await sleep(this.current.status === 'UP' ? UP_LOOK_MS : DOWN_LOOK_MS, signal);
    }
  }

  /** Resolves when Kafka may be used, or when the signal aborts. */
  async up(signal: AbortSignal): Promise<void> {
    while (this.current.status !== 'UP' && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const done = () => {
          this.waiting.delete(done);
          signal.removeEventListener('abort', done);
          resolve();
        };
        this.waiting.add(done);
        signal.addEventListener('abort', done);
      });
    }
  }

  /** @throws at once while Kafka may not be used */
  async admin<Result>(run: (admin: Admin) => Promise<Result>): Promise<Result> {
    if (this.current.status !== 'UP') throw new Error(`kafka: ${this.current.message}`);
    return withAdmin(this.kafka, run);
  }

  /** Rights are undefined where they were not asked for this time. */
  private async ask(): Promise<{ problems: string[]; rights?: FoundRights }> {
    const problems = await withAdmin(this.kafka, (admin) => problemsOfTopics(admin, this.needs));
    const isTime = this.current.status !== 'UP' || this.looks % LOOKS_PER_RIGHTS === 0;
    this.looks += 1;
    if (problems.length > 0 || !isTime || this.wanted.own.length === 0) return { problems };
    return { problems, rights: await findRights(this.kafka, this.wanted) };
  }

  private judge(problems: readonly string[], rights: FoundRights | undefined): void {
    const { missing = [], tooMany } = rights ?? {};
    const warnings = tooMany?.map((topic) => `this login may write ${topic}, which another service publishes`);
    if (problems.length > 0) this.become('TOPICS_WRONG', `${problems.join('; ')}; npm run topics`);
    else if (missing.length > 0)
      this.become('NOT_AUTHORIZED', `this login may not write ${missing.join(', ')}: see docs/integrate-kafka.md`);
    else this.become('UP', 'the broker answers and the topics are as they must be', warnings);
  }

  private become(status: LinkState['status'], message: string, warnings = this.current.warnings): void {
    const changed = status !== this.current.status;
    const since = changed ? new Date().toISOString() : this.current.since;
    this.current = { status, message, since, warnings };
    if (!changed) return;
    this.onChange(this.current);
    for (const wake of [...this.waiting]) wake();
  }
}
