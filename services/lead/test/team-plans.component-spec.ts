import { contractSigned } from '@engsales/events';
import signedSample from '../../../libs/events/src/samples/contract.ContractSigned.v1.json';
import { manager, SalesTalk, someId } from './sales.fixtures.js';

const YEAR = { title: '华东计划', from: '2025-01-01', to: '2025-12-31', template: 'NONE', strategyRef: 'S-1' };
const whole = { baseline: 0, dueOn: '2025-12-31' };
const TARGETS = [
  { metric: 'CUSTOMER_COUNT', target: 1, unit: 'COUNT', ...whole },
  { metric: 'REVENUE_FEN', target: 100, unit: 'FEN', ...whole },
];

describe('a sales plan of a team (L-217)', () => {
  const talk = new SalesTalk();
  beforeAll(() => talk.begin());
  afterAll(() => talk.service.stop());

  it('counts what its members signed while they were its members', async () => {
    const team = { name: '华东一部', leaderId: 'wang-fang', duties: '华东', positions: [] };
    const teamId = await talk.begun(manager, 'sales-teams', team);
    const enrolment = { staffId: 'li-na', post: '销售工程师', teamId, qualifications: [], on: '2025-02-01' };
    const memberId = await talk.begun(manager, 'sales-members', enrolment);
    await talk.done(manager, `sales-members/${memberId}/leave-member`, { on: '2025-03-01', reason: '调岗' });
    const sale = (signedOn: string) =>
      talk.message(contractSigned, someId(), { ...signedSample, signedOn, totalFen: 5 });
    await talk.put(sale('2025-01-31'), sale('2025-02-01'), sale('2025-03-01'), sale('2025-03-02'));
    const plan = `sales-plans/${await talk.begun(manager, 'sales-plans', { ...YEAR, teamId })}`;
    await talk.done(manager, `${plan}/set-targets`, { targets: TARGETS });
    await talk.caughtUp();
    const { targets, byMember } = await talk.read(`${plan}/achievement`);
    expect(targets).toMatchObject([{ achieved: 1, remaining: 0 }, { achieved: 10 }]);
    expect(byMember).toMatchObject([{ contracts: 2 }]);
    expect(await talk.refused(manager, 'sales-plans', { ...YEAR, teamId: someId() })).toMatchObject({
      status: 404,
      code: 'NOT_FOUND',
    });
  });
});
