import { namedId } from '@engsales/event-sourcing';

/** domain.md 2.4: the order of a contract line, whoever asks and however often. */
export const productionOrderId = (contractId: string, lineId: string) => namedId(`${contractId}:${lineId}`);
export const packageIdOf = (contractId: string, packageKey: string) => namedId(`package:${contractId}:${packageKey}`);
export const trackingIdOf = (contractId: string, trackingKey: string) =>
  namedId(`tracking:${contractId}:${trackingKey}`);
