import type { KitSectionName, KitState } from './sales-kit.values.js';

export interface Advantage {
  readonly text: string;
  /** What proves it. */
  readonly evidenceRef?: string;
}

export interface CooperationStep {
  readonly duration: string;
  readonly responsible: string;
  readonly content: string;
}

/** What a section says; each section has fields of its own. */
export interface KitContent {
  readonly text?: string;
  readonly media?: readonly string[];
  readonly advantagesVsCompetitors?: readonly Advantage[];
  readonly caseStudyIds?: readonly string[];
  readonly rdTeam?: string;
  readonly capability?: string;
  readonly equipment?: string;
  readonly warrantyMonths?: number;
  readonly repair?: string;
  readonly training?: string;
  readonly testimonials?: readonly string[];
  readonly steps?: readonly CooperationStep[];
}

export interface KitSection {
  readonly section: KitSectionName;
  readonly content: KitContent;
}

/** What customers are shown, also while the next version is written. */
export interface PublishedVersion {
  readonly version: number;
  readonly title: string;
  readonly sections: readonly KitSection[];
  readonly publishedOn: string;
}

interface NoKit {
  readonly state: 'NONE';
}

export interface DraftedKit {
  readonly state: KitState;
  readonly kitId: string;
  readonly title: string;
  readonly productLineId?: string;
  readonly version: number;
  readonly sections: readonly KitSection[];
  readonly published?: PublishedVersion;
}

export type SalesKit = NoKit | DraftedKit;
