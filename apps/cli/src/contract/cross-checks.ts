import type { Fields, Report } from '../layout/row-fields.js';
import type { SheetPlace } from '@engsales/sheets';
import type { Ids } from './ids.js';

/** A row names a line or milestone that the contract does not have. */
export function refuseUnknown({ given, used }: Ids, report: Report): void {
  for (const [id, place] of used) if (!given.has(id)) report(place, (t) => t.unknownId(id));
}

/** The service answers the first of these only, and without a field. */
export function refuseMilestoneShape(fields: Fields, row: SheetPlace, report: Report): void {
  const [amount, share, day, trigger] = ['milestoneAmount', 'share', 'agreedDate', 'trigger'].map((key) =>
    fields.get(key),
  );
  if (amount && share) report(share.place, (t) => t.amountOrShare);
  if (fields.isBlank('milestoneAmount') && fields.isBlank('share')) report(row, (t) => t.amountOrShare);
  if (trigger?.value === 'DATE' && fields.isBlank('agreedDate')) report(trigger.place, (t) => t.dateNeeded);
  if (day && trigger && trigger.value !== 'DATE') report(day.place, (t) => t.dateWithoutTrigger);
}

export function refuseScopeWithoutMode(fields: Fields, report: Report): void {
  const lines = fields.get('scopeLines');
  if (lines && fields.isBlank('scopeMode')) report(lines.place, (t) => t.goesWith('触发范围'));
}
