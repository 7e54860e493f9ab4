import { CommandTo } from '@engsales/event-sourcing/domain';
import type { Referred } from '../referred.js';
import type { QualificationKind } from './sales-member.values.js';

export interface Qualification {
  readonly kind: QualificationKind;
  readonly evidenceRef?: string;
  /** Its last day; for ever when absent. */
  readonly validUntil?: string;
}

export interface MemberWords {
  readonly post: string;
  readonly teamId?: string;
  /** The team as the handler has read it. */
  readonly team?: Referred;
  readonly qualifications: readonly Qualification[];
}

/** One of the staff becomes a member of sales (销售人员), or comes back. */
export class EnrolMember extends CommandTo<
  'memberId',
  MemberWords & {
    readonly staffId: string;
    /** First day; today when absent. */
    readonly on?: string;
  }
> {
  readonly type = 'EnrolMember';
}

export class ChangeMember extends CommandTo<'memberId', MemberWords> {
  readonly type = 'ChangeMember';
}

/** `on` is the last day in sales. */
export class LeaveMember extends CommandTo<'memberId', { readonly on: string; readonly reason: string }> {
  readonly type = 'LeaveMember';
}

export type SalesMemberCommand = EnrolMember | ChangeMember | LeaveMember;
