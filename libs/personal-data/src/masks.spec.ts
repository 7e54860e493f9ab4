import { maskIdNo, maskName, maskPerson, maskPhone } from './masks.js';

describe('the masked form of a person', () => {
  it.each([
    ['李娜', '李*'],
    ['王建国', '王*国'],
    ['欧阳修远', '欧**远'],
    ['Ann Lee', 'A*****e'],
    ['王', '*'],
    ['', '*'],
  ])('shows the name %s as %s', (name, masked) => expect(maskName(name)).toBe(masked));

  it.each([
    ['13800001234', '138****1234'],
    ['138 0000 1234', '138****1234'],
    ['0571-8765', '******65'],
    ['12345', '*****'],
  ])('shows the telephone number %s as %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked));

  it.each([
    ['110101199003071234', '1****************4'],
    ['11010119900307123X', '1****************X'],
    ['E123', '****'],
  ])('shows the identity number %s as %s', (idNo, masked) => expect(maskIdNo(idNo)).toBe(masked));

  it('says nothing of what was not given, and nothing of the post', () =>
    expect(maskPerson({ name: '李娜', post: '院长' })).toEqual({ name: '李*' }));
});
