/**
 * A contract number as it stands on paper: letters of any script, digits, brackets, dots, dashes, blanks; a letter, a digit or
 * an opening bracket first, a letter or digit in it, 64 characters at most. Nothing in it may be without width.
 */
export const CONTRACT_NO =
  /^(?!.*\p{Default_Ignorable_Code_Point})(?=.*[\p{L}\p{N}])[\p{L}\p{N}(（〔[【［][\p{L}\p{N}()（）〔〕[\]【】［］._/ －–—-]{0,63}$/u;
