import { given, issued } from '@engsales/event-sourcing/testing';
import {
  contractNumber,
  ReleaseContractNumber,
  ReserveContractNumber,
  type ContractNumberEvent,
} from './contract-number.js';

const held = (contractId: string) => ({ contractNo: 'HT-1', contractId });
const reserved: ContractNumberEvent = { type: 'ContractNumberReserved', data: held('A') };
const released: ContractNumberEvent = { type: 'ContractNumberReleased', data: held('A') };
const reserve = (contractId: string) => new ReserveContractNumber(held(contractId), issued());
const release = (contractId: string) => new ReleaseContractNumber(held(contractId), issued());

describe('a contract number', () => {
  it('is reserved for one contract', () => given(contractNumber).when(reserve('A')).then(reserved));
  it('is found by the contract that holds it', () => given(contractNumber, reserved).when(reserve('A')).thenNothing());
  it('is refused to any other', () =>
    given(contractNumber, reserved)
      .when(reserve('B'))
      .thenRejected('DUPLICATE_CONTRACT_NO', { contractNo: 'HT-1', existingContractId: 'A' }));
  it('is given back by its holder', () => given(contractNumber, reserved).when(release('A')).then(released));
  it('is not given back by another', () => given(contractNumber, reserved).when(release('B')).thenNothing());
  it('can be reserved again once given back', () =>
    given(contractNumber, reserved, released)
      .when(reserve('B'))
      .then({ type: 'ContractNumberReserved', data: held('B') }));
});
