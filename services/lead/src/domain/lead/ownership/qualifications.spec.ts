import { CaptureLead } from '../capturing/capturing.commands.js';
import { HEARD, LINE_ID, SIBLINGS } from '../lead.fixtures.js';
import type { Siblings } from '../lead-siblings.js';
import { LeadWalk, MANAGER, OTHER_SALES } from '../lead.walk.js';
import { AssignLead, ClaimLead } from './ownership.commands.js';

type Member = NonNullable<Siblings['member']>;

const KEY = 500_000_000;
const member = (...kinds: Member['qualifications'][number]['kind'][]): Member => ({
  isActive: true,
  qualifications: kinds.map((kind) => ({ kind })),
});
const FULL = member('EXPERIENCE', 'EXPERTISE', 'ETHICS');
const sibling = (words: Partial<Siblings>): Siblings => ({ ...SIBLINGS, productLines: [], ...words });

/** What somebody is warned of who gives a lead of this size to this member. */
function warned(estimatedAmountFen: number | undefined, siblings: Siblings, on = '2025-03-07'): unknown {
  const walk = new LeadWalk().do(CaptureLead, { ...HEARD, estimatedAmountFen, siblings: SIBLINGS }).on(on);
  walk.do(AssignLead, { salespersonId: 'zhao-lei', siblings }, MANAGER);
  expect(walk.types).toEqual(['LeadAssigned']);
  return (walk.last[0]?.data as { warnings?: unknown }).warnings;
}
const lacks = (...missing: string[]) => [{ code: 'MEMBER_NOT_QUALIFIED', missing }];

describe('whoever gets a key project (L-07)', () => {
  it('is told of the key project from its limit on, and not below it', () => {
    const nobody = sibling({ member: undefined });
    expect(warned(KEY, nobody)).toEqual(lacks('ENROLMENT'));
    expect(warned(KEY - 1, nobody)).toBeUndefined();
    expect(warned(undefined, nobody)).toBeUndefined();
  });

  it('is enrolled, and has not left', () => {
    expect(warned(KEY, sibling({ member: FULL }))).toBeUndefined();
    expect(warned(KEY, sibling({ member: { ...FULL, isActive: false } }))).toEqual(lacks('ENROLMENT'));
  });

  it.each([
    [['EXPERTISE', 'ETHICS'], ['EXPERIENCE']],
    [['EXPERIENCE', 'ETHICS', 'TEAMWORK'], ['EXPERTISE']],
    [['COMMUNICATION'], ['EXPERIENCE', 'EXPERTISE', 'ETHICS']],
  ] as const)('with %j lacks %j', (has, missing) =>
    expect(warned(KEY, sibling({ member: member(...has) }))).toEqual(lacks(...missing)),
  );

  it('has what its product lines ask for, each said once', () => {
    const productLines = [
      { productLineId: LINE_ID, requiredQualifications: ['COORDINATION', 'EXPERTISE'] as const },
      { productLineId: 'other', requiredQualifications: ['COORDINATION'] as const },
    ];
    expect(warned(KEY, sibling({ member: FULL, productLines }))).toEqual(lacks('COORDINATION'));
    const able = member('EXPERIENCE', 'EXPERTISE', 'ETHICS', 'COORDINATION');
    expect(warned(KEY, sibling({ member: able, productLines }))).toBeUndefined();
  });

  it('has it on the day itself: a certificate counts on its last day and not behind it', () => {
    const qualifications = FULL.qualifications.map(({ kind }) =>
      kind === 'ETHICS' ? { kind, validUntil: '2025-03-10' } : { kind },
    );
    const siblings = sibling({ member: { isActive: true, qualifications } });
    expect(warned(KEY, siblings, '2025-03-10')).toBeUndefined();
    expect(warned(KEY, siblings, '2025-03-11')).toEqual(lacks('ETHICS'));
  });

  it('is told of it also by a claim, and has the lead all the same', () => {
    const walk = new LeadWalk().do(CaptureLead, { ...HEARD, estimatedAmountFen: KEY, siblings: SIBLINGS }, MANAGER);
    walk.do(ClaimLead, { siblings: sibling({ member: member('EXPERIENCE') }) }, OTHER_SALES);
    expect(walk.last[0]?.data).toMatchObject({ warnings: lacks('EXPERTISE', 'ETHICS') });
    expect(walk.state).toMatchObject({ ownership: 'OWNED', salespersonId: 'zhao-lei' });
  });
});
