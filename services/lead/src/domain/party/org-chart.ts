import { Rejected } from '@engsales/event-sourcing/domain';
import type { OrgUnitWords } from './party.commands.js';
import type { OrgUnitRecord } from './party.events.js';

/** Each unit stands in the chart once, under one that is there too, and no unit under itself. @throws Rejected VALIDATION_FAILED */
export function refuseUnconnected(units: readonly OrgUnitWords[]): void {
  const parents = new Map(units.map(({ unitId, parentId }) => [unitId, parentId]));
  units.forEach(({ unitId, parentId }, index) => {
    if (units.findIndex((other) => other.unitId === unitId) !== index) refuse(index, 'unitId', 'stands twice');
    if (parentId !== undefined && !parents.has(parentId)) refuse(index, 'parentId', 'is no unit of the chart');
    if (isUnderItself(unitId, parents)) refuse(index, 'parentId', 'leads back to the unit');
  });
}

function isUnderItself(unitId: string, parents: ReadonlyMap<string, string | undefined>): boolean {
  let above = parents.get(unitId);
  for (let steps = 0; above !== undefined && steps < parents.size; steps += 1) {
    if (above === unitId) return true;
    above = parents.get(above);
  }
  return false;
}

function refuse(index: number, field: string, is: string): never {
  throw new Rejected('VALIDATION_FAILED', `${field} ${is}`, { pointer: `/units/${index}/${field}` });
}

export const orgUnitRecord = ({ unitId, name, parentId, headContactId }: OrgUnitWords): OrgUnitRecord => ({
  unitId,
  name,
  parentId,
  headContactId,
});
