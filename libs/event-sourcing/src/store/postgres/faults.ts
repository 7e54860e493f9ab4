const CONNECTION_CODES = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '53300',
]);
const CONNECTION_MESSAGES = /terminated|timeout exceeded|timeout expired|Query read timeout|not queryable|closed/i;

/** The server or the way to it failed: the outcome is unknown and the same call may be made again. */
export function isConnectionFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: string };
  if (code !== undefined) return CONNECTION_CODES.has(code) || code.startsWith('08');
  return CONNECTION_MESSAGES.test(error.message);
}
