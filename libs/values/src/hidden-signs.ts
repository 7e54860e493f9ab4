/** Whether a text has signs that nobody sees. */
export const hasZeroWidth = (text: string): boolean => /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(text);

/** Whether signs hide in a text: blanks without width, signs that turn the direction. What joins or varies other signs may stay. */
export const hasHiddenSigns = (text: string): boolean =>
  /[\u00ad\u115f\u1160\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u3164\ufeff]/.test(text);

/** Whether there is anything to see in a text. */
export const isVisible = (text: string): boolean => /[^\s\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(text);
