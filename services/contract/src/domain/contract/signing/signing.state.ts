import type { SignatorySide } from '../contract.values.js';

export interface Signatory {
  readonly side: SignatorySide;
  /** Reference into the personal-data vault, never a name. */
  readonly personRef: string;
}
