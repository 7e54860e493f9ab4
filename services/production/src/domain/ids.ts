import { namedId } from '@engsales/event-sourcing/domain';

/** Every id that the production service derives. The same source gives the same id, whoever asks and however often. */

/** The order of a contract line. */
export const productionOrderId = (contractId: string, lineId: string) => namedId(`${contractId}:${lineId}`);

/** Lines with one package key share an engineering package. */
export const packageIdOf = (contractId: string, packageKey: string) => namedId(`package:${contractId}:${packageKey}`);

/** Lines with one tracking key share a tracking. */
export const trackingIdOf = (contractId: string, trackingKey: string) =>
  namedId(`tracking:${contractId}:${trackingKey}`);

/** The engineering project of an order that names none: the one of its contract. */
export const projectIdOf = (contractId: string) => namedId(`project:${contractId}`);

/** Orders of a contract that lives elsewhere have ids of their own, so that none takes the place of an order of a contract here. */
export const externalIds = (contractId: string, lineId: string, keys: { packageKey: string; trackingKey: string }) => ({
  productionOrderId: namedId(`external:order:${contractId}:${lineId}`),
  packageId: namedId(`external:package:${contractId}:${keys.packageKey}`),
  trackingId: namedId(`external:tracking:${contractId}:${keys.trackingKey}`),
});
