import type { SignedContract } from '../domain/contract/contract.state.js';

/** Who took the contract over from another system, and who has confirmed it; nothing for one that was signed here. */
export const importedView = ({ imported }: SignedContract) =>
  imported && { by: imported.by, on: imported.on, confirmedBy: imported.confirmedBy ?? null };
