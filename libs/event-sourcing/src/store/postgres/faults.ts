// the way to the server, the server going down or coming up, and what it could not finish this time:
// 53*: out of resources, 40*: deadlock and serialization, 55P03, 57014, 25P03, 25P04: waited or worked too long
const CONNECTION_CODES =
  /^(ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|57P0[1-3]|57014|55P03|25P0[34]|53...|40...|08...)$/;
const CONNECTION_MESSAGES = /terminated|timeout exceeded|timeout expired|Query read timeout|not queryable|closed/i;

/** The server or the way to it failed: the outcome is unknown and the same call may be made again. */
export function isConnectionFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: string };
  if (code !== undefined) return CONNECTION_CODES.test(code);
  return CONNECTION_MESSAGES.test(error.message);
}
