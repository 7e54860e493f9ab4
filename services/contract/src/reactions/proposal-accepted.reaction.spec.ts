import { CommandExecutor, fold, MemoryEventStore } from '@engsales/event-sourcing';
import { issued } from '@engsales/event-sourcing/testing';
import { proposalAccepted, type ProposalAcceptedData } from '@engsales/events';
import { aMessage } from '@engsales/messaging/testing';
import sample from '../../../../libs/events/src/samples/tender.ProposalAccepted.v1.json';
import { TakeUpQuotationHandler } from '../commands/take-up-quotation.handler.js';
import { contract } from '../domain/contract/contract.js';
import { AbandonContract, DraftContract } from '../domain/contract/drafting/drafting.commands.js';
import { TakeUpQuotation } from '../domain/contract/quotation/quotation.commands.js';
import { contractIdOfLead } from '../domain/ids.js';
import { draftWhenProposalAccepted } from './proposal-accepted.reaction.js';

const accepted = sample as unknown as ProposalAcceptedData;
const LEAD_ID = sample.leadId;
const done = (changes: Partial<ProposalAcceptedData> = {}) =>
  draftWhenProposalAccepted.then(
    aMessage(proposalAccepted, { ...accepted, ...changes }, { subject: sample.proposalId, projectId: LEAD_ID }),
  );

describe('when a quotation is accepted', () => {
  it('the contract of its lead takes up lines, mode and warranty, with no payment schedule (C-130)', () => {
    const [command] = done();
    expect([command?.command, command?.target]).toEqual([TakeUpQuotation, sample.proposalId]);
    expect(JSON.parse(JSON.stringify(command?.data))).toEqual({
      contractId: contractIdOfLead(LEAD_ID, 1),
      leadId: LEAD_ID,
      projectId: LEAD_ID,
      quoted: {
        projectName: '门诊楼中央空调报价',
        source: { type: 'NEGOTIATION', id: LEAD_ID },
        customer: { partyId: 'party-1', name: '临江市第二人民医院' },
        salespersonId: 'li-na',
        operationMode: 'OWN_PRODUCTION',
        lines: sample.lines,
        paymentMilestones: [],
        warrantyTerms: { defectsLiabilityMonths: 24 },
      },
    });
  });

  it('without a title it is named by its number; without a lead there is no contract (C-130)', () => {
    expect(done({ title: undefined })[0]?.data).toMatchObject({ quoted: { projectName: '项目 BJ-20250307-8CADCF' } });
    expect([done({ leadId: undefined }), done({ kind: 'BUDGET' })]).toEqual([[], []]);
  });

  it('a contract that is further, or has ended, stays as it is (C-130)', () =>
    expect(draftWhenProposalAccepted.nothingToDo).toEqual(['INVALID_TRANSITION', 'CONTRACT_ENDED']));
});

describe('of several contracts of a lead (C-132)', () => {
  let executor: CommandExecutor;
  let sent = 0;
  beforeEach(() => (executor = new CommandExecutor(new MemoryEventStore())));

  const anId = () => {
    sent += 1;
    return `00000000-0000-4000-8000-${String(sent).padStart(12, '0')}`;
  };
  const by = (commandId = anId()) => issued({ commandId, by: { id: 'system:reaction', role: 'SYSTEM' } });
  const take = (commandId: string) => {
    const data = done()[0]?.data as TakeUpQuotation['data'];
    const Handler = TakeUpQuotationHandler as new (executor: CommandExecutor) => {
      execute(command: TakeUpQuotation): Promise<unknown>;
    };
    return new Handler(executor).execute(new TakeUpQuotation(data, by(commandId)));
  };
  const draft = (attemptNo: number) => {
    const document = {
      projectName: '医院',
      operationMode: 'OWN_PRODUCTION',
      lines: [],
      paymentMilestones: [],
    } as const;
    const contractId = contractIdOfLead(LEAD_ID, attemptNo);
    return executor.execute(contract, new DraftContract({ contractId, projectId: LEAD_ID, document }, by()));
  };
  const abandon = (attemptNo: number) =>
    executor.execute(
      contract,
      new AbandonContract({ contractId: contractIdOfLead(LEAD_ID, attemptNo), reason: '客户放弃' }, by()),
    );
  const draftNoOf = async (attemptNo: number) => {
    const stream = `contract-${contractIdOfLead(LEAD_ID, attemptNo)}`;
    const state = fold(contract, await executor.store.readStream(stream));
    return state.state === 'NONE' ? 0 : state.draftNo;
  };

  it('the newest takes the quotation up', async () => {
    await draft(1);
    await abandon(1);
    await draft(2);
    await take(anId());
    expect([await draftNoOf(1), await draftNoOf(2)]).toEqual([1, 2]);
  });

  it('the first is begun where there is none', async () => {
    await take(anId());
    expect([await draftNoOf(1), await draftNoOf(2)]).toEqual([1, 0]);
  });

  it('heard again it changes no later one', async () => {
    const first = anId();
    await take(first);
    await abandon(1);
    await draft(2);
    await take(first);
    expect([await draftNoOf(1), await draftNoOf(2)]).toEqual([1, 1]);
  });
});
