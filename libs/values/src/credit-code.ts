/** Digits and the letters that cannot be taken for digits: no I, O, S, V, Z. */
const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CODE = new RegExp(`^[${SIGNS}]{18}$`);
const MODULUS = SIGNS.length;
/** Weight of a place against that before it. */
const BASE = 3;

/**
 * Whether a text can be a unified social credit code (统一社会信用代码, GB 32100-2015), which is also the tax number of an
 * organisation: 18 signs, the last of which checks the others.
 */
export function isCreditCode(text: string): boolean {
  if (!CODE.test(text)) return false;
  const { sum } = [...text.slice(0, -1)].reduce(
    ({ sum, weight }, sign) => ({ sum: sum + SIGNS.indexOf(sign) * weight, weight: (weight * BASE) % MODULUS }),
    { sum: 0, weight: 1 },
  );
  return SIGNS[(MODULUS - (sum % MODULUS)) % MODULUS] === text.at(-1);
}
