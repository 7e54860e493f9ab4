import { Rejected, type Issued } from '@engsales/event-sourcing/domain';
import { rateBps } from '@engsales/values';
import { companySettings } from '../company-settings.js';

/** Margin of a price over its cost in basis points, round half up; negative where the cost is higher. Undefined for nothing. */
export function marginBps(priceFen: number, costFen: number): number | undefined {
  if (priceFen === 0) return undefined;
  return rateBps(priceFen - costFen, priceFen);
}

/** An offer below the floor is approved by a company leader alone. @throws Rejected BELOW_FLOOR_PRICE {marginBps, floorMarginBps} */
export function refuseBelowFloor(margin: number | undefined, issued: Issued): void {
  const { floorMarginBps } = companySettings(issued);
  if (margin === undefined || margin >= floorMarginBps) return;
  const { role, roles = [role] } = issued.by;
  if (roles.includes('COMPANY_LEADER')) return;
  const details = { marginBps: margin, floorMarginBps };
  throw new Rejected('BELOW_FLOOR_PRICE', `the margin is ${margin} basis points, below ${floorMarginBps}`, details);
}
