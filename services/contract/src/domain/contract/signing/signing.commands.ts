import { CommandTo } from '@engsales/event-sourcing/domain';
import type { SignatorySide } from '../contract.values.js';

export interface Signatory {
  readonly side: SignatorySide;
  /** Reference into the personal-data vault, never a name. */
  readonly personRef: string;
}

export class SignContract extends CommandTo<
  'contractId',
  {
    readonly contractNo: string;
    readonly signedOn: string;
    readonly signatories: readonly Signatory[];
    readonly scanRef: string;
  }
> {
  readonly type = 'SignContract';
}
