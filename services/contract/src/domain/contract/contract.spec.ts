import { typesWrittenOut } from '@engsales/event-sourcing/testing';
import { contract } from './contract.js';

it('every event of a contract is compared whole in a spec', () => {
  const written = typesWrittenOut(__dirname);
  expect(Object.keys(contract.stored).filter((type) => !written.has(type))).toEqual([]);
});
