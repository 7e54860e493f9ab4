/** A contract number as it stands on paper: letters of any script, digits, brackets, dots, dashes, blanks; a letter or digit first; 64 at most. */
export const CONTRACT_NO = /^[\p{L}\p{N}][\p{L}\p{N}()（）〔〕[\]._/ -]{0,63}$/u;
