import { keysOfProject } from './project-key.js';

describe('what a project is known by (L-05)', () => {
  it('is its name in its city, and its name for its owner', () => {
    expect(keysOfProject({ projectName: '滨江花园 二期工程', city: '临江 市' })).toEqual(['滨江花园二期@临江市']);
    expect(keysOfProject({ projectName: '滨江花园二期', city: '临江市', ownerName: '滨江置业（集团）' })).toEqual([
      '滨江花园二期@临江市',
      '滨江花园二期#滨江置业集团',
    ]);
  });
});
