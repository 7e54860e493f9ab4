import {
  bondConverted,
  bondExpired,
  bondForfeited,
  bondLodged,
  bondReleased,
  bondReleaseDue,
  type BondData,
} from '@engsales/events';
import { publish } from '@engsales/messaging';
import type { BondRecord } from '../domain/bond/bond-record.events.js';
import type {
  BondConverted,
  BondExpired,
  BondForfeited,
  BondLodged,
  BondReleased,
  BondReleaseDue,
} from '../domain/bond/bond.events.js';

/** What the tender service says to the others about bonds. */
export const publishedBond = {
  BondLodged: (data: BondLodged['data']) => publish(bondLodged, publicBond(data, data.lodgedOn)),
  BondReleaseDue: (data: BondReleaseDue['data']) => publish(bondReleaseDue, publicBond(data, data.markedOn)),
  BondReleased: (data: BondReleased['data']) => publish(bondReleased, publicBond(data, data.releasedOn)),
  BondConverted: (data: BondConverted['data']) =>
    publish(bondConverted, {
      ...publicBond(data, data.convertedOn),
      convertedToBondId: data.convertedToBondId,
    }),
  BondForfeited: (data: BondForfeited['data']) =>
    publish(bondForfeited, { ...publicBond(data, data.forfeitedOn), reason: data.reason }),
  BondExpired: (data: BondExpired['data']) => publish(bondExpired, publicBond(data, data.expiredOn)),
};

const publicBond = (bond: BondRecord, on: string): BondData => ({
  bondId: bond.bondId,
  leadId: bond.leadId,
  state: bond.state,
  type: bond.type,
  refType: bond.refType,
  refId: bond.refId,
  projectName: bond.projectName,
  amountFen: bond.amountFen,
  remainingFen: bond.remainingFen,
  instrument: bond.instrument,
  issuer: bond.issuer,
  validUntil: bond.validUntil,
  risk: bond.risk,
  basis: bond.basis,
  releaseDueOn: bond.releaseDueOn,
  releasedFen: bond.releasedFen,
  interestFen: bond.interestFen,
  convertedFen: bond.convertedFen,
  forfeitedFen: bond.forfeitedFen,
  on,
});
