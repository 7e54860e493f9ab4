import { holdHistories, typesWrittenOut, Walk } from '@engsales/event-sourcing/testing';
import path from 'node:path';
import { contractNumberId } from '../ids.js';
import {
  contractNumber,
  ReleaseContractNumber,
  ReserveContractNumber,
  type ContractNumber,
  type ContractNumberCommand,
} from './contract-number.js';
import type { ContractNumberEvent } from './contract-number.events.js';

const forContract = (contractId: string) => ({ contractNo: 'HT-1', contractId });
class NumberWalk extends Walk<ContractNumber, ContractNumberCommand, ContractNumberEvent, 'contractNumberId'> {
  constructor() {
    super(contractNumber, { contractNumberId: contractNumberId('HT-1') });
  }
}
const reserved = () => new NumberWalk().do(ReserveContractNumber, forContract('A'));

describe('a contract number', () => {
  it('is reserved for one contract (C-31)', () =>
    reserved().recorded({ type: 'ContractNumberReserved', data: { contractNo: 'HT-1', contractId: 'A' } }));
  it('is found by the contract that holds it (C-32)', () =>
    reserved().do(ReserveContractNumber, forContract('A')).recorded());
  it('is refused to any other (C-31)', () =>
    expect(reserved().refused(ReserveContractNumber, forContract('B'))).toEqual({
      code: 'DUPLICATE_CONTRACT_NO',
      contractNo: 'HT-1',
      existingContractId: 'A',
    }));
  it('is given back by its holder (C-33)', () =>
    reserved()
      .do(ReleaseContractNumber, forContract('A'))
      .recorded({ type: 'ContractNumberReleased', data: { contractNo: 'HT-1', contractId: 'A' } }));
  it('is not given back by another (C-33)', () => reserved().do(ReleaseContractNumber, forContract('B')).recorded());
  it('can be reserved again once given back (C-33)', () =>
    reserved()
      .do(ReleaseContractNumber, forContract('A'))
      .do(ReserveContractNumber, forContract('B'))
      .recorded({ type: 'ContractNumberReserved', data: { contractNo: 'HT-1', contractId: 'B' } }));
  it('is the same in another width, case and with doubled blanks (C-31)', () =>
    expect(contractNumberId(' ht－１ ')).toBe(contractNumberId('HT-1')));
  it('has every type of event compared whole', () =>
    expect(typesWrittenOut(__dirname)).toEqual(new Set(Object.keys(contractNumber.stored))));
});

holdHistories(contractNumber, path.join(__dirname, 'history'), {
  'given-back': () =>
    reserved().do(ReleaseContractNumber, forContract('A')).do(ReserveContractNumber, forContract('B')),
});
