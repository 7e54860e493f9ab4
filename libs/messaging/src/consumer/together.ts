/**
 * Runs works side by side under one signal: when one fails the others are told to stop, and all have ended when the
 * failure is reported. Nobody still writes after the lease was let go.
 */
export async function together(
  signal: AbortSignal,
  works: readonly ((signal: AbortSignal) => Promise<void>)[],
): Promise<void> {
  const failed = new AbortController();
  const both = AbortSignal.any([signal, failed.signal]);
  const run = async (work: (signal: AbortSignal) => Promise<void>) => {
    try {
      await work(both);
    } catch (error) {
      failed.abort();
      throw error;
    }
  };
  const outcomes = await Promise.allSettled(works.map(run));
  const failure = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failure) throw failure.reason;
}
