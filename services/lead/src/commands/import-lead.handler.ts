import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, Rejected, type CommandResult } from '@engsales/event-sourcing';
import { ImportLead } from '../domain/lead/capturing/capturing.commands.js';
import { lead } from '../domain/lead/lead.js';
import { addImportedContact, findImportedParty, registerImportedParty } from './imported-parties.js';
import { projectNamedIn, takeProjectKeys } from './project-keys.js';
import { readSiblings } from './read-siblings.js';

/**
 * A row of a list: try the decision with the parties that the row names, take what the project is known by, register the parties that
 * nobody knew, add the contact, record. What broke off in between is taken up where it stood when the row comes again.
 */
@CommandHandler(ImportLead)
export class ImportLeadHandler implements ICommandHandler<ImportLead, CommandResult> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute({ data, issued }: ImportLead): Promise<CommandResult> {
    const { executor } = this;
    const { ownerName, designInstituteName, customerSegment, city, contact, channelId, salespersonId: staffId } = data;
    const owner = await findImportedParty(executor.store, ownerName, { role: 'OWNER', customerSegment, city });
    const institute = await findImportedParty(executor.store, designInstituteName, { role: 'DESIGN_INSTITUTE' });
    const parties = [owner, institute].filter((party) => party !== undefined);
    const siblings = await readSiblings(executor.store, { channelId, staffId });
    const known = {
      ...data,
      ownerPartyId: owner?.known.partyId,
      designInstitutePartyId: institute?.known.partyId,
      siblings: { ...siblings, parties: parties.map(({ known: party }) => party) },
    };
    const at = contact?.at === 'OWNER' ? owner : institute;
    if (contact && !at) {
      throw new Rejected('NOT_FOUND', `the row names a contact of the ${contact.at} and no such party`, {
        pointer: '/contact/at',
      });
    }

    const trial = await executor.execute(lead, new ImportLead(known, { ...issued, dryRun: true }));
    await takeProjectKeys(executor, data.leadId, projectNamedIn(trial), issued);
    if (issued.dryRun) return trial;
    for (const party of parties) await registerImportedParty(executor, party, issued);
    if (contact && at) await addImportedContact(executor, at.known.partyId, contact, issued);
    return executor.execute(lead, new ImportLead(known, issued));
  }
}
