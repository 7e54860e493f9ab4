import type { Bid, Submission } from './bid.state.js';
import type { AnsweredQuestion, Award, Candidate, Loss, Objection, Opening } from './evaluation.state.js';
import type {
  CancelKind,
  EnvelopeStructure,
  KeyPersonKind,
  NoBidReason,
  SupportLevel,
  TenderMethod,
  TenderRegime,
  TenderState,
} from './tender.values.js';
import type { Warning } from './warning.js';

export interface NoTender {
  readonly state: 'NONE';
}

/** Somebody outside: of the parties that are known, or by name alone. */
export interface NamedParty {
  readonly partyId?: string;
  readonly name: string;
}

/** What is known before the tender is published (投标项目登记). */
export interface Registration {
  readonly projectName: string;
  readonly tenderee: NamedParty;
  readonly title?: string;
  readonly city?: string;
  readonly tenderNo?: string;
  /** 标段. */
  readonly lotNo?: string;
  /** 招标代理. */
  readonly agency?: NamedParty;
  readonly method?: TenderMethod;
  readonly regime: TenderRegime;
  /** 依法必须招标. */
  readonly mandatory: boolean;
  readonly estimatedPriceFen?: number;
  readonly expectedTenderDate?: string;
}

/** What the lead that it comes from says of the people and rivals of the project. */
export interface FromLead {
  readonly keyPersons: readonly { readonly personRef: string; readonly kind: string; readonly supportLevel: string }[];
  readonly competitors: readonly NamedParty[];
  readonly manufacturerPartyId?: string;
}

/** The published tender (招标公告), as last amended. */
export interface Announcement {
  readonly tenderNo: string;
  readonly method: TenderMethod;
  readonly publishedOn: string;
  readonly documentsFrom?: string;
  readonly clarificationDeadline?: string;
  readonly submissionDeadline: string;
  readonly openingAt: string;
  readonly bidValidityDays: number;
  readonly envelopeStructure: EnvelopeStructure;
  /** 最高限价. */
  readonly maxPriceFen?: number;
  readonly bondRequiredFen?: number;
  readonly performanceBondBps?: number;
  readonly portal?: string;
}

export interface Addendum {
  readonly addendumNo: string;
  readonly issuedOn: string;
  readonly docRef: string;
  readonly affectsBid: boolean;
}

export interface ObtainedDocuments {
  readonly docRef: string;
  readonly feeFen?: number;
  readonly on: string;
}

export interface Clarification {
  readonly no: number;
  readonly question: string;
  readonly askedOn: string;
  readonly reply?: { readonly answer: string; readonly docRef: string; readonly on: string };
}

/** Something that has to hold before a bid goes out; met with its evidence, or waived by a leader. */
export interface GoCondition {
  readonly id: string;
  readonly text: string;
  readonly dueOn?: string;
  readonly metBy?: string;
  readonly evidenceRef?: string;
  readonly waivedReason?: string;
}

export interface GoDecision {
  readonly go: boolean;
  readonly reason: string;
  readonly winProbabilityBps: number;
  readonly by: string;
  readonly on: string;
}

/** How we mean to win (竞争策划). */
export interface CompetitionPlan {
  readonly ourPosition: string;
  readonly technical: string;
  readonly commercial: string;
  readonly price: string;
  readonly relationship: readonly string[];
  readonly competitors: readonly {
    readonly partyId?: string;
    readonly name: string;
    /** 1 to 5. */
    readonly threat: number;
    readonly expectedPriceFen?: number;
    readonly counter: string;
  }[];
}

export interface CompetitorMove {
  readonly name: string;
  readonly partyId?: string;
  readonly on: string;
  readonly move: string;
  readonly response?: string;
  readonly evidenceRef?: string;
}

export interface KeyPerson {
  readonly personRef: string;
  readonly kind: KeyPersonKind;
  readonly supportLevel: SupportLevel;
  readonly note?: string;
}

export interface ExistingTender {
  readonly state: TenderState;
  readonly tenderId: string;
  readonly projectId: string;
  readonly leadId?: string;
  readonly round: number;
  readonly previousTenderId?: string;
  readonly nextTenderId?: string;
  readonly registration: Registration;
  readonly registeredOn: string;
  readonly fromLead: FromLead;
  readonly salespersonId: string;
  readonly teamId?: string;
  readonly channelId?: string;
  readonly draftTenders: readonly { readonly docRef: string; readonly on: string }[];
  readonly specInfluences: readonly {
    readonly clause: string;
    readonly ourAdvantage: string;
    readonly taken?: boolean;
  }[];
  readonly announcement?: Announcement;
  readonly addenda: readonly Addendum[];
  readonly documents: readonly ObtainedDocuments[];
  readonly clarifications: readonly Clarification[];
  readonly commerceOwnerId?: string;
  readonly goDecision?: GoDecision;
  readonly conditions: readonly GoCondition[];
  /** Somebody asked that we do not bid (立项取消), and why. */
  readonly noBidRequested?: string;
  readonly competition?: CompetitionPlan;
  readonly competitorMoves: readonly CompetitorMove[];
  readonly keyPersons: readonly KeyPerson[];
  readonly bid: Bid;
  readonly reminded: readonly string[];
  readonly deadlinePassed: boolean;
  readonly submission?: Submission;
  /** Until when the bid binds us; from the deadline, not from the day of submission (条例 25). */
  readonly validityUntil?: string;
  readonly opening?: Opening;
  readonly answeredQuestions: readonly AnsweredQuestion[];
  readonly candidates?: { readonly list: readonly Candidate[]; readonly from: string; readonly to: string };
  readonly objections: readonly Objection[];
  readonly award?: Award;
  readonly loss?: Loss;
  readonly noBid?: { readonly reason: NoBidReason; readonly note: string; readonly on: string };
  readonly withdrawal?: { readonly reason: string; readonly noticeRef: string; readonly on: string };
  readonly cancellation?: {
    readonly kind: CancelKind;
    readonly reason: string;
    readonly noticeOn: string;
    readonly docRef: string;
  };
  /** Why an award was declined or revoked. */
  readonly awardEnd?: { readonly reason: string; readonly on: string; readonly docRef?: string };
  readonly contract?: {
    readonly contractId: string;
    readonly contractNo?: string;
    readonly signedOn?: string;
    readonly totalFen?: number;
    readonly how?: string;
  };
  readonly warnings: readonly Warning[];
}

export type Tender = NoTender | ExistingTender;

export const exists = (tender: Tender): tender is ExistingTender => tender.state !== 'NONE';
