import { Rejected } from '@engsales/event-sourcing/domain';
import type { PartyThen } from '../party-then.js';

/** A party as it is when a command comes that names it. */
export interface KnownParty extends PartyThen {
  /** Absent for a person who acts for nobody else. */
  readonly name?: string;
  readonly personRef?: string;
  readonly contacts: readonly { readonly contactId: string; readonly personRef: string; readonly post: string }[];
}

/** What other aggregates say when a command comes that names them; the handler reads it, the decision judges it. */
export interface Siblings {
  readonly parties: readonly KnownParty[];
  readonly channels: readonly { readonly channelId: string; readonly state: string }[];
  readonly productLines: readonly {
    readonly productLineId: string;
    readonly requiredQualifications: readonly string[];
  }[];
  /** Of the salesperson that the command is about. */
  readonly member?: KnownMember;
}

/** One of the sales staff, enrolled or not. */
export interface KnownMember {
  readonly isActive: boolean;
  readonly teamId?: string;
  readonly qualifications: readonly { readonly kind: string; readonly validUntil?: string }[];
}

export const NO_SIBLINGS: Siblings = { parties: [], channels: [], productLines: [] };

/** @throws Rejected NOT_FOUND, CHANNEL_NOT_ACTIVE */
export function demandActiveChannel(channelId: string | undefined, { channels }: Siblings): void {
  if (channelId === undefined) return;
  const channel = channels.find((other) => other.channelId === channelId);
  if (!channel) throw new Rejected('NOT_FOUND', `there is no channel ${channelId}`, { channelId });
  if (channel.state !== 'ACTIVE') {
    throw new Rejected('CHANNEL_NOT_ACTIVE', `the channel ${channelId} is ${channel.state}`, {
      channelId,
      channelState: channel.state,
    });
  }
}
