import { CONTRACT_ID } from '../contract.fixtures.js';
import { executedWalk } from '../contract.walk.js';
import { RecordAcceptance, RecordInstallation, RevokeAcceptance, RevokeInstallation } from './execution.commands.js';
import { progressOf } from './execution.state.js';

const lineIds = ['L1', 'L2', 'L3'];
const installed = () => executedWalk().do(RecordInstallation, { lineIds, on: '2025-03-10', ref: 's' });
const certificate = { acceptanceId: 'a', certNo: 'YS', on: '2025-03-10', result: 'PASSED' } as const;
const accepted = () => executedWalk().do(RecordAcceptance, { ...certificate, lineIds: ['L1'] });

describe('an installation or acceptance that was reported by mistake', () => {
  it('of an installation is taken back, and its payment is not due any more (C-97)', () => {
    const walk = installed().do(RevokeInstallation, { lineIds: ['L2'], reason: '工地填错' });
    walk.recorded(
      {
        type: 'InstallationRevoked',
        data: {
          contractId: CONTRACT_ID,
          lineIds: ['L2'],
          reason: '工地填错',
          revokedBy: 'sun-li',
          revokedOn: '2025-03-10',
        },
      },
      {
        type: 'PaymentMilestoneDueWithdrawn',
        data: {
          contractId: CONTRACT_ID,
          milestoneId: 'M3',
          kind: 'INSTALLATION',
          amountFen: 140_000_000,
          paidFen: 0,
          gate: 'NONE',
          payment: 'DUE',
          status: 'PLANNED',
          dueOn: '2025-03-17',
          reason: 'FactCorrected: 工地填错',
          withdrawnBy: 'sun-li',
          withdrawnOn: '2025-03-10',
          contractOutstandingFen: 700_000_000,
        },
      },
    );
    expect(walk.milestone('M3')?.status).toBe('PLANNED');
    expect(progressOf(walk.now.progress, 'L2').installedOn).toBeUndefined();
    expect(walk.do(RecordInstallation, { lineIds: ['L2'], on: '2025-03-10', ref: 't' }).types).toEqual([
      'InstallationRecorded',
      'PaymentMilestoneDue',
    ]);
  });
  it('of an acceptance is taken back, with the axis (C-97)', () => {
    const walk = accepted().do(RevokeAcceptance, { lineIds: ['L1'], reason: '单据错误' });
    walk.recorded({
      type: 'AcceptanceRevoked',
      data: {
        contractId: CONTRACT_ID,
        lineIds: ['L1'],
        reason: '单据错误',
        revokedBy: 'sun-li',
        revokedOn: '2025-03-10',
        acceptance: 'NONE',
      },
    });
    expect(walk.now.acceptance).toBe('NONE');
  });
  it('is refused where nothing was reported, and for lines that are not there (C-97)', () => {
    const refused = { code: 'INVALID_TRANSITION', lineIds: ['L2'] };
    expect(accepted().refused(RevokeAcceptance, { lineIds: ['L1', 'L2'], reason: 'x' })).toEqual(refused);
    expect(accepted().refused(RevokeInstallation, { lineIds: ['L2'], reason: 'x' })).toEqual(refused);
    expect(accepted().refused(RevokeAcceptance, { lineIds: ['L9'], reason: 'x' }).code).toBe('LINE_UNKNOWN');
  });
});
