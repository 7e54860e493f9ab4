import {
  contractIdOfLead,
  contractIdOfTender,
  importedContractId,
  importedReceiptId,
  projectIdOf,
  receivableId,
} from './ids.js';
import { contractNumber } from './numbers/numbers.js';

describe('the id of', () => {
  it('an imported contract is the same for whoever writes its number another way (C-78)', () =>
    expect(importedContractId('ht-2024-0117 ')).toBe(importedContractId('HT-2024-0117')));
  it('a contract is the same however often its tender is told of (C-24)', () =>
    expect(contractIdOfTender('t-1')).toBe(contractIdOfTender('t-1')));
  it('a contract differs between a tender and a lead of the same id (C-24)', () =>
    expect(contractIdOfTender('x')).not.toBe(contractIdOfLead('x', 1)));
  it('a contract differs between the attempts of a lead that was revived (C-24)', () =>
    expect(contractIdOfLead('x', 2)).not.toBe(contractIdOfLead('x', 1)));
  it('an imported receipt belongs to its contract: the same transfer on another one is another receipt', () =>
    expect(importedReceiptId('c-1', 'B-1')).not.toBe(importedReceiptId('c-2', 'B-1')));
  it('a receivable differs between milestones, and between contracts', () => {
    const ids = [receivableId('c-1', 'M1'), receivableId('c-1', 'M2'), receivableId('c-2', 'M1')];
    expect(new Set(ids).size).toBe(3);
  });
  it('a thing is never that of another kind from the same text, since cursors go by it', () => {
    const ids = [
      contractIdOfTender('X'),
      contractIdOfLead('X', 1),
      importedContractId('X'),
      projectIdOf('X'),
      contractNumber.idFor('X'),
      importedReceiptId('X', 'X'),
      receivableId('X', 'X'),
    ];
    expect(new Set(ids).size).toBe(7);
  });
  it.each([
    [
      'a contract of a lead',
      contractIdOfLead('1b7c1e50-22f3-5b8e-8d43-0a3b5d6e7f80', 1),
      '98bdd959-e6e1-5c3d-ae6a-c49cc44d2de3',
    ],
    [
      'a contract of a tender',
      contractIdOfTender('2c8d2f61-33a4-5c9f-9e54-1b4c6e7f8a91'),
      'c57e91fc-9322-52f0-8cee-e6f3d7fddf5f',
    ],
    ['an imported contract', importedContractId('HT-2024-0117'), '30a7f894-d5d1-5d78-a23f-86e044fbcfe5'],
    ['a reservation', contractNumber.idFor('HT-2025-0031'), '9a5d55ac-ed3d-5ef5-99c7-3d9f933ddc35'],
    ['a receivable', receivableId('c', 'M1'), '8f543ab2-46c5-5753-a5eb-3281f96f681a'],
    ['a project', projectIdOf('c'), '48ae9c2c-1a53-5bd3-bed9-9fb1d5881afe'],
    ['an imported receipt', importedReceiptId('c', 'B-1'), 'f8c3b504-e943-5f2c-aa5a-b0b4760ea703'],
  ])('%s stays what it was: it stands in streams that are kept', (_title, id, kept) => expect(id).toBe(kept));
});
