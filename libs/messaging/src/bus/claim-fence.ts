import { LeaseLost, type Claim } from './message-bus.js';
import type { Checkpoints } from './checkpoints.js';

const ASLEEP_MS = 500;

/**
 * Keeps a process that was stopped and woke up from acting on what it held. Its own clock tells that it may have slept,
 * then the database tells whether the claim is still its own; so the question costs nothing while work flows.
 */
export class ClaimFence {
  private readonly confirmed = new WeakMap<Claim, number>();

  constructor(private readonly checkpoints: Checkpoints) {}

  /** @throws LeaseLost */
  async assertHeld(claim: Claim | undefined): Promise<void> {
    if (!claim || performance.now() - (this.confirmed.get(claim) ?? -ASLEEP_MS) < ASLEEP_MS) return;
    const asked = performance.now();
    if (!(await this.checkpoints.isHeld(claim))) throw new LeaseLost(`${claim.group} on ${claim.checkpoint}`);
    this.confirmed.set(claim, asked);
  }
}
