import { materialQuantity } from '@engsales/values';

/** A cost in fen as the decimal text in yuan that takes its place. */
export const yuanOfFen = (fen: number): string => materialQuantity(String(fen), '0.01', 0);
