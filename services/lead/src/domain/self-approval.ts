import { Rejected, type Issuer } from '@engsales/event-sourcing/domain';

/** Who has done something, as an event keeps it. */
export interface Authorship {
  readonly by: string;
  /** Whom that person stood in for, who is an author as well. */
  readonly onBehalfOf?: string;
}

export const authorshipOf = ({ id, onBehalfOf }: Issuer): Authorship => ({ by: id, onBehalfOf });

export const authorsOf = ({ by, onBehalfOf }: Authorship): readonly string[] =>
  onBehalfOf === undefined ? [by] : [by, onBehalfOf];

/** Nobody approves what is their own; whoever stands in for somebody counts as both. @throws Rejected SELF_APPROVAL {by} */
export function refuseSelfApproval({ id, onBehalfOf }: Issuer, authors: readonly string[]): void {
  const own = authors.find((author) => author === id || author === onBehalfOf);
  if (own !== undefined) throw new Rejected('SELF_APPROVAL', `${own} would approve what is their own`, { by: own });
}
