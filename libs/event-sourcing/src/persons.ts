import { Rejected, type Actor, type Command, type Issuer } from './decider.js';

/** A role that acts on its own objects only, and whose this object is. */
export interface Owner {
  readonly role: string;
  /** The field that names the owner; the refusal says it. */
  readonly field: string;
  /** Nobody, where there is no owner yet. */
  readonly ids: readonly string[];
  /** Roles in whose company the role is not bound. */
  readonly freedBy?: readonly string[];
}

/** Roles that are not bound may do it in any case; of several bound ones one is enough. @throws Rejected ROLE_NOT_ALLOWED */
export function refuseStrangerTo(by: Issuer, owners: readonly Owner[]): void {
  const binding = owners.find(({ role }) => role === by.role);
  if (!binding) return;
  const roles = by.roles ?? [by.role];
  const isOwn = owners.some(({ role, ids }) => roles.includes(role) && ids.some((id) => isPerson(by, id)));
  if (isOwn || binding.freedBy?.some((role) => roles.includes(role))) return;
  const { field, ids } = binding;
  const details = { [field]: ids.length > 1 ? ids : (ids[0] ?? null) };
  throw new Rejected('ROLE_NOT_ALLOWED', `a ${by.role} acts on what is their own`, details);
}

/** Something that somebody has done, and that the one who does the next thing must not have done. */
export interface EarlierDuty {
  readonly command: string;
  readonly by: string;
}

/** Command -> what was done before it by somebody who must be another one (不相容职务). */
export type Duties<C extends Command> = {
  readonly [Type in C['type']]?: (
    command: Extract<C, { readonly type: Type }>,
    state: never,
  ) => EarlierDuty | undefined;
};

/** @throws Rejected SEPARATION_OF_DUTIES */
export function refuseSamePerson({ type, issued: { by } }: Command, earlier: EarlierDuty | undefined): void {
  if (!earlier || !isPerson(by, earlier.by)) return;
  const details = { command: type, by: by.id, earlier: earlier.command };
  throw new Rejected('SEPARATION_OF_DUTIES', `whoever did ${earlier.command} does not do ${type}`, details);
}

/** Whoever stands in for somebody counts as both. */
const isPerson = ({ id, onBehalfOf }: Actor, person: string) => id === person || onBehalfOf === person;
