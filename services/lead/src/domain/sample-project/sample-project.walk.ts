import { Walk } from '@engsales/event-sourcing/testing';
import {
  AcceptSample,
  ApproveSample,
  CancelSample,
  InstallSample,
  MarkSamplePaymentOverdue,
  ProposeSample,
  RecordSamplePayment,
  RefuseSample,
  RejectSample,
  type SampleProjectCommand,
} from './sample-project.commands.js';
import type { SampleProjectEvent } from './sample-project.events.js';
import { aLead, aProposal, CASHIER, MANAGER, SAMPLE_ID } from './sample-project.fixtures.js';
import { sampleProject } from './sample-project.js';
import type { ExistingSample, SampleProject } from './sample-project.state.js';

/** A sample project that is led through commands. */
export class SampleWalk extends Walk<SampleProject, SampleProjectCommand, SampleProjectEvent, 'sampleProjectId'> {
  constructor() {
    super(sampleProject, { sampleProjectId: SAMPLE_ID }, { id: 'li-na', role: 'SALES' });
  }

  get now(): ExistingSample {
    if (this.state.state === 'NONE') throw new Error('there is no sample');
    return this.state;
  }

  pay(amountFen: number, bankRef: string): this {
    return this.do(RecordSamplePayment, { amountFen, bankRef, on: this.today }, CASHIER);
  }
}

export const proposedWalk = (changes: Partial<typeof aProposal> = {}): SampleWalk =>
  new SampleWalk().do(ProposeSample, { ...aProposal, ...changes });
export const approvedWalk = (changes: Partial<typeof aProposal> = {}): SampleWalk =>
  proposedWalk(changes).do(ApproveSample, {}, MANAGER);
export const installedWalk = (changes: Partial<typeof aProposal> = {}): SampleWalk =>
  approvedWalk(changes).on('2025-03-17').do(InstallSample, { on: '2025-03-17', lead: aLead });
export const acceptedWalk = (): SampleWalk =>
  installedWalk()
    .on('2025-03-24')
    .do(AcceptSample, { on: '2025-03-24', docRef: 'YS-1', paymentDueOn: '2025-04-06', lead: aLead });
export const rejectedWalk = (): SampleWalk =>
  installedWalk().on('2025-03-24').do(RejectSample, { reason: '噪声偏大', on: '2025-03-24', lead: aLead });
export const refusedWalk = (): SampleWalk => proposedWalk().do(RefuseSample, { reason: '无预算' }, MANAGER);
export const cancelledWalk = (): SampleWalk => approvedWalk().do(CancelSample, { reason: '客户退出', lead: aLead });
export const paidWalk = (): SampleWalk => acceptedWalk().pay(2_000_000, 'B-1');

/** Lives of samples that together record every type of event; their streams are frozen in `history/`. */
export const sampleLives: Readonly<Record<string, () => SampleWalk>> = {
  'paid-late-in-parts': () =>
    acceptedWalk()
      .on('2025-04-07')
      .do(MarkSamplePaymentOverdue, { paymentDueOn: '2025-04-06' })
      .pay(500_000, 'B-1')
      .pay(1_500_000, 'B-2'),
  rejected: rejectedWalk,
  refused: refusedWalk,
  cancelled: cancelledWalk,
};
