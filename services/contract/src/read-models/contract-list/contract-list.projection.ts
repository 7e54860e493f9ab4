import { insertOnce, eachOf, projection, updateNewer, type Columns, type Recorded } from '@engsales/read-models';
import { foldedNumber } from '@engsales/values';
import type { EntityManager } from 'typeorm';
import type { ContractEvent } from '../../domain/contract/contract.events.js';
import type { DocumentRecord } from '../../domain/contract/drafting/drafting.events.js';

type RecordedOfContract = Recorded<ContractEvent>;

const each = eachOf<ContractEvent>();

/** Which contracts are there? One row per contract, guarded by the revision that it shows. */
export const contractList = projection<ContractEvent>({
  name: 'contract-list',
  tables: ['contract_list'],
  on: {
    ContractDrafted: (event, rows) => insert(rows, event, documentColumns(event.data.document)),
    ContractImported: (event, rows) =>
      insert(rows, event, {
        ...documentColumns(event.data.document),
        ...signature(event.data),
        imported_by: event.data.importedBy,
        imported_on: event.data.importedOn,
      }),
    ImportConfirmed: (event, rows) => update(rows, event, { import_confirmed_by: event.data.confirmedBy }),
    ContractRevised: (event, rows) =>
      update(rows, event, { state: event.data.state, ...documentColumns(event.data.document) }),
    ContractSigned: (event, rows) =>
      update(rows, event, {
        state: event.data.state,
        ...documentColumns(event.data.document),
        ...signature(event.data),
      }),
    ...each(
      [
        'NegotiationRoundRecorded',
        'ContractSubmittedForApproval',
        'ContractApproved',
        'ContractRejected',
        'ContractAbandoned',
        'ContractExecutionFormAccepted',
        'ContractCompleted',
        'ContractClosed',
        'ContractSuspended',
        'ContractResumed',
        'ContractVoided',
        'ContractTerminated',
        'ContractSettled',
      ],
      (event, rows) => update(rows, event, { state: event.data.state }),
    ),
  },
});

const insert = (
  rows: EntityManager,
  { data, revision, metadata }: Extract<RecordedOfContract, { type: 'ContractDrafted' | 'ContractImported' }>,
  values: Columns,
) =>
  insertOnce(rows, 'contract_list', 'contract_id', {
    contract_id: data.contractId,
    revision,
    project_id: data.projectId,
    state: data.state,
    drafted_at: metadata.occurredAt,
    ...values,
  });

const update = (rows: EntityManager, { data, revision }: RecordedOfContract, values: Columns) =>
  updateNewer(rows, 'contract_list', ['contract_id', data.contractId], revision, values);

const signature = ({ contractNo, signedOn }: { readonly contractNo: string; readonly signedOn: string }): Columns => ({
  contract_no: contractNo,
  number_key: foldedNumber(contractNo),
  signed_on: signedOn,
});

const documentColumns = (document: DocumentRecord): Columns => ({
  project_name: document.projectName,
  project_key: foldedNumber(document.projectName),
  customer_name: document.customer?.name ?? null,
  customer_key: foldedNumber(document.customer?.name ?? ''),
  salesperson_id: document.salespersonId ?? null,
  merchandiser_id: document.merchandiserId ?? null,
  operation_mode: document.operationMode,
  total_fen: document.totalFen,
  signing_due_on: document.signingDueOn ?? null,
});
