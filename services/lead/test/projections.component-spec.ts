import path from 'node:path';
import { projectionFaults } from '@engsales/read-models/testing';
import { startForTest, type ServiceUnderTest } from '../../../tools/testing/service-under-test.js';
import { storeHistories } from '../../../tools/testing/stored-histories.js';
import { CASE_ID } from '../src/domain/case-study/case-study.walk.js';
import { CHANNEL_ID } from '../src/domain/channel/channel.fixtures.js';
import { CONTRACT_ID } from '../src/domain/deal/deal.walk.js';
import { LOG_ID } from '../src/domain/follow-up-log/follow-up-log.walk.js';
import { productLineId } from '../src/domain/ids.js';
import { HOLDING_ID } from '../src/domain/lead-holding/lead-holding.walk.js';
import { LEAD_ID } from '../src/domain/lead/lead.fixtures.js';
import { PARTY_ID } from '../src/domain/party/party.fixtures.js';
import { REVIEW_ID } from '../src/domain/performance-review/performance-review.walk.js';
import { KIT_ID } from '../src/domain/sales-kit/sales-kit.walk.js';
import { LI_NA } from '../src/domain/sales-member/sales-member.walk.js';
import { PLAN_ID } from '../src/domain/sales-plan/sales-plan.fixtures.js';
import { POLICY_ID } from '../src/domain/sales-policy/sales-policy.walk.js';
import { TEAM_ID } from '../src/domain/sales-team/sales-team.walk.js';
import { SAMPLE_ID } from '../src/domain/sample-project/sample-project.fixtures.js';
import { TRAINING_ID } from '../src/domain/training/training.walk.js';
import { VISIT_ID } from '../src/domain/visit/visit.fixtures.js';
import { LeadModule } from '../src/lead.module.js';

const AGGREGATES = [
  { folder: 'lead', category: 'lead', id: LEAD_ID },
  { folder: 'follow-up-log', category: 'followUpLog', id: LOG_ID },
  { folder: 'lead-holding', category: 'leadHolding', id: HOLDING_ID },
  { folder: 'party', category: 'party', id: PARTY_ID },
  { folder: 'channel', category: 'channel', id: CHANNEL_ID },
  { folder: 'visit', category: 'visit', id: VISIT_ID },
  { folder: 'sample-project', category: 'sampleProject', id: SAMPLE_ID },
  { folder: 'sales-plan', category: 'salesPlan', id: PLAN_ID },
  { folder: 'deal', category: 'deal', id: CONTRACT_ID },
  { folder: 'sales-team', category: 'salesTeam', id: TEAM_ID },
  { folder: 'sales-member', category: 'salesMember', id: LI_NA },
  { folder: 'training', category: 'training', id: TRAINING_ID },
  { folder: 'performance-review', category: 'performanceReview', id: REVIEW_ID },
  { folder: 'sales-kit', category: 'salesKit', id: KIT_ID },
  { folder: 'case-study', category: 'caseStudy', id: CASE_ID },
  { folder: 'product-line', category: 'productLine', id: productLineId('CHILLER') },
  { folder: 'sales-policy', category: 'salesPolicy', id: POLICY_ID },
];

describe('the projections of the lead service', () => {
  let service: ServiceUnderTest;
  beforeAll(async () => {
    service = await startForTest(LeadModule);
  });
  afterAll(() => service.stop());

  it('meet every event that they handle, take it twice, and are rebuilt to the same rows', async () => {
    for (const { folder, category, id } of AGGREGATES) {
      await storeHistories(service, { dir: path.join(__dirname, '../src/domain', folder), category, id });
    }
    expect(await projectionFaults(service.host.runtime)).toEqual([]);
  });
});
