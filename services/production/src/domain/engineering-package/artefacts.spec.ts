import {
  ConfirmArtefact,
  RecordCustomerApproval,
  ReleasePackage,
  RequestPackage,
  SubmitArtefact,
  SubmitBom,
} from './engineering-package.commands.js';
import { aRequest, COPPER, ORDER_2 } from './engineering-package.fixtures.js';
import { requestedWalk } from './engineering-package.walk.js';

describe('the BOM of what is made', () => {
  const EMPTY = { code: 'BOM_EMPTY', artefact: 'BOM' };

  it('is not confirmed without lines, and that of bought goods is (P-122)', () => {
    const walk = requestedWalk().do(SubmitBom, { lines: [], rev: 'A' });
    expect(walk.refused(ConfirmArtefact, { type: 'BOM' })).toEqual(EMPTY);
    walk.do(SubmitBom, { lines: [COPPER], rev: 'B' });
    expect(walk.do(ConfirmArtefact, { type: 'BOM' }).types).toEqual(['ArtefactConfirmed']);
    const bought = requestedWalk({ kind: 'PROCURE' }).do(SubmitBom, { lines: [], rev: 'A' });
    expect(bought.do(ConfirmArtefact, { type: 'BOM' }).types).toEqual(['ArtefactConfirmed']);
  });
  it('has the lines of its newest version: a document alone has none (P-122)', () => {
    const walk = requestedWalk().do(SubmitBom, { lines: [COPPER], rev: 'A' });
    walk.do(SubmitArtefact, { type: 'BOM', docRef: 'doc-2', rev: 'B' });
    expect(walk.refused(ConfirmArtefact, { type: 'BOM' })).toEqual(EMPTY);
    expect(walk.state).toMatchObject({ bomLines: [] });
  });
  it('becomes missing when an order that is made joins bought goods without one (P-122)', () => {
    const walk = requestedWalk({ kind: 'PROCURE' }).do(SubmitBom, { lines: [], rev: 'A' });
    walk.do(ConfirmArtefact, { type: 'BOM' }).do(RequestPackage, { ...aRequest, productionOrderId: ORDER_2 });
    expect(walk.refused(ReleasePackage, {})).toMatchObject({ missing: expect.arrayContaining(['BOM']) });
  });
});

describe('the approval of the customer', () => {
  const approve = (on: string) => ({ type: 'DRAWING', docRef: '会签-1', on }) as const;

  it('lies between the submission of the version and today (P-123)', () => {
    const walk = requestedWalk().submit('DRAWING', { customerApprovalRequired: true }).on('2025-03-12');
    expect(walk.refused(RecordCustomerApproval, approve('2025-03-13'))).toEqual({
      code: 'DATE_IN_FUTURE',
      on: '2025-03-13',
      today: '2025-03-12',
    });
    expect(walk.refused(RecordCustomerApproval, approve('2025-03-09'))).toEqual({
      code: 'DATE_BEFORE_SUBMISSION',
      field: 'on',
      on: '2025-03-09',
      earliest: '2025-03-10',
    });
    for (const on of ['2025-03-10', '2025-03-12']) {
      expect(walk.do(RecordCustomerApproval, approve(on)).types).toEqual(['CustomerApprovalRecorded']);
    }
    walk.submit('DRAWING', { rev: 'B' });
    expect(walk.refused(RecordCustomerApproval, approve('2025-03-11'))).toMatchObject({ earliest: '2025-03-12' });
  });
});
