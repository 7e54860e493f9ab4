/** Waits for a state, never for a time; the limit is generous. */
export async function eventually<Value>(look: () => Promise<Value | undefined | false>, what: string): Promise<Value> {
  const deadline = performance.now() + 60_000;
  while (performance.now() < deadline) {
    const value = await look();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`it did not come about in 60 s: ${what}`);
}
