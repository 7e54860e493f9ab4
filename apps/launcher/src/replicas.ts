import { SERVICES, type ServiceName } from '@engsales/events';
import { InvalidArgumentError } from 'commander';

/** Processes per service; one where absent. */
export type Replicas = Readonly<Partial<Record<ServiceName, number>>>;

/** Reads `--replicas contract=2`, which may be repeated. */
export function addReplicas(text: string, given: Replicas): Replicas {
  const [name, count] = text.split('=');
  const service = SERVICES.find((each) => each === name);
  if (!service || !/^[1-9]$/.test(count ?? ''))
    throw new InvalidArgumentError('<service>=<1 to 9>, such as contract=2');
  return { ...given, [service]: Number(count) };
}
