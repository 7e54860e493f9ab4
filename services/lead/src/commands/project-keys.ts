import {
  isJustReserved,
  Rejected,
  Reservations,
  type CommandExecutor,
  type CommandResult,
  type Issued,
} from '@engsales/event-sourcing';
import type { LeadCaptured, LeadCorrected } from '../domain/lead/capturing/capturing.events.js';
import { exists } from '../domain/lead/lead.state.js';
import { keysOfProject, projectKey } from '../domain/project-key/project-key.js';
import { readLeadState } from './read-lead.js';

interface ProjectNamed {
  readonly projectName: string;
  readonly city: string;
  readonly ownerName?: string;
}

/** The names that the project has after a command: its event has them. */
export function projectNamedIn({ events }: CommandResult): ProjectNamed {
  const { projectName, city, ownerName } = events[0]?.data as LeadCaptured['data'] | LeadCorrected['data'];
  return { projectName, city, ownerName };
}

/** What projects are known by. A lead that was given up, lost or merged keeps its keys; a corrected one loses the old. */
function projectKeys(executor: CommandExecutor): Reservations {
  return new Reservations(executor, projectKey, async (held) => {
    const holder = await readLeadState(executor.store, held.heldBy);
    return exists(holder) ? keysOfProject(holder.captured).includes(held.value) : isJustReserved(held);
  });
}

/** The lead is known by these from now on. @throws Rejected DUPLICATE_LEAD {existingLeadId, existingState, salespersonId} */
export async function takeProjectKeys(executor: CommandExecutor, leadId: string, named: ProjectNamed, issued: Issued) {
  for (const value of keysOfProject(named)) {
    await projectKeys(executor)
      .take({ value, heldBy: leadId }, issued)
      .catch((error: unknown) => refuseDuplicate(executor, error));
  }
}

/** Keys that another lead has stay with it. */
export async function takeFreeProjectKeys(
  executor: CommandExecutor,
  leadId: string,
  named: ProjectNamed,
  issued: Issued,
) {
  for (const value of keysOfProject(named)) {
    await projectKeys(executor)
      .take({ value, heldBy: leadId }, issued)
      .catch((error: unknown) => {
        if (!isDuplicate(error)) throw error;
      });
  }
}

/** What the lead was known by, and is no more. */
export async function giveBackProjectKeys(
  executor: CommandExecutor,
  leadId: string,
  was: ProjectNamed,
  issued: Issued,
) {
  for (const value of keysOfProject(was)) await projectKeys(executor).giveBack({ value, heldBy: leadId }, issued);
}

const isDuplicate = (error: unknown): error is Rejected => error instanceof Rejected && error.code === 'DUPLICATE_LEAD';

/** Names the lead that has the key; one that was merged is named by what it was merged into. */
async function refuseDuplicate(executor: CommandExecutor, error: unknown): Promise<never> {
  if (!isDuplicate(error)) throw error;
  let existingLeadId = String(error.details.existing);
  let existing = await readLeadState(executor.store, existingLeadId);
  while (exists(existing) && existing.intoLeadId !== undefined) {
    existingLeadId = existing.intoLeadId;
    existing = await readLeadState(executor.store, existingLeadId);
  }
  const found = exists(existing) ? { existingState: existing.state, salespersonId: existing.salespersonId } : {};
  throw new Rejected('DUPLICATE_LEAD', 'the project has a lead already', { existingLeadId, ...found });
}
