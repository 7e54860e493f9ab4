import { AsyncLocalStorage } from 'node:async_hooks';

/** What every log line of a piece of work carries. Five services share one process, so the service is part of it. */
export interface WorkContext {
  readonly service: string;
  traceparent?: string;
  correlationId?: string;
  actor?: string;
}

const storage = new AsyncLocalStorage<WorkContext>();

export const currentContext = (): WorkContext | undefined => storage.getStore();

export function inContext<Result>(context: WorkContext, run: () => Result): Result {
  return storage.run(context, run);
}
