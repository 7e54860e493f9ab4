import { Walk } from '@engsales/event-sourcing/testing';
import {
  ApproveBid,
  RejectBid,
  ReviewBid,
  SealBid,
  SubmitBidForReview,
  UnsealBid,
} from './approving/approving.commands.js';
import {
  DeclineAward,
  MarkContracted,
  MarkSigningOverdue,
  NoteContractEnd,
  RecordAward,
  RevokeAward,
} from './awarding/awarding.commands.js';
import { LogCompetitorMove, PlanCompetition, UpdateKeyPerson } from './competing/competing.commands.js';
import {
  DecideGoNoGo,
  DecideNoBid,
  EngageCommerce,
  MeetGoCondition,
  RequestNoBid,
  WaiveGoCondition,
} from './deciding/deciding.commands.js';
import { CancelTender, NoteWinnerSigned, RecordLoss } from './ending/ending.commands.js';
import {
  AnswerClarification,
  CloseObjection,
  ExtendBidValidity,
  RecordCandidates,
  RecordObjection,
  RecordOpening,
} from './opening/opening.commands.js';
import {
  PrepareBidVolume,
  PriceBid,
  SetBidChecklist,
  TickBidItem,
  UntickBidItem,
} from './preparing/preparing.commands.js';
import {
  AmendTender,
  AskClarification,
  MarkDeadlinePassed,
  ObtainTenderDocuments,
  PublishTender,
  RecordClarificationReply,
  RemindDeadline,
} from './publishing/publishing.commands.js';
import {
  CorrectTender,
  LogSpecInfluence,
  ObtainDraftTender,
  ReassignTender,
  RegisterTender,
} from './registering/registering.commands.js';
import { SubmitBid, WithdrawBid } from './submitting/submitting.commands.js';
import { tender } from './tender.js';
import type { TenderCommand } from './tender.commands.js';
import type { TenderEvent } from './tender.events.js';
import {
  ANNOUNCEMENT,
  AWARD,
  CANCELLATION,
  COMMERCE,
  FACTS as facts,
  LEADER,
  LINE,
  LOSS,
  MANAGER,
  OPENING,
  PERSON,
  REGISTRATION,
  REVIEWER,
  SALES,
  SYSTEM,
  TENDER_ID,
} from './tender.fixtures.js';
import { exists, type ExistingTender, type Tender } from './tender.state.js';
import { BID_VOLUMES } from './tender.values.js';

/** A tender that is led through commands, from Monday 2025-01-06 on. */
export class TenderWalk extends Walk<Tender, TenderCommand, TenderEvent, 'tenderId'> {
  constructor() {
    super(tender, { tenderId: TENDER_ID }, SALES);
    this.on('2025-01-06');
  }

  get now(): ExistingTender {
    if (!exists(this.state)) throw new Error('there is no tender');
    return this.state;
  }

  go(conditions: readonly { readonly id: string; readonly text: string }[] = []): this {
    return this.do(DecideGoNoGo, { go: true, reason: '有把握', winProbabilityBps: 6_000, conditions }, MANAGER);
  }

  /** Volumes, required documents and price. */
  write(): this {
    for (const volume of BID_VOLUMES) this.do(PrepareBidVolume, { volume, contentRef: `DOC-${volume}` });
    for (const { id } of this.now.bid.checklist.filter(({ required }) => required)) {
      this.do(TickBidItem, { id, docRef: 'DOC-1' });
    }
    return this.do(PriceBid, { lines: [LINE], costFen: 616_000_000 });
  }

  approve(): this {
    return this.do(SubmitBidForReview, {})
      .do(ReviewBid, { passed: true, opinion: '齐全' }, REVIEWER)
      .do(ApproveBid, {}, MANAGER);
  }
}

export const registeredWalk = () => new TenderWalk().do(RegisterTender, REGISTRATION, SYSTEM);
export const publishedWalk = (changes: Partial<typeof ANNOUNCEMENT> = {}) =>
  registeredWalk().do(PublishTender, { ...ANNOUNCEMENT, ...changes });
export const preparingWalk = (changes: Partial<typeof ANNOUNCEMENT> = {}) =>
  publishedWalk(changes).do(EngageCommerce, { commerceOwnerId: 'sun-li' }, COMMERCE).go();
export const sealedWalk = (changes: Partial<typeof ANNOUNCEMENT> = {}) =>
  preparingWalk(changes).write().approve().do(SealBid, { originals: 1, copies: 4 }, COMMERCE);
export const submittedWalk = () => sealedWalk().do(SubmitBid, { receiptRef: 'HZ-1', facts });
export const openedWalk = () => submittedWalk().on('2025-01-27').do(RecordOpening, OPENING);
export const awardedWalk = () => openedWalk().on('2025-02-20').do(RecordAward, AWARD, COMMERCE);
export const lostWalk = () =>
  openedWalk()
    .on('2025-02-20')
    .do(RecordLoss, { ...LOSS, reasons: ['PRICE'] });
export const contractedWalk = () =>
  awardedWalk()
    .on('2025-03-10')
    .do(
      MarkContracted,
      { contractId: PERSON, contractNo: 'HT-1', signedOn: '2025-03-10', totalFen: 700_000_000 },
      SYSTEM,
    );

