/** Wakes the feed readers of this process after an append; other processes' appends are found by polling. */
export class AppendSignal {
  private readonly waiting = new Set<() => void>();
  private count = 0;

  /** Read before looking into the store, so that an append between the look and the wait is not slept through. */
  get seen(): number {
    return this.count;
  }

  notify(): void {
    this.count += 1;
    for (const wake of [...this.waiting]) wake();
  }

  async wait(seen: number, milliseconds: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted || seen !== this.count) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      this.waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}
