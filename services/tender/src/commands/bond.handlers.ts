import { handlerReading, type EventStore } from '@engsales/event-sourcing';
import { ChaseBond, ConvertBond, RequestBond } from '../domain/bond/bond.commands.js';
import { bond } from '../domain/bond/bond.js';
import { exists } from '../domain/bond/bond.state.js';
import { AT_BENEFICIARY, type BondState } from '../domain/bond/bond.values.js';
import { bondIdOf } from '../domain/ids.js';
import type { TenderThen } from '../domain/offers/tender-then.js';
import { exists as isTender } from '../domain/tender/tender.state.js';
import { readBond, readBondState } from './read-bond.js';
import { readTender, readTenderState } from './read-tender.js';

/** A bid bond is for a tender, which says what it is for and whose it is; a contract lives in another service. */
const RequestBondHandler = handlerReading(bond, RequestBond, async ({ type, refId }, store) => ({
  tender: type === 'BID_BOND' ? await readTender(store, refId) : undefined,
}));

/** The tender may have been given to another salesperson since the bond was asked for. */
const ChaseBondHandler = handlerReading(bond, ChaseBond, async ({ bondId }, store) => ({
  tender: await tenderOfBond(store, bondId),
}));

async function tenderOfBond(store: EventStore, bondId: string): Promise<TenderThen | undefined> {
  const found = await readBondState(store, bondId);
  return exists(found) && found.refType === 'TENDER' ? readTender(store, found.refId) : undefined;
}

const atBeneficiary: readonly BondState[] = AT_BENEFICIARY;

/** Into the performance bond that the contract may have already; the tender knows what the contract comes to. */
const ConvertBondHandler = handlerReading(bond, ConvertBond, async ({ bondId, contractId }, store) => {
  const target = await readBond(store, bondIdOf('PERFORMANCE_BOND', contractId));
  return {
    target: target && { isLodged: atBeneficiary.includes(target.state), instrument: target.instrument },
    contractTotalFen: await contractTotal(store, bondId, contractId),
  };
});

async function contractTotal(store: EventStore, bondId: string, contractId: string): Promise<number | undefined> {
  const found = await readBondState(store, bondId);
  if (!exists(found) || found.refType !== 'TENDER') return undefined;
  const tender = await readTenderState(store, found.refId);
  const contract = isTender(tender) ? tender.contract : undefined;
  return contract?.contractId === contractId ? contract.totalFen : undefined;
}

export const bondHandlers = [RequestBondHandler, ChaseBondHandler, ConvertBondHandler];
