import type { ContactWords, PartyWords } from './party.commands.js';

export const PARTY_ID = 'b1f0a4c2-1d3e-5f60-8a9b-0c1d2e3f4a01';
export const PERSON_REF = 'c2f0a4c2-1d3e-5f60-8a9b-0c1d2e3f4a02';
export const OTHER_REF = 'c2f0a4c2-1d3e-5f60-8a9b-0c1d2e3f4a03';
export const USCC = '91350100M000100Y43';

export const aHospital: PartyWords = {
  kind: 'ORGANISATION',
  name: '临江市第二人民医院',
  uscc: USCC,
  roles: ['OWNER', 'USER'],
  customerSegment: 'ENTERPRISE_INSTITUTION',
  city: '临江市',
  industry: '医疗',
};

/** A relationship partner who acts for nobody else. */
export const aPerson: PartyWords = { kind: 'INDIVIDUAL', personRef: PERSON_REF, roles: ['PARTNER'] };

export const aContact: ContactWords = { personRef: PERSON_REF, post: '基建科科长', department: '基建科' };
