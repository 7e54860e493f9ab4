import path from 'node:path';
import { projectionFaults } from '@engsales/read-models/testing';
import { startForTest, type ServiceUnderTest } from '../../../tools/testing/service-under-test.js';
import { storeHistories } from '../../../tools/testing/stored-histories.js';
import { BID_BOND_ID } from '../src/domain/bond/bond.fixtures.js';
import { AGREEMENT_ID } from '../src/domain/cooperation-agreement/cooperation-agreement.walk.js';
import { DECISION_ID } from '../src/domain/operation-decision/operation-decision.walk.js';
import { PROPOSAL_ID } from '../src/domain/proposal/proposal.fixtures.js';
import { RISK_ID } from '../src/domain/risk-assessment/risk-assessment.walk.js';
import { TENDER_ID } from '../src/domain/tender/tender.fixtures.js';
import { TenderModule } from '../src/tender.module.js';

const AGGREGATES = [
  { folder: 'tender', category: 'tender', id: TENDER_ID },
  { folder: 'bond', category: 'bond', id: BID_BOND_ID },
  { folder: 'operation-decision', category: 'operationDecision', id: DECISION_ID },
  { folder: 'risk-assessment', category: 'riskAssessment', id: RISK_ID },
  { folder: 'cooperation-agreement', category: 'cooperationAgreement', id: AGREEMENT_ID },
  { folder: 'proposal', category: 'proposal', id: PROPOSAL_ID },
];

describe('the projections of tender', () => {
  let service: ServiceUnderTest;
  beforeAll(async () => {
    service = await startForTest(TenderModule);
  });
  afterAll(() => service.stop());

  it('meet every event that they handle, take it twice, and are rebuilt to the same rows', async () => {
    for (const { folder, category, id } of AGGREGATES) {
      await storeHistories(service, { dir: path.join(__dirname, '../src/domain', folder), category, id });
    }
    expect(await projectionFaults(service.host.runtime)).toEqual([]);
  });
});
