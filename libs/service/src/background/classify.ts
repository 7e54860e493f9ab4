import { ServiceUnavailableException } from '@nestjs/common';
import { isConnectionFault, Rejected, UnknownEventVersion, VersionConflict } from '@engsales/event-sourcing';
import { InvalidMessage, type Fault } from '@engsales/messaging';

/** Which failures wait, which park, and which may mean "nothing to do". */
export function classify(error: unknown): Fault {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Rejected) return { kind: 'refusal', code: error.code, message };
  if (error instanceof InvalidMessage) return { kind: 'permanent', code: error.code, message };
  if (error instanceof UnknownEventVersion) return { kind: 'permanent', code: 'UNKNOWN_EVENT', message };
  if (error instanceof VersionConflict) return { kind: 'transient', code: 'VERSION_CONFLICT', message };
  if (isConnectionFault(error) || error instanceof ServiceUnavailableException) {
    return { kind: 'transient', code: 'SERVICE_UNAVAILABLE', message };
  }
  return { kind: 'unknown', code: 'INTERNAL_ERROR', message };
}
