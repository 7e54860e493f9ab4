import {
  aggregate,
  refuseBefore,
  refuseFuture,
  type FoldOf,
  type Issued,
  type RulesOf,
} from '@engsales/event-sourcing/domain';
import { refuseUnlessIn } from '../referred.js';
import {
  ChangeMember,
  EnrolMember,
  LeaveMember,
  type MemberWords,
  type Qualification,
  type SalesMemberCommand,
} from './sales-member.commands.js';
import type { MemberEnrolled, SalesMemberEvent } from './sales-member.events.js';
import type { MemberState } from './sales-member.values.js';

interface NoMember {
  readonly state: 'NONE';
}

export interface EnrolledMember {
  readonly state: MemberState;
  readonly memberId: string;
  readonly staffId: string;
  readonly post: string;
  readonly teamId?: string;
  readonly qualifications: readonly Qualification[];
  readonly enrolledOn: string;
  /** The day since which all of this holds. */
  readonly since: string;
  /** The last day; of whoever is back, the last day before that. */
  readonly leftOn?: string;
}

export type SalesMember = NoMember | EnrolledMember;

const rules = {
  EnrolMember: {
    command: EnrolMember,
    in: ['NONE', 'LEFT'],
    otherwise: () => 'DUPLICATE_SALES_MEMBER',
    decide: enrolMember,
  },
  ChangeMember: { command: ChangeMember, in: ['ACTIVE'], decide: changeMember },
  LeaveMember: { command: LeaveMember, in: ['ACTIVE'], decide: leaveMember },
} satisfies RulesOf<EnrolMember, SalesMember, SalesMemberEvent> &
  RulesOf<ChangeMember | LeaveMember, EnrolledMember, SalesMemberEvent>;

const fold = {
  MemberEnrolled: (before, data) => ({
    state: data.state,
    memberId: data.memberId,
    staffId: data.staffId,
    post: data.post,
    teamId: data.teamId,
    qualifications: data.qualifications,
    enrolledOn: data.enrolledOn,
    since: data.enrolledOn,
    leftOn: before.state === 'NONE' ? undefined : before.leftOn,
  }),
  MemberChanged: (member, { state, post, teamId, qualifications, changedOn }) => ({
    ...member,
    state,
    post,
    teamId,
    qualifications,
    since: changedOn,
  }),
  MemberLeft: (member, { state, leftOn }) => ({ ...member, state, leftOn }),
} satisfies FoldOf<MemberEnrolled, SalesMember, EnrolledMember> &
  FoldOf<Exclude<SalesMemberEvent, MemberEnrolled>, EnrolledMember>;

/** One of the staff as a member of sales (销售人员): post, team and qualifications. */
export const salesMember = aggregate<SalesMember, SalesMemberCommand, SalesMemberEvent>({
  category: 'salesMember',
  id: 'memberId',
  initialState: { state: 'NONE' },
  rules,
  fold,
});

/** @throws Rejected NOT_FOUND, INVALID_TRANSITION of the team; DATE_IN_FUTURE, DATE_BEFORE_LEAVING */
function enrolMember({ data, issued }: EnrolMember, before: SalesMember): SalesMemberEvent[] {
  const { memberId, staffId, on = issued.today } = data;
  refuseOtherTeam(data);
  refuseFuture('on', on, issued.today);
  refuseBefore('LEAVING', 'on', on, before.state === 'NONE' ? undefined : before.leftOn);
  return [{ type: 'MemberEnrolled', data: { ...memberRecord({ memberId, staffId }, data, issued), enrolledOn: on } }];
}

/** @throws Rejected NOT_FOUND, INVALID_TRANSITION of the team */
function changeMember({ data, issued }: ChangeMember, member: EnrolledMember): SalesMemberEvent[] {
  if (data.teamId !== member.teamId) refuseOtherTeam(data);
  return [{ type: 'MemberChanged', data: { ...memberRecord(member, data, issued), changedOn: issued.today } }];
}

/** @throws Rejected DATE_IN_FUTURE, DATE_BEFORE_ENROLMENT */
function leaveMember({ data: { on, reason }, issued }: LeaveMember, member: EnrolledMember): SalesMemberEvent[] {
  const { memberId, staffId, teamId, since } = member;
  refuseFuture('on', on, issued.today);
  refuseBefore('ENROLMENT', 'on', on, since);
  return [
    {
      type: 'MemberLeft',
      data: { memberId, state: 'LEFT', staffId, teamId, reason, by: issued.by.id, leftOn: on },
    },
  ];
}

function refuseOtherTeam({ teamId, team }: MemberWords): void {
  if (teamId !== undefined) refuseUnlessIn('ACTIVE', 'sales team', teamId, team);
}

const memberRecord = (
  { memberId, staffId }: { readonly memberId: string; readonly staffId: string },
  { post, teamId, qualifications }: MemberWords,
  { by }: Issued,
) => ({
  memberId,
  state: 'ACTIVE' as const,
  staffId,
  post,
  teamId,
  qualifications: qualifications.map(({ kind, evidenceRef, validUntil }) => ({ kind, evidenceRef, validUntil })),
  by: by.id,
});
