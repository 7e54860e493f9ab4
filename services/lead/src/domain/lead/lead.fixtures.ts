import type { KnownParty, Siblings } from './lead-siblings.js';

export const LEAD_ID = '3f9a2c10-6d7e-5f90-91a2-c3d4e5f60718';
export const OTHER_LEAD_ID = '4f9a2c10-6d7e-5f90-91a2-c3d4e5f60719';
export const OWNER_ID = 'a1b2c3d4-0000-5000-8000-000000000001';
export const INSTITUTE_ID = 'a1b2c3d4-0000-5000-8000-000000000002';
export const PARTNER_ID = 'a1b2c3d4-0000-5000-8000-000000000003';
export const MAKER_ID = 'a1b2c3d4-0000-5000-8000-000000000004';
export const RIVAL_ID = 'a1b2c3d4-0000-5000-8000-000000000005';
export const CLOSED_PARTY_ID = 'a1b2c3d4-0000-5000-8000-000000000006';
export const CONTACT_ID = 'b1b2c3d4-0000-5000-8000-000000000001';
export const PERSON_REF = 'c1b2c3d4-0000-4000-8000-000000000001';
export const CHANNEL_ID = 'd1b2c3d4-0000-5000-8000-000000000001';
export const LINE_ID = 'e1b2c3d4-0000-5000-8000-000000000001';
export const CONTRACT_ID = 'f1b2c3d4-0000-5000-8000-000000000001';

const known = (partyId: string, name: string, state: 'ACTIVE' | 'INACTIVE' = 'ACTIVE'): KnownParty => ({
  partyId,
  state,
  name,
  roles: ['OWNER'],
  contactIds: [CONTACT_ID],
  contacts: [{ contactId: CONTACT_ID, personRef: PERSON_REF, post: '基建科科长' }],
});

/** Everything that the walks name. */
export const SIBLINGS: Siblings = {
  parties: [
    known(OWNER_ID, '临江市第二人民医院'),
    known(INSTITUTE_ID, '临江市建筑设计院'),
    known(PARTNER_ID, '临江咨询有限公司'),
    known(MAKER_ID, '临江制冷设备厂'),
    known(RIVAL_ID, '临江暖通工程有限公司'),
    known(CLOSED_PARTY_ID, '已注销的单位', 'INACTIVE'),
  ],
  channels: [{ channelId: CHANNEL_ID, state: 'ACTIVE' }],
  productLines: [{ productLineId: LINE_ID, requiredQualifications: ['COORDINATION'] }],
  member: {
    isActive: true,
    teamId: '9e107d9d-372b-5b68-8d6e-0a1b2c3d4e5f',
    qualifications: [
      { kind: 'EXPERIENCE' },
      { kind: 'EXPERTISE' },
      { kind: 'ETHICS', validUntil: '2025-12-31' },
      { kind: 'COORDINATION' },
    ],
  },
};

export const HEARD = {
  projectName: '临江市第二人民医院新院区',
  city: '临江市',
  source: 'DESIGN_INSTITUTE',
  estimatedAmountFen: 100_000_000,
} as const;

export const DESCRIPTION = {
  scale: '床位 800 张',
  fundingSource: '市财政',
  fundingStatus: 'SECURED',
  productLineIds: [LINE_ID],
} as const;

export const NEEDS = {
  equipment: [{ name: '冷水机组', qty: '4', uom: '台' }],
  technology: ['磁悬浮'],
  painPoints: ['能耗高'],
  expectations: ['节能 30%'],
};
