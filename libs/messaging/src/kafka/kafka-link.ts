import type { Admin, Kafka } from 'kafkajs';
import { sleep } from '../consumer/faults.js';
import { withAdmin } from './kafka-client.js';
import { problemsOfTopics, type TopicPlan } from './topics.js';

export interface LinkState {
  readonly status: 'CONNECTING' | 'UP' | 'UNREACHABLE' | 'TOPICS_WRONG';
  /** Instant of the last change. */
  readonly since: string;
  readonly message: string;
}

const UP_LOOK_MS = 5_000;
const DOWN_LOOK_MS = 1_000;
const ANSWER_MS = 8_000;

/** Whether the broker answers and the topics are as they must be; nothing is sent or read before that. */
export class KafkaLink {
  private current: LinkState = { status: 'CONNECTING', since: new Date().toISOString(), message: 'not asked yet' };
  private readonly waiting = new Set<() => void>();

  constructor(
    private readonly kafka: Kafka,
    private readonly needs: readonly TopicPlan[],
    private readonly onChange: (state: LinkState) => void,
  ) {}

  get state(): LinkState {
    return this.current;
  }

  /** Asks once. Problems of topics are in the answer; an unreachable broker is a state, not an error. */
  async look(): Promise<LinkState> {
    const asked = withAdmin(this.kafka, (admin) => problemsOfTopics(admin, this.needs));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer within ${ANSWER_MS} ms`)), ANSWER_MS);
    });
    try {
      const problems = await Promise.race([asked, late]);
      if (problems.length > 0) this.become('TOPICS_WRONG', `${problems.join('; ')}; npm run topics`);
      else this.become('UP', 'the broker answers and the topics are as they must be');
    } catch (error) {
      asked.catch(() => undefined);
      const why = error instanceof Error ? error.message : String(error);
      this.become('UNREACHABLE', `the broker does not answer (commands are kept and published later): ${why}`);
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

  private become(status: LinkState['status'], message: string): void {
    const changed = status !== this.current.status;
    const since = changed ? new Date().toISOString() : this.current.since;
    this.current = { status, message, since };
    if (!changed) return;
    this.onChange(this.current);
    for (const wake of [...this.waiting]) wake();
  }
}
