/** What was noticed of a tender; nothing was refused for it, since the tenderee sets these things. */
export type Warning =
  | { readonly code: 'PREPARATION_TOO_SHORT'; readonly earliest: string; readonly submissionDeadline: string }
  | { readonly code: 'AMENDMENT_TOO_LATE'; readonly issuedOn: string; readonly latest: string }
  | { readonly code: 'BID_BOND_OVER_2_PERCENT'; readonly bondRequiredFen: number; readonly limitFen: number }
  | {
      readonly code: 'PERFORMANCE_BOND_OVER_10_PERCENT';
      readonly performanceBondBps: number;
      readonly limitBps: number;
    }
  | { readonly code: 'FEWER_THAN_THREE_BIDDERS'; readonly bidders: number }
  | { readonly code: 'OPENING_PRICE_DIFFERS'; readonly openedFen: number; readonly submittedFen: number }
  | { readonly code: 'PUBLICITY_TOO_SHORT'; readonly days: number; readonly leastDays: number }
  | {
      readonly code: 'VALIDITY_ENDS_BEFORE_SIGNING';
      readonly validityUntil: string;
      readonly contractSigningDueOn: string;
    }
  | { readonly code: 'BOND_NEEDS_EXTENSION'; readonly validityUntil: string; readonly bondValidUntil?: string };
