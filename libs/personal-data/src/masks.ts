/** What everybody who reads a view may see of a person: enough to recognise, not to identify. */
export interface MaskedPerson {
  readonly name: string;
  readonly phone?: string;
  readonly idNo?: string;
}

export function maskPerson({ name = '', phone, idNo }: Readonly<Record<string, string>>): MaskedPerson {
  return {
    name: maskName(name),
    ...(phone ? { phone: maskPhone(phone) } : {}),
    ...(idNo ? { idNo: maskIdNo(idNo) } : {}),
  };
}

/** 李娜 -> 李*, 王建国 -> 王*国, 欧阳修远 -> 欧**远. */
export function maskName(name: string): string {
  const signs = [...name.trim()];
  return signs.length < 3 ? covered(signs, Math.min(1, signs.length - 1), 0) : covered(signs, 1, 1);
}

/** 13800001234 -> 138****1234; of a shorter number the last two digits are shown. */
export function maskPhone(phone: string): string {
  const signs = [...phone.replaceAll(/[\s()-]/g, '')];
  return signs.length < 11 ? covered(signs, 0, signs.length < 6 ? 0 : 2) : covered(signs, 3, 4);
}

/** The first and the last sign of an identity number. */
export function maskIdNo(idNo: string): string {
  const signs = [...idNo.trim()];
  return signs.length < 8 ? covered(signs, 0, 0) : covered(signs, 1, 1);
}

const MOST_STARS = 16;

function covered(signs: readonly string[], first: number, last: number): string {
  const begins = Math.max(0, first);
  const ends = signs.length - last;
  const stars = Math.min(MOST_STARS, Math.max(1, ends - begins));
  return signs.slice(0, begins).join('') + '*'.repeat(stars) + signs.slice(ends).join('');
}
