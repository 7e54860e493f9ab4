import { aDocument, DOCUMENT } from './contract.fixtures.js';
import { approvedWalk, draftedWalk, SIGNATURE } from './contract.walk.js';
import { documentFromRecord } from './drafting/document-records.js';
import { DraftContract } from './drafting/drafting.commands.js';
import { SignContract } from './signing/signing.commands.js';
import { ContractWalk } from './contract.walk.js';
import { warningsOf } from './warnings.js';

const milestones = (retentionFen: number) => {
  const [m1, m2, m3, m4, m5] = aDocument().paymentMilestones as never as [object, object, object, object, object];
  return [m1, m2, m3, { ...m4, amountFen: 140_000_000 - retentionFen }, { ...m5, amountFen: retentionFen }] as never;
};

describe('a contract warns (C-86)', () => {
  it('of nothing where all is usual', () => {
    expect(warningsOf(documentFromRecord(DOCUMENT), '2025-03-10')).toEqual([]);
    expect(draftedWalk().last[0]?.data).not.toHaveProperty('warnings');
  });
  it('of a retention over 3 %, to the fen', () => {
    expect(draftedWalk({ paymentMilestones: milestones(21_000_000) }).last[0]?.data).not.toHaveProperty('warnings');
    expect(draftedWalk({ paymentMilestones: milestones(21_000_001) }).last[0]?.data).toMatchObject({
      warnings: [{ code: 'RETENTION_OVER_3_PERCENT', retentionFen: 21_000_001, limitFen: 21_000_000 }],
    });
  });
  it('of dates that are promised before the signature, and signs all the same', () => {
    const lines = aDocument().lines.map((line, i) => (i === 1 ? { ...line, committedDate: '2025-03-09' } : line));
    const walk = approvedWalk({ lines }).do(SignContract, SIGNATURE);
    expect(walk.last[0]?.data).toMatchObject({
      warnings: [{ code: 'COMMITTED_DATE_BEFORE_SIGNING', lineIds: ['L2'], signedOn: '2025-03-10' }],
    });
  });
  it('of a draft as of its day', () => {
    const walk = new ContractWalk().on('2025-09-02');
    walk.do(DraftContract, { projectId: 'p', document: aDocument() });
    expect(walk.last[0]?.data).toMatchObject({ warnings: [{ lineIds: ['L1', 'L3'], signedOn: '2025-09-02' }] });
  });
});
