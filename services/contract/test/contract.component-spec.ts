import { randomUUID } from 'node:crypto';
import { keptSignatories } from '../../../tools/testing/kept-person.js';
import { ADMIN, startForTest, type Person, type ServiceUnderTest } from '../../../tools/testing/service-under-test.js';
import { issued } from '@engsales/event-sourcing/testing';
import { contractNumber } from '../src/domain/numbers/numbers.js';
import { ContractModule } from '../src/contract.module.js';
import { aDocument } from '../src/domain/contract/contract.fixtures.js';

const sales: Person = { id: 'li-na', roles: ['SALES'] };
const leader: Person = { id: 'wang', roles: ['COMPANY_LEADER'] };
const commerce: Person = { id: 'sun-li', roles: ['COMMERCE'] };
const BASE = '/api/v1/contracts';

describe('the contract service', () => {
  let service: ServiceUnderTest;
  let signatories: Awaited<ReturnType<typeof keptSignatories>>;
  beforeAll(async () => {
    service = await startForTest(ContractModule);
    signatories = await keptSignatories(service, commerce);
  });
  afterAll(() => service.stop());

  const draft = async (changes: object = {}, headers: Record<string, string> = {}) =>
    service.post(sales, BASE, { ...aDocument(), ...changes }, headers);
  const command = (person: Person, id: string, name: string, body: object = {}, headers: Record<string, string> = {}) =>
    service.post(person, `${BASE}/${id}/${name}`, body, headers);
  const approved = async () => {
    const { body } = await draft();
    await command(sales, body.id, 'submit-for-approval');
    await command(leader, body.id, 'approve-contract');
    return String(body.id);
  };
  const signature = (contractNo: string, changes: object = {}) => ({
    contractNo,
    signedOn: '2025-03-10',
    signatories,
    scanRef: 'scan-1',
    ...changes,
  });
  const sign = (id: string, contractNo: string, changes: object = {}, headers: Record<string, string> = {}) =>
    command(commerce, id, 'sign-contract', signature(contractNo, changes), headers);

  it('answers a draft with 201, Location, ETag, position and events', async () => {
    const answer = await draft();
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      id: expect.any(String),
      revision: 0,
      position: expect.stringMatching(/^contract\.\d+$/),
      events: [{ id: expect.any(String), type: 'ContractDrafted' }],
    });
    expect(answer.headers).toMatchObject({
      location: `${BASE}/${answer.body.id}`,
      etag: '"0"',
      traceparent: expect.stringMatching(/^00-/),
    });
    const state = await service.get(sales, answer.headers.location ?? '');
    expect(state.body).toMatchObject({
      id: answer.body.id,
      revision: 0,
      state: 'DRAFT',
      draftNo: 1,
      document: { totalFen: 700_000_000, taxFen: 77_795_242 },
    });
  });

  it('refuses wrong sums and deposits with their codes and figures (S10)', async () => {
    const [first, ...rest] = aDocument().paymentMilestones;
    const short = await draft({ paymentMilestones: [{ ...first, amountFen: 209_999_999 }, ...rest] });
    expect(short).toMatchObject({
      status: 422,
      body: { code: 'PAYMENT_SCHEDULE_MISMATCH', details: { totalFen: 700_000_000, milestonesFen: 699_999_999 } },
    });
    expect(short.headers['content-type']).toContain('application/problem+json');
    const greedy = await draft({
      paymentMilestones: [
        { ...first, kind: 'DEPOSIT', amountFen: 175_000_000 },
        { ...first, id: 'M0', amountFen: 35_000_000 },
        ...rest,
      ],
    });
    expect(greedy).toMatchObject({ status: 422, body: { code: 'DEPOSIT_OVER_20_PERCENT' } });
  });

  it('signs, makes the advance due, and never changes again', async () => {
    const id = await approved();
    const signed = await sign(id, 'HT-1');
    expect(signed.body.events.map((e: { type: string }) => e.type)).toEqual(['ContractSigned', 'PaymentMilestoneDue']);
    const card = await service.get(sales, `${BASE}/${id}/card?minPosition=${signed.body.position}`);
    expect(card.body).toMatchObject({
      state: 'SIGNED',
      contractNo: 'HT-1',
      dueFen: 210_000_000,
      outstandingFen: 700_000_000,
      gates: { RELEASE_PRODUCTION: { state: 'CLOSED' } },
    });
    expect(await command(sales, id, 'revise-contract', aDocument())).toMatchObject({
      status: 422,
      body: { code: 'SIGNED_CONTRACT_IMMUTABLE' },
    });
    const list = await service.get(sales, `${BASE}?contractNo=HT-1&minPosition=${signed.body.position}`);
    expect(list.body.items).toMatchObject([
      { contractId: id, state: 'SIGNED', totalFen: 700_000_000, signedOn: '2025-03-10' },
    ]);
    const { body: before } = await service.get(sales, `${BASE}/${id}?asOf=1`);
    expect(before).toMatchObject({ revision: 1, state: 'PENDING_APPROVAL' });
    const { body: history } = await service.get(sales, `${BASE}/${id}/history`);
    expect(history.items.map((e: { type: string; actor: { id: string } }) => [e.type, e.actor.id])).toEqual([
      ['ContractDrafted', 'li-na'],
      ['ContractSubmittedForApproval', 'li-na'],
      ['ContractApproved', 'wang'],
      ['ContractSigned', 'sun-li'],
      ['PaymentMilestoneDue', 'sun-li'],
    ]);
    expect(new Set(history.items.map((e: { correlationId: string }) => e.correlationId)).size).toBe(1);
  });

  it('gives a contract number to exactly one of many contracts that ask at once', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, approved));
    const outcomes = await Promise.all(ids.map((id) => sign(id, 'HT-RACE')));
    expect(outcomes.map((o) => o.status).sort()).toEqual([200, ...Array<number>(7).fill(409)]);
    expect(outcomes.filter((o) => o.status === 409).every((o) => o.body.code === 'DUPLICATE_CONTRACT_NO')).toBe(true);
    const loser = ids[outcomes.findIndex((o) => o.status === 409)] ?? '';
    expect((await sign(loser, 'ht-race')).body.code).toBe('DUPLICATE_CONTRACT_NO');
    expect((await sign(loser, 'HT-OTHER')).status).toBe(200);
  });

  it('keeps the number with its contract when one signing is asked for twice at once', async () => {
    for (const contractNo of ['HT-TWICE-1', 'HT-TWICE-2', 'HT-TWICE-3']) {
      const [first, second] = await Promise.all([approved(), approved()]);
      const outcomes = await Promise.all(Array.from({ length: 6 }, () => sign(first, contractNo)));
      expect(outcomes.filter((o) => o.status === 200)).toHaveLength(1);
      expect((await sign(second, contractNo)).body).toMatchObject({
        code: 'DUPLICATE_CONTRACT_NO',
        details: { existing: first },
      });
    }
  });

  it.each([
    ['Va-(1) k', 'ＶＡ-（1）  K'],
    ['HT〔2025〕7', 'ht〔2025〕7'],
  ])('takes %s and %s for the same number', async (one, other) => {
    expect((await sign(await approved(), one)).status).toBe(200);
    expect((await sign(await approved(), other)).body.code).toBe('DUPLICATE_CONTRACT_NO');
  });

  it('forgets an approval that a revision has undone', async () => {
    const id = await approved();
    await command(sales, id, 'revise-contract', aDocument());
    const { body } = await service.get(sales, `${BASE}/${id}`);
    expect([body.state, body.approvedBy, body.approvedOn]).toEqual(['NEGOTIATING', undefined, undefined]);
  });

  it('frees the number of a contract that can no longer be signed under it', async () => {
    const [abandoned, next] = await Promise.all([approved(), approved()]);
    // as after a crash between reservation and signature
    const { executor } = service.host.runtime;
    const contractNo = 'HT-CRASHED';
    const held = { reservationId: contractNumber.idFor(contractNo), value: contractNo, heldBy: abandoned };
    await executor.execute(contractNumber, new contractNumber.Reserve(held, { ...issued(), commandId: randomUUID() }));
    expect((await sign(next, 'HT-CRASHED')).body.code).toBe('DUPLICATE_CONTRACT_NO');
    await command(sales, abandoned, 'abandon-contract', { reason: '业主撤项' });
    expect((await sign(next, 'HT-CRASHED')).status).toBe(200);
  });

  it('keeps a number free when the signing is refused', async () => {
    const early = (await draft()).body.id;
    expect((await sign(early, 'HT-FREE')).body.code).toBe('INVALID_TRANSITION');
    expect((await sign(await approved(), 'HT-FREE')).status).toBe(200);
  });

  it('gives the same Idempotency-Key the same answer, 50 times at once, and one event (S37)', async () => {
    const headers = { 'Idempotency-Key': randomUUID() };
    const answers = await Promise.all(Array.from({ length: 50 }, () => draft({}, headers)));
    expect(new Set(answers.map((a) => JSON.stringify([a.status, a.body]))).size).toBe(1);
    expect((await service.get(ADMIN, `/admin/streams/contract-${answers[0]?.body.id}`)).body.items).toHaveLength(1);
    expect(await draft({ projectName: '另一个项目' }, headers)).toMatchObject({
      status: 422,
      body: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
    const elsewhere = await service.post(leader, BASE, aDocument(), headers);
    expect(elsewhere.body.id).not.toBe(answers[0]?.body.id);
  });

  it('lets one of two commands with the same If-Match win (S37)', async () => {
    const { body, headers } = await draft();
    const match = { 'If-Match': headers.etag ?? '' };
    const revise = () => command(sales, body.id, 'revise-contract', aDocument(), match);
    const outcomes = await Promise.all([revise(), revise()]);
    expect(outcomes.map((o) => o.status).sort()).toEqual([200, 412]);
    expect(outcomes.find((o) => o.status === 412)?.body).toMatchObject({
      code: 'VERSION_CONFLICT',
      details: { currentRevision: 1 },
    });
    expect(await command(sales, body.id, 'submit-for-approval', {}, { 'If-Match': 'x' })).toMatchObject({
      status: 400,
      body: { code: 'VALIDATION_FAILED' },
    });
  });

  it('tries a command without recording it', async () => {
    const head = (await service.get(ADMIN, '/admin/projections')).body.head;
    const tried = await service.post(sales, `${BASE}?dryRun=true`, aDocument());
    expect(tried.body).toMatchObject({
      dryRun: true,
      revision: -1,
      events: [{ type: 'ContractDrafted', data: { state: 'DRAFT' } }],
    });
    const id = await approved();
    const signing = await service.post(commerce, `${BASE}/${id}/sign-contract?dryRun=true`, signature('HT-DRY'));
    expect(signing.body).toMatchObject({
      dryRun: true,
      events: [{ type: 'ContractSigned' }, { type: 'PaymentMilestoneDue' }],
    });
    expect((await sign(await approved(), 'HT-DRY')).status).toBe(200);
    expect(head).toMatch(/^contract\./);
  });

  it('pages through the list with a cursor, without losing or repeating', async () => {
    const head = `contract.${await service.host.runtime.store.head()}`;
    expect((await service.get(sales, `${BASE}?minPosition=${head}`)).status).toBe(200);
    const seen: string[] = [];
    let cursor: string | null = '';
    do {
      const { body }: { body: { items: { contractId: string }[]; nextCursor: string | null } } = await service.get(
        sales,
        `${BASE}?limit=3${cursor ? `&cursor=${cursor}` : ''}`,
      );
      seen.push(...body.items.map((item) => item.contractId));
      cursor = body.nextCursor;
    } while (cursor);
    const { body } = await service.get(sales, `${BASE}?limit=200`);
    expect(seen).toEqual(body.items.map((item: { contractId: string }) => item.contractId));
  });

  it('rebuilds list and accounts to the same rows', async () => {
    for (const name of ['contract-list', 'contract-accounts']) {
      const { body } = await service.post(ADMIN, `/admin/projections/${name}/rebuild`, { reason: 'test' });
      expect(body.tables).toMatchObject([{ differing: 0, rowsAfter: body.tables[0].rowsBefore }]);
    }
  });
});
