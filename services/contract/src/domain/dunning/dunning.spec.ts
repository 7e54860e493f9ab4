import { holdHistories, typesWrittenOut, Walk } from '@engsales/event-sourcing/testing';
import path from 'node:path';
import type { DunningLogged } from './dunning.events.js';
import { dunning, LogDunning, type Dunning } from './dunning.js';

const CONTRACT_ID = '0d8f9a44-9e1a-5c3b-8f2e-6c0a4a7b9c02';
class DunningWalk extends Walk<Dunning, LogDunning, DunningLogged, 'contractId'> {
  constructor() {
    super(dunning, { contractId: CONTRACT_ID });
  }
}
const contract = { projectId: 'p-1', milestoneIds: ['M1', 'M2'] };
const PROMISE = { channel: 'PHONE', promiseDate: '2025-03-10', promisedFen: 1_000, note: '已答应' } as const;
const promised = () => new DunningWalk().do(LogDunning, { ...PROMISE, milestoneIds: ['M1'], contract });

describe('dunning', () => {
  it('is logged with what the customer promised (C-82)', () =>
    promised().recorded({
      type: 'DunningLogged',
      data: {
        contractId: CONTRACT_ID,
        projectId: 'p-1',
        no: 1,
        channel: 'PHONE',
        promiseDate: '2025-03-10',
        promisedFen: 1_000,
        milestoneIds: ['M1'],
        note: '已答应',
        loggedBy: 'sun-li',
        loggedOn: '2025-03-10',
      },
    }));
  it('is numbered, and kept in order', () => {
    const walk = promised().on('2025-03-20').do(LogDunning, { channel: 'VISIT', contract });
    expect(walk.state.entries.map(({ no, channel, loggedOn }) => [no, channel, loggedOn])).toEqual([
      [1, 'PHONE', '2025-03-10'],
      [2, 'VISIT', '2025-03-20'],
    ]);
  });
  it('needs a contract, and milestones that it has (C-82)', () => {
    expect(promised().refused(LogDunning, { channel: 'VISIT' }).code).toBe('NOT_FOUND');
    expect(promised().refused(LogDunning, { channel: 'VISIT', milestoneIds: ['M9'], contract })).toEqual({
      code: 'NOT_FOUND',
      milestoneId: 'M9',
    });
  });
  it('notes no promise for a day that is over (C-82)', () =>
    expect(promised().refused(LogDunning, { ...PROMISE, promiseDate: '2025-03-09', contract })).toEqual({
      code: 'PROMISE_DATE_INVALID',
      promiseDate: '2025-03-09',
      today: '2025-03-10',
    }));
  it('notes no sum that is promised for no day (C-82)', () =>
    expect(promised().refused(LogDunning, { ...PROMISE, promiseDate: undefined, contract })).toEqual({
      code: 'VALIDATION_FAILED',
      pointer: '/promiseDate',
    }));
  it('has every type of event compared whole', () =>
    expect(typesWrittenOut(__dirname)).toEqual(new Set(Object.keys(dunning.stored))));
});

holdHistories(dunning, path.join(__dirname, 'history'), {
  'two-calls': () => promised().do(LogDunning, { channel: 'VISIT', contract }),
});
