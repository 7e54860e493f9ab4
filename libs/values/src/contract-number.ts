/**
 * A contract number as it stands on paper: letters of any script, digits, brackets, dots, dashes, blanks; a letter, a digit or
 * an opening bracket first, a letter or digit in it, 64 characters at most. The Hangul fillers are letters
 * without width and are refused.
 */
export const CONTRACT_NO =
  /^(?!.*[\u115F\u1160\u3164\uFFA0])(?=.*[\p{L}\p{N}])[\p{L}\p{N}(（〔[【［][\p{L}\p{N}()（）〔〕[\]【】［］._/ －–—-]{0,63}$/u;
