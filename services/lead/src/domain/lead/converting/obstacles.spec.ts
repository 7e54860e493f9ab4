import { PARTNER_ID, SIBLINGS as siblings } from '../lead.fixtures.js';
import { exists } from '../lead.state.js';
import { CHECKLIST_ITEMS } from '../lead.values.js';
import { capturedWalk, convertedWalk, MANAGER, readyWalk, registeredWalk, type LeadWalk } from '../lead.walk.js';
import { ReleaseToPool } from '../ownership/ownership.commands.js';
import { AssessRelationship, EngageRelationshipPartner } from '../relations/relations.commands.js';
import { ConvertLead } from './converting.commands.js';
import { conversionObstacles } from './obstacles.js';

const obstaclesOf = ({ state }: LeadWalk) => {
  if (!exists(state)) throw new Error('there is no lead');
  return conversionObstacles(state)?.map(({ code, missing }) => (missing ? `${code} ${missing.length}` : code));
};

describe('what stands between a lead and its conversion (L-45)', () => {
  it('is told all at once, in the order in which the conversion refuses it', () => {
    expect(obstaclesOf(capturedWalk())).toEqual([
      'PROJECT_NOT_REGISTERED',
      `LEAD_NOT_QUALIFIED ${CHECKLIST_ITEMS.length}`,
      'DECISION_MAKER_UNKNOWN',
    ]);
    const lacking = registeredWalk().do(AssessRelationship, { level: 'LACKING', note: '无往来' });
    const pooled = lacking.do(ReleaseToPool, { reason: 'x' }, MANAGER);
    const all = ['LEAD_NOT_QUALIFIED 7', 'DECISION_MAKER_UNKNOWN', 'RELATIONSHIP_LACKING', 'LEAD_NOT_OWNED'];
    expect(obstaclesOf(pooled)).toEqual(all);
    const refusal = pooled.refused(ConvertLead, { route: 'TENDER', estimatedAmountFen: 1, siblings }, MANAGER);
    expect(refusal).toEqual({ code: 'LEAD_NOT_QUALIFIED', missing: CHECKLIST_ITEMS });
  });
  it('is gone one by one', () => {
    expect(obstaclesOf(readyWalk())).toEqual([]);
    const lacking = readyWalk().do(AssessRelationship, { level: 'LACKING', note: '无往来' });
    expect(obstaclesOf(lacking)).toEqual(['RELATIONSHIP_LACKING']);
    expect(obstaclesOf(lacking.do(EngageRelationshipPartner, { partyId: PARTNER_ID, siblings }))).toEqual([]);
  });
  it('is nothing any more once the lead is converted', () => expect(obstaclesOf(convertedWalk())).toBeUndefined());
});
