import { Walk } from '@engsales/event-sourcing/testing';
import { salesMemberId } from '../ids.js';
import { TEAM_ID } from '../sales-team/sales-team.walk.js';
import {
  ChangeMember,
  EnrolMember,
  LeaveMember,
  type MemberWords,
  type SalesMemberCommand,
} from './sales-member.commands.js';
import type { SalesMemberEvent } from './sales-member.events.js';
import { salesMember, type SalesMember } from './sales-member.js';

export const LI_NA = salesMemberId('li-na');

export const AN_ENGINEER: MemberWords = {
  post: '销售工程师',
  teamId: TEAM_ID,
  team: { state: 'ACTIVE' },
  qualifications: [{ kind: 'EXPERIENCE' }, { kind: 'ETHICS', evidenceRef: 'CERT-7', validUntil: '2026-12-31' }],
};

/** A member of sales who is led through commands. */
export class MemberWalk extends Walk<SalesMember, SalesMemberCommand, SalesMemberEvent, 'memberId'> {
  constructor() {
    super(salesMember, { memberId: LI_NA }, { id: 'wang-fang', role: 'SALES_MANAGER' });
  }
}

export const enrolledWalk = (): MemberWalk => new MemberWalk().do(EnrolMember, { ...AN_ENGINEER, staffId: 'li-na' });
export const leftWalk = (): MemberWalk => enrolledWalk().do(LeaveMember, { on: '2025-03-10', reason: '调岗' });

/** Lives of members that together record every type of event; their streams are frozen in `history/`. */
export const memberLives: Readonly<Record<string, () => MemberWalk>> = {
  'back-again': () =>
    enrolledWalk()
      .do(ChangeMember, { post: '高级销售工程师', qualifications: [] })
      .do(LeaveMember, { on: '2025-03-10', reason: '调岗' })
      .on('2025-04-01')
      .do(EnrolMember, { ...AN_ENGINEER, staffId: 'li-na' }),
};
