import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { QualificationKind } from './sales-member.values.js';

export interface QualificationRecord {
  readonly kind: QualificationKind;
  readonly evidenceRef?: string;
  readonly validUntil?: string;
}

/** All that is known of a member. */
interface MemberRecord {
  readonly memberId: string;
  readonly state: 'ACTIVE';
  readonly staffId: string;
  readonly post: string;
  readonly teamId?: string;
  readonly qualifications: readonly QualificationRecord[];
  readonly by: string;
}

/** `enrolledOn` is the first day in sales. */
export type MemberEnrolled = DomainEvent<'MemberEnrolled', MemberRecord & { readonly enrolledOn: string }>;
/** The member is of this team from `changedOn` on. */
export type MemberChanged = DomainEvent<'MemberChanged', MemberRecord & { readonly changedOn: string }>;
/** `leftOn` is the last day in sales. */
export type MemberLeft = DomainEvent<
  'MemberLeft',
  {
    readonly memberId: string;
    readonly state: 'LEFT';
    readonly staffId: string;
    readonly teamId?: string;
    readonly reason: string;
    readonly by: string;
    readonly leftOn: string;
  }
>;

export type SalesMemberEvent = MemberEnrolled | MemberChanged | MemberLeft;
