import path from 'node:path';
import { holdLife } from '@engsales/event-sourcing/testing';
import { ApproveContract, ReviseContract, SubmitForApproval } from '../drafting/drafting.commands.js';
import { contract } from '../contract.js';
import { aDocument, CONTRACT_ID } from '../contract.fixtures.js';
import { possible } from '../contract.possible.fixtures.js';
import { approvedWalk, draftedWalk, signedWalk } from '../contract.walk.js';
import type { DraftLine } from '../drafting/drafting.commands.js';
import type { AwardedLine } from '../drafting/drafting.state.js';
import { NoteAwardRevoked } from './award.commands.js';

const TENDER_ID = '2c8d2f61-33a4-5c9f-9e54-1b4c6e7f8a91';
const LEADER = { id: 'chen-gang', role: 'COMPANY_LEADER' };
const awardedLines: AwardedLine[] = aDocument().lines.map(({ lineId, itemCode, qty, unitPrice, committedDate }) => ({
  lineId,
  itemCode,
  qty,
  unitPrice,
  committedDate,
}));
const SOURCE = { type: 'TENDER', id: TENDER_ID } as const;
const award = { source: SOURCE, awardedFen: 700_000_000, awardedLines };
const awarded = () => draftedWalk(award);
/** The document of the fixture with some lines changed or left out. */
const WHOLE = { id: 'M1', kind: 'ADVANCE', bps: 10_000, trigger: 'SIGNED', netDays: 7, gate: 'NONE' } as const;
const changed = (change: (line: DraftLine) => DraftLine | undefined, more: DraftLine[] = []) => ({
  document: {
    ...aDocument(),
    paymentMilestones: [WHOLE],
    lines: [
      ...aDocument()
        .lines.map(change)
        .filter((line) => line !== undefined),
      ...more,
    ],
  },
});
const line = (lineId: string) => aDocument().lines.find((one) => one.lineId === lineId) as DraftLine;

/** What a revision of the awarded draft is refused with when it is submitted. */
const submitted = (document: object) =>
  awarded()
    .do(ReviseContract, document as { document: ReturnType<typeof aDocument> })
    .refused(SubmitForApproval, {});

describe('a contract that comes from an award', () => {
  it('is submitted as it was awarded (C-21)', () =>
    expect(awarded().do(SubmitForApproval, {}).types).toEqual(['ContractSubmittedForApproval']));

  it('is compared line by line, also where its total is the same (C-21)', () =>
    expect(
      submitted(
        changed((one) => {
          if (one.lineId === 'L1') return { ...one, qty: '1' };
          return one.lineId === 'L4' ? { ...one, unitPrice: '2702400.00' } : one;
        }),
      ),
    ).toEqual({
      code: 'CONTRACT_DEVIATES_FROM_AWARD',
      awardedFen: 700_000_000,
      totalFen: 700_000_000,
      deviations: [
        { what: 'QTY', lineId: 'L1', awarded: '2', contract: '1' },
        { what: 'UNIT_PRICE', lineId: 'L4', awarded: '842400.00', contract: '2702400.00' },
      ],
    }));

  it('says each other thing that was awarded otherwise (C-21)', () => {
    const extra = { ...line('L4'), lineId: 'L5', itemCode: 'EXTRA', unitPrice: '0.00' };
    const refusal = submitted(
      changed(
        (one) => {
          if (one.lineId === 'L2') return { ...one, itemCode: 'OTHER', committedDate: '2025-10-01' };
          return one.lineId === 'L3' ? undefined : { ...one, qty: `${one.qty}.0` };
        },
        [extra],
      ),
    );
    expect(refusal.deviations).toEqual([
      { what: 'AMOUNT', awarded: '700000000', contract: '620640000' },
      { what: 'ITEM', lineId: 'L2', awarded: 'ITEM-L2', contract: 'OTHER' },
      { what: 'COMMITTED_DATE', lineId: 'L2', awarded: '2025-09-15', contract: '2025-10-01' },
      { what: 'LINE_MISSING', lineId: 'L3', awarded: 'ITEM-L3' },
      { what: 'LINE_ADDED', lineId: 'L5', contract: 'EXTRA' },
    ]);
  });

  it('keeps its award whatever a revision says of it (C-127)', () => {
    const walk = awarded().do(ReviseContract, {
      document: aDocument({ source: { type: 'NEGOTIATION', id: 'other' }, awardedFen: 1, awardedLines: [] }),
    });
    expect(walk.state).toMatchObject({ document: { source: SOURCE, awardedFen: 700_000_000, awardedLines } });
  });

  it('is approved with what deviates, where an exception is named (C-128)', () => {
    const { document } = changed((one) => (one.lineId === 'L1' ? { ...one, committedDate: '2025-09-30' } : one));
    const walk = awarded()
      .do(ReviseContract, { document: { ...document, awardExceptionRef: 'QY-7' } })
      .do(SubmitForApproval, {})
      .do(ApproveContract, {}, LEADER);
    expect(walk.last[0]?.data).toMatchObject({
      deviations: [{ what: 'COMMITTED_DATE', lineId: 'L1', awarded: '2025-09-01', contract: '2025-09-30' }],
    });
    expect(approvedWalk(award).past.at(-1)?.data).not.toHaveProperty('deviations');
  });
});

describe('an award that is gone', () => {
  const gone = { tenderId: TENDER_ID, reason: '投诉成立' };

  it('ends a draft, also one that is approved (C-129)', () => {
    approvedWalk(award)
      .do(NoteAwardRevoked, gone, { id: 'system:tender', role: 'SYSTEM' })
      .recorded({
        type: 'ContractAbandoned',
        data: {
          contractId: CONTRACT_ID,
          state: 'ABANDONED',
          reason: '投诉成立',
          source: SOURCE,
          abandonedBy: 'system:tender',
          abandonedOn: '2025-03-10',
        },
      });
    expect(awarded().do(NoteAwardRevoked, gone).types).toEqual(['ContractAbandoned']);
  });

  it('is a matter for a person once the contract is signed (C-129)', () =>
    signedWalk(award)
      .do(NoteAwardRevoked, gone)
      .recorded({
        type: 'AwardRevokedNoted',
        data: {
          contractId: CONTRACT_ID,
          state: 'SIGNED',
          tenderId: TENDER_ID,
          reason: '投诉成立',
          notedOn: '2025-03-10',
        },
      }));

  possible(NoteAwardRevoked, gone, [
    'DRAFT',
    'NEGOTIATING',
    'PENDING_APPROVAL',
    'APPROVED',
    'SIGNED',
    'IN_EXECUTION',
    'SUSPENDED',
    'COMPLETED',
  ]);

  holdLife(contract, path.join(__dirname, '../history'), 'award-revoked', () =>
    signedWalk(award).do(NoteAwardRevoked, gone),
  );
});
