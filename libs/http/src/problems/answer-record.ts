const SECONDS = 60;
/** Fewer answers than these say nothing. */
const FEWEST = 20;

interface Second {
  readonly second: number;
  answers: number;
  failures: number;
}

/**
 * How the answers of the last minute came out. A service that mostly fails inside is not ready, however well its database
 * answers; once it was left alone for a minute it is asked again.
 */
export class AnswerRecord {
  private seconds: Second[] = [];

  constructor(private readonly now: () => number = () => performance.now()) {}

  note(failed: boolean): void {
    const second = Math.floor(this.now() / 1000);
    let last = this.seconds.at(-1);
    if (last?.second !== second) {
      last = { second, answers: 0, failures: 0 };
      this.seconds = [...this.recent(), last];
    }
    last.answers += 1;
    if (failed) last.failures += 1;
  }

  /** More than half of the answers of the last minute were internal errors. */
  get mostlyFails(): boolean {
    const recent = this.recent();
    const answers = recent.reduce((sum, second) => sum + second.answers, 0);
    const failures = recent.reduce((sum, second) => sum + second.failures, 0);
    return answers >= FEWEST && failures * 2 > answers;
  }

  private recent(): Second[] {
    const since = Math.floor(this.now() / 1000) - SECONDS;
    return this.seconds.filter(({ second }) => second > since);
  }
}