/** Lives of tenders; their streams are frozen in `history/`. */
export const tenderLives: Readonly<Record<string, () => TenderWalk>> = {
  'won-and-signed': () => contractedWalk().do(NoteContractEnd, { contractId: PERSON, how: 'TERMINATED' }, SYSTEM),
  'long-way': () =>
    registeredWalk()
      .do(ObtainDraftTender, { docRef: 'D-1', on: '2025-01-05' })
      .do(LogSpecInfluence, { clause: '一级能效', ourAdvantage: '全系一级', taken: true })
      .do(CorrectTender, { ...REGISTRATION, lotNo: '01', reason: '补标段' })
      .do(PublishTender, ANNOUNCEMENT)
      .do(ReassignTender, { salespersonId: 'zhao-lei', reason: '调岗' }, MANAGER)
      .do(ReassignTender, { salespersonId: 'li-na' }, MANAGER)
      .do(ObtainTenderDocuments, { docRef: 'D-2', feeFen: 50_000, on: '2025-01-06' })
      .do(AskClarification, { question: '可否分批？' })
      .do(RecordClarificationReply, { no: 1, answer: '可以', docRef: 'D-3', on: '2025-01-06' })
      .do(RemindDeadline, { kind: 'SUBMISSION', at: ANNOUNCEMENT.submissionDeadline, daysLeft: 3 }, SYSTEM)
      .do(RequestNoBid, { reason: 'OTHER' }, SYSTEM)
      .do(EngageCommerce, { commerceOwnerId: 'sun-li' }, COMMERCE)
      .go([
        { id: 'C1', text: '授权书' },
        { id: 'C2', text: '保函' },
      ])
      .do(MeetGoCondition, { id: 'C1', evidenceRef: 'D-4' })
      .do(WaiveGoCondition, { id: 'C2', reason: '现金缴纳' }, LEADER)
      .do(PlanCompetition, {
        ourPosition: '领先',
        technical: '能效',
        commercial: '付款',
        price: '居中',
        relationship: ['基建科'],
        competitors: [{ name: '华东机电', threat: 4, counter: '本地服务' }],
      })
      .do(LogCompetitorMove, { name: '华东机电', on: '2025-01-06', move: '邀请参观' })
      .do(UpdateKeyPerson, { personRef: PERSON, kind: 'DECISION_MAKER', supportLevel: 'SUPPORTS' })
      .do(SetBidChecklist, { items: [{ id: 'BID_LETTER', volume: 'COMMERCIAL', name: '投标函', required: true }] })
      .write()
      .do(UntickBidItem, { id: 'BID_LETTER', reason: '签字页有误' })
      .do(AmendTender, { addendumNo: '1', issuedOn: '2025-01-06', docRef: 'D-5', affectsBid: true, maxPriceFen: 1 })
      .do(MarkDeadlinePassed, { submissionDeadline: ANNOUNCEMENT.submissionDeadline }, SYSTEM)
      .do(DecideNoBid, { reason: 'DEADLINE_MISSED', note: '未能按时' }, MANAGER),
  rejected: () => preparingWalk().write().do(SubmitBidForReview, {}).do(RejectBid, { reason: '价格过低' }, MANAGER),
  'signed-late': () =>
    awardedWalk().on('2025-03-25').do(MarkSigningOverdue, { contractSigningDueOn: '2025-03-24' }, SYSTEM),
  unsealed: () =>
    sealedWalk()
      .do(UnsealBid, { reason: '价格有误' }, COMMERCE)
      .do(PriceBid, { lines: [LINE], costFen: 1 }),
  withdrawn: () => submittedWalk().do(WithdrawBid, { reason: '有误', noticeRef: 'CH-1', resubmit: false }, COMMERCE),
  'lost-and-promoted': () =>
    openedWalk()
      .do(AnswerClarification, { question: '能效？', answer: '一级', docRef: 'D-6', on: '2025-01-27' })
      .do(RecordCandidates, {
        candidates: [{ rank: 1, bidderName: '华东机电', priceFen: 682_000_000, ours: false }],
        from: '2025-01-27',
        to: '2025-01-29',
      })
      .do(RecordObjection, { by: 'US', on: '2025-01-27', text: '业绩不实', docRef: 'D-7' })
      .do(CloseObjection, { no: 1, result: '成立' })
      .do(ExtendBidValidity, { validityUntil: '2025-05-27', docRef: 'D-8', bond: facts.bond }, COMMERCE)
      .do(RecordLoss, { ...LOSS, reasons: ['PRICE'] })
      .do(NoteWinnerSigned, { signedOn: '2025-01-27' })
      .on('2025-03-01')
      .do(RecordAward, { ...AWARD, promotedReason: '第一候选人放弃' }, COMMERCE)
      .do(DeclineAward, { reason: '产能不足' }, LEADER),
  revoked: () => awardedWalk().do(RevokeAward, { reason: '投诉成立', docRef: 'D-9', retender: true }, COMMERCE),
  cancelled: () =>
    openedWalk()
      .on('2025-01-28')
      .do(CancelTender, { ...CANCELLATION, retender: false }, COMMERCE),
};
