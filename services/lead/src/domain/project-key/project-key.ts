import { reservation } from '@engsales/event-sourcing/domain';
import { foldedName, foldedText } from '../folded-name.js';

/** What tells that two leads are one project; written folded already. */
export const projectKey = reservation('ProjectKey', { code: 'DUPLICATE_LEAD', foldedBy: (key) => key });

interface ProjectNamed {
  readonly projectName: string;
  readonly city: string;
  readonly ownerName?: string;
}

/** A project is known by its name in its city, and by its name for its owner. */
export function keysOfProject({ projectName, city, ownerName }: ProjectNamed): string[] {
  const name = foldedName(projectName);
  const keys = [`${name}@${foldedText(city)}`];
  return ownerName === undefined ? keys : [...keys, `${name}#${foldedText(ownerName)}`];
}
