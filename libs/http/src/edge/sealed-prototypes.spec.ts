import { sealPrototypes } from './sealed-prototypes.js';

describe('sealed prototypes', () => {
  beforeAll(sealPrototypes);

  it('lose nothing and gain nothing', () => {
    const inherited: object = Object.prototype;
    expect(Reflect.deleteProperty(inherited, 'hasOwnProperty')).toBe(false);
    expect(Reflect.deleteProperty(Array.prototype, 'map')).toBe(false);
    expect(Reflect.set(inherited, 'polluted', true)).toBe(false);
    expect('polluted' in {}).toBe(false);
  });

  it('can be overridden by an object of its own', () => {
    const own = { toString: () => 'mine' };
    own.toString = () => 'still mine';
    expect(String(own)).toBe('still mine');
  });
});
