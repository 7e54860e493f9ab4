import { Rejected } from '@engsales/event-sourcing';
import type { ServiceName } from '@engsales/events';

/** Positions leave the service as `<service>.<n>`; callers treat them as opaque. */
export const formatPosition = (service: ServiceName, position: bigint): string => `${service}.${position}`;

/** @throws Rejected VALIDATION_FAILED, POSITION_OF_OTHER_SERVICE */
export function parsePosition(text: string, expected?: ServiceName): { service: ServiceName; position: bigint } {
  const match = /^(lead|tender|contract|production|aftersales)\.(\d{1,18})$/.exec(text);
  if (!match) throw new Rejected('VALIDATION_FAILED', 'a position looks like contract.42', { position: text });
  const service = match[1] as ServiceName;
  if (expected && service !== expected) {
    throw new Rejected('POSITION_OF_OTHER_SERVICE', `a position of ${service} means nothing to ${expected}`, {
      position: text,
    });
  }
  return { service, position: BigInt(match[2] ?? 0) };
}
