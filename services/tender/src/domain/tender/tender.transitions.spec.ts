import { tender } from './tender.js';

/** By hand, as the table of states says it: r REGISTERED, p PUBLISHED, e PREPARING, s SUBMITTED, o OPENED, w AWARDED, l LOST, c CONTRACTED. */
const LETTERS: Readonly<Record<string, string>> = {
  NONE: '-',
  REGISTERED: 'r',
  PUBLISHED: 'p',
  PREPARING: 'e',
  SUBMITTED: 's',
  OPENED: 'o',
  AWARDED: 'w',
  LOST: 'l',
  CONTRACTED: 'c',
};

const POSSIBLE = {
  RegisterTender: '-',
  CorrectTender: 'r',
  ReassignTender: 'rpesow',
  ObtainDraftTender: 'r',
  LogSpecInfluence: 'r',
  PublishTender: 'r',
  AmendTender: 'pes',
  ObtainTenderDocuments: 'pe',
  AskClarification: 'pe',
  RecordClarificationReply: 'pe',
  RemindDeadline: 'pes',
  MarkDeadlinePassed: 'pe',
  EngageCommerce: 'rpe',
  DecideGoNoGo: 'rpe',
  MeetGoCondition: 'rpe',
  WaiveGoCondition: 'rpe',
  DecideNoBid: 'rpe',
  RequestNoBid: 'rpes',
  PlanCompetition: 'rpeso',
  LogCompetitorMove: 'rpeso',
  UpdateKeyPerson: 'rpeso',
  // in r and p they say what is missing instead
  PrepareBidVolume: 'rpe',
  SetBidChecklist: 'rpe',
  TickBidItem: 'rpe',
  UntickBidItem: 'rpe',
  PriceBid: 'rpe',
  SubmitBidForReview: 'e',
  ReviewBid: 'e',
  ApproveBid: 'e',
  RejectBid: 'e',
  SealBid: 'e',
  UnsealBid: 'e',
  SubmitBid: 'e',
  RecordSubmission: 'e',
  WithdrawBid: 's',
  RecordOpening: 'so',
  AnswerClarification: 'o',
  RecordCandidates: 'o',
  RecordObjection: 'ol',
  CloseObjection: 'ol',
  ExtendBidValidity: 'so',
  RefuseValidityExtension: 'so',
  RecordAward: 'ol',
  DeclineAward: 'w',
  RevokeAward: 'w',
  MarkContracted: 'owl',
  NoteContractAbandoned: 'w',
  NoteContractEnd: 'wc',
  MarkSigningOverdue: 'w',
  RecordLoss: 'so',
  NoteWinnerSigned: 'l',
  CancelTender: 'rpeso',
};

describe('where a command on a tender is possible (T-04, T-63)', () => {
  it.each(Object.entries(POSSIBLE))('%s: %s', (command, states) =>
    expect(tender.transitions[command]?.map((state) => LETTERS[state] ?? state).join('')).toBe(states),
  );
  it('is written down for every command', () =>
    expect(Object.keys(POSSIBLE).sort()).toEqual(Object.keys(tender.transitions).sort()));
});
