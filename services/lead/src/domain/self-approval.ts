import { Rejected, type Issuer } from '@engsales/event-sourcing/domain';

/** Nobody approves what is their own; whoever stands in for somebody counts as both. @throws Rejected SELF_APPROVAL {by} */
export function refuseSelfApproval({ id, onBehalfOf }: Issuer, authors: readonly string[]): void {
  const own = authors.find((author) => author === id || author === onBehalfOf);
  if (own !== undefined) throw new Rejected('SELF_APPROVAL', `${own} would approve what is their own`, { by: own });
}
