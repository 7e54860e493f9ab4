import type { ExistingLead } from '../lead.state.js';
import type { ChecklistItem, LeadState } from '../lead.values.js';
import { missingItems } from '../qualifying/checklist.js';

/** Why a lead is not converted yet, by the code that the conversion is refused with. */
export interface ConversionObstacle {
  readonly code:
    | 'PROJECT_NOT_REGISTERED'
    | 'LEAD_NOT_QUALIFIED'
    | 'DECISION_MAKER_UNKNOWN'
    | 'RELATIONSHIP_LACKING'
    | 'LEAD_NOT_OWNED';
  readonly words: string;
  /** Items of the checklist. */
  readonly missing?: readonly ChecklistItem[];
}

const BEFORE: readonly LeadState[] = ['CAPTURED', 'QUALIFYING', 'DEVELOPING'];

/** Everything that stands between a lead and its conversion, the first first; undefined where it is behind the lead. */
export function conversionObstacles(lead: ExistingLead): readonly ConversionObstacle[] | undefined {
  return BEFORE.includes(lead.state) ? obstaclesOf(lead) : undefined;
}

function obstaclesOf(lead: ExistingLead): ConversionObstacle[] {
  const missing = missingItems(lead.checklist);
  const isDecided = lead.keyPersons.some(({ kind }) => kind === 'DECISION_MAKER');
  const isHelped = lead.partners.some(({ state }) => state === 'ENGAGED');
  const obstacles: (ConversionObstacle | false)[] = [
    lead.state === 'CAPTURED' && { code: 'PROJECT_NOT_REGISTERED', words: 'the project is not registered' },
    missing.length > 0 && { code: 'LEAD_NOT_QUALIFIED', words: `the checklist lacks ${missing.join(', ')}`, missing },
    !isDecided && { code: 'DECISION_MAKER_UNKNOWN', words: 'no decision maker is known' },
    lead.relationship === 'LACKING' &&
      !isHelped && { code: 'RELATIONSHIP_LACKING', words: 'the relationship is lacking and no partner is engaged' },
    lead.salespersonId === undefined && { code: 'LEAD_NOT_OWNED', words: 'the lead has no owner' },
  ];
  return obstacles.filter((obstacle) => obstacle !== false);
}
