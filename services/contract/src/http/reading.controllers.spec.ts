import { Rejected } from '@engsales/event-sourcing';
import type { ApiRequest } from '@engsales/http';
import { Papers } from '@engsales/service';
import type { Response } from 'express';
import { CONTRACT_ID as id, PROJECT_ID } from '../domain/contract/contract.fixtures.js';
import type { Contract } from '../domain/contract/contract.state.js';
import { draftedWalk, signedWalk } from '../domain/contract/contract.walk.js';
import { ContractsController } from './contracts.controller.js';
import { DunningController } from './dunning.controller.js';
import { PapersController } from './papers.controller.js';

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'answered',
    (error: unknown) => (error as Rejected).code,
  );
/** Reads that find this, whatever is asked for; what was asked is kept. */
function readsOf(state: unknown, revision = 7) {
  const asked: unknown[][] = [];
  const stateOf = (aggregate: { category: string }, ...rest: unknown[]) => {
    asked.push([aggregate.category, ...rest]);
    return Promise.resolve({ state, revision });
  };
  const stateOrNone = (aggregate: { category: string }, ...rest: unknown[]) =>
    stateOf(aggregate, ...rest).then((found) => found.state);
  return { asked, reads: { stateOf, stateOrNone } as never };
}

/** A service whose vault knows nobody. */
const NO_VAULT = { vault: { shown: () => Promise.resolve(new Map()) } } as never;

describe('the state of a contract', () => {
  const ask = (state: Contract, asOf?: string) => {
    const headers: Record<string, string> = {};
    const { reads, asked } = readsOf(state);
    const request = { res: { setHeader: (name: string, value: string) => (headers[name] = value) } };
    const controller = new ContractsController(reads, undefined as never, NO_VAULT);
    return { asked, headers, answer: controller.state(id, { asOf }, request as unknown as ApiRequest) };
  };
  it('is answered with its id and its revision, which is its ETag too', async () => {
    const { answer, headers } = ask(draftedWalk().state);
    expect(await answer).toMatchObject({ id, revision: 7, state: 'DRAFT', projectId: PROJECT_ID });
    expect(headers).toEqual({ ETag: '"7"' });
  });
  it('is read as it was where that is asked', async () => {
    const { answer, asked } = ask(draftedWalk().state, '3');
    await answer;
    expect(asked).toEqual([['contract', id, '3']]);
  });
  it('is not found where there is no contract', async () =>
    expect(await codeOf(ask({ state: 'NONE' }).answer)).toBe('NOT_FOUND'));
});

describe('the dunnings of a contract', () => {
  it('are answered as they were logged (C-82)', async () => {
    const entries = [{ no: 1, channel: 'PHONE', milestoneIds: [], loggedBy: 'sun-li', loggedOn: '2025-03-10' }];
    const { reads, asked } = readsOf({ state: 'OPEN', entries });
    expect(await new DunningController(reads).entries(id)).toEqual({ items: entries });
    expect(asked).toEqual([
      ['contract', id],
      ['dunning', id],
    ]);
  });
});

describe('a paper of a contract', () => {
  const runtime = {
    staff: { list: () => Promise.resolve([{ id: 'li-na', name: '业务员甲' }]) },
    process: { clock: { now: () => '2025-03-10T01:02:03.000Z' } },
    config: { texts: {} },
  };
  const sent = () => {
    const got = { type: '', headers: {} as Record<string, string>, body: '' as unknown };
    const response = {
      type: (type: string) => {
        got.type = type;
        return response;
      },
      setHeader: (name: string, value: string) => (got.headers[name] = value),
      send: (body: unknown) => (got.body = body),
    };
    return { got, response: response as unknown as Response };
  };
  const pdfs = { pdfOf: () => Promise.resolve({ pdf: Buffer.from('%PDF-1.7'), missingGlyphs: [] }) };
  const papers = (state: Contract) =>
    new PapersController(readsOf(state).reads, runtime as never, new Papers(runtime as never, pdfs as never));

  it('names staff where they are known, and their ids where they are not', async () => {
    const { got, response } = sent();
    await papers(signedWalk().state).executionForm(id, { format: 'html' }, response);
    expect(got.type).toBe('text/html; charset=utf-8');
    expect(got.body).toContain('业务员甲');
    expect(got.body).toContain('zhou-min');
    expect(got.body).not.toContain('li-na');
  });
  it('says when it was made, by the clock of Shanghai', async () => {
    const { got, response } = sent();
    await papers(signedWalk().state).statement(id, { format: 'html' }, response);
    expect(got.body).toContain('2025-03-10 09:02');
  });
  it('has a file name with the number of the contract, escaped, when it is a PDF', async () => {
    const { got, response } = sent();
    await papers(signedWalk().state).statement(id, { format: 'pdf' }, response);
    expect([got.type, got.headers]).toEqual([
      'application/pdf',
      {
        'X-Paper-Warnings': 'COMPANY_NOT_CONFIGURED',
        'cache-control': 'no-store',
        'content-disposition':
          'inline; filename="statement-of-account.pdf"; filename*=UTF-8\'\'statement-of-account-HT-2025-0031.pdf',
      },
    ]);
    expect((got.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
  });
  it('is refused before the signature', async () =>
    expect(await codeOf(papers(draftedWalk().state).statement(id, { format: 'html' }, sent().response))).toBe(
      'INVALID_TRANSITION',
    ));
});
