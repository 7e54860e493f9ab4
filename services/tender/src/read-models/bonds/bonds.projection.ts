import { eachOf, insertOnce, projection, updateNewer, upsertNewer, type Recorded } from '@engsales/read-models';
import { businessDateOf } from '@engsales/values';
import type { EntityManager } from 'typeorm';
import type { BondRecord } from '../../domain/bond/bond-record.events.js';
import type { BondEvent, BondLodged, BondRequested } from '../../domain/bond/bond.events.js';

const each = eachOf<BondEvent>();

/** Which bonds are out, for what, until when, and what is due back? A row per bond, and one per event for the ledger of any day. */
export const bonds = projection<BondEvent>({
  name: 'bonds',
  tables: ['bond', 'bond_entry'],
  on: {
    BondRequested: async (event, rows) => {
      const { data, revision } = event;
      await keepEntry(event, rows);
      await upsertNewer(rows, 'bond', 'bond_id', { ...beginning(data, data.requestedOn), revision });
    },
    BondLodged: async (event, rows) => {
      const { data, revision } = event;
      await keepEntry(event, rows);
      // a bid bond that was converted begins the performance bond here
      if (data.convertedFrom) {
        await upsertNewer(rows, 'bond', 'bond_id', { ...beginning(data, data.recordedOn), revision });
      } else await updateNewer(rows, 'bond', ['bond_id', data.bondId], revision, standing(data));
    },
    ...each(
      [
        'BondApproved',
        'BondRefused',
        'BondCancelled',
        'BondExtended',
        'BondAdjusted',
        'BondExpiring',
        'BondExpired',
        'BondReleaseDue',
        'BondAtRisk',
        'BondChased',
        'BondReleaseOverdue',
        'BondReleased',
        'BondConverted',
        'BondForfeited',
      ],
      async (event, rows) => {
        const { data, revision } = event;
        await keepEntry(event, rows);
        await updateNewer(rows, 'bond', ['bond_id', data.bondId], revision, standing(data));
      },
    ),
  },
});

/** What the events of a bond change. */
const standing = (bond: BondRecord) => ({
  state: bond.state,
  valid_until: bond.validUntil,
  amount_fen: bond.amountFen,
  remaining_fen: bond.remainingFen,
  risk: bond.risk,
  lodged_on: bond.lodgedOn,
  release_due_on: bond.releaseDueOn,
  basis: bond.basis,
});

const beginning = (bond: (BondRequested | BondLodged)['data'], requestedOn: string) => ({
  bond_id: bond.bondId,
  request_no: bond.requestNo,
  type: bond.type,
  ref_type: bond.refType,
  ref_id: bond.refId,
  project_id: bond.projectId,
  lead_id: bond.leadId,
  project_name: bond.projectName,
  tender_no: bond.tenderNo,
  salesperson_id: bond.salespersonId,
  beneficiary_name: bond.beneficiaryName,
  instrument: bond.instrument,
  issuer: bond.issuer,
  needed_by: 'neededBy' in bond ? bond.neededBy : undefined,
  requested_by: bond.by,
  requested_on: requestedOn,
  ...standing(bond),
});

const keepEntry = ({ data, revision, type, metadata }: Recorded<BondEvent>, rows: EntityManager): Promise<void> =>
  insertOnce(rows, 'bond_entry', 'bond_id, revision', {
    bond_id: data.bondId,
    revision,
    request_no: data.requestNo,
    event: type,
    recorded_on: businessDateOf(metadata.occurredAt),
    type: data.type,
    ref_id: data.refId,
    project_id: data.projectId,
    project_name: data.projectName,
    tender_no: data.tenderNo,
    state: data.state,
    instrument: data.instrument,
    issuer: data.issuer,
    valid_until: data.validUntil,
    lodged_on: data.lodgedOn,
    risk: data.risk,
    basis: data.basis,
    release_due_on: data.releaseDueOn,
    amount_fen: data.amountFen,
    remaining_fen: data.remainingFen,
    released_fen: data.releasedFen,
    interest_fen: data.interestFen,
    converted_fen: data.convertedFen,
    forfeited_fen: data.forfeitedFen,
    lapsed_fen: data.lapsedFen,
  });
