import { CommandTo } from '@engsales/event-sourcing/domain';
import type { Signatory } from './signing.state.js';

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
