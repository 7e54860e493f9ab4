import { refuseBefore, refuseFuture, Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { AcceptSample, InstallSample, RejectSample, type TrialCommand } from './sample-project.commands.js';
import type { SampleProjectEvent, TrialEvent } from './sample-project.events.js';
import type { ExistingSample } from './sample-project.state.js';
import { sampleRecord } from './sample-record.js';

/** The sample stands at the customer's, who takes it or does not. */
export const trialRules = {
  InstallSample: { command: InstallSample, in: ['APPROVED'], decide: installSample },
  AcceptSample: { command: AcceptSample, in: ['INSTALLED'], decide: acceptSample },
  RejectSample: { command: RejectSample, in: ['INSTALLED'], decide: rejectSample },
} satisfies RulesOf<TrialCommand, ExistingSample, SampleProjectEvent>;

export const trialFold = {
  SampleInstalled: (sample, { state, installedOn }) => ({ ...sample, state, installedOn }),
  SampleAccepted: (sample, { state, acceptedOn, docRef, paymentDueOn }) => ({
    ...sample,
    state,
    acceptedOn,
    acceptanceRef: docRef,
    paymentDueOn,
  }),
  SampleRejected: (sample, { state, reason }) => ({ ...sample, state, reason }),
} satisfies FoldOf<TrialEvent, ExistingSample>;

/** @throws Rejected DATE_IN_FUTURE */
function installSample({ data, issued }: InstallSample, sample: ExistingSample): SampleProjectEvent[] {
  const { on, lead } = data;
  refuseFuture('on', on, issued.today);
  const record = sampleRecord(sample, 'INSTALLED', issued, lead);
  return [{ type: 'SampleInstalled', data: { ...record, installedOn: on } }];
}

/** Without a price it is the end. @throws Rejected DATE_IN_FUTURE, DATE_BEFORE_INSTALLATION, PAYMENT_DATE_REQUIRED */
function acceptSample({ data, issued }: AcceptSample, sample: ExistingSample): SampleProjectEvent[] {
  const { on, docRef, lead } = data;
  refuseFuture('on', on, issued.today);
  refuseBefore('INSTALLATION', 'on', on, sample.installedOn);
  const hasPrice = sample.priceFen > 0;
  if (hasPrice && data.paymentDueOn === undefined) {
    throw new Rejected('PAYMENT_DATE_REQUIRED', 'the sample has a price and no day of payment', {
      priceFen: sample.priceFen,
    });
  }
  const paymentDueOn = hasPrice ? data.paymentDueOn : undefined;
  const record = sampleRecord(sample, 'ACCEPTED', issued, lead);
  return [{ type: 'SampleAccepted', data: { ...record, acceptedOn: on, docRef, paymentDueOn } }];
}

/** @throws Rejected DATE_IN_FUTURE, DATE_BEFORE_INSTALLATION */
function rejectSample({ data, issued }: RejectSample, sample: ExistingSample): SampleProjectEvent[] {
  const { reason, on, lead } = data;
  refuseFuture('on', on, issued.today);
  refuseBefore('INSTALLATION', 'on', on, sample.installedOn);
  const record = sampleRecord(sample, 'REJECTED', issued, lead);
  return [{ type: 'SampleRejected', data: { ...record, reason, rejectedOn: on } }];
}
