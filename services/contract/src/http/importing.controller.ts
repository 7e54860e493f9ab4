import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  BeginRoute,
  BusinessDate,
  CommandRoute,
  Fen,
  Id,
  Means,
  Nested,
  NestedList,
  NoBody,
  OneOf,
  Optional,
  PositiveFen,
  QuantityOrNone,
  Reference,
  Text,
  Uuid,
} from '@engsales/http';
import { INSTRUMENTS, type Instrument } from '../domain/contract/contract.values.js';
import {
  ConfirmImport,
  ImportContract,
  type ImportedReceipt,
} from '../domain/contract/importing/importing.commands.js';
import { importedContractId, importedReceiptId, projectIdOf } from '../domain/ids.js';
import { AllocationRequest, allocationsOf } from './allocation.requests.js';
import { ContractNo } from './contract-no.js';
import { ContractDocumentRequest, draftDocumentOf } from './document.requests.js';

class TriggeredRequest {
  @Means('milestone of the contract', 'M1') @Reference() milestoneId!: string;
  @Means('the day on which it happened', '2025-03-10') @BusinessDate() on!: string;
}

class ImportedReceiptRequest {
  @Means('reference of the transfer; one in the contract', 'ICBC-20250312-0007') @Text(64) bankRef!: string;
  @Means('amount with VAT') @PositiveFen() amountFen!: number;
  @Means('day on which the money came in', '2025-03-12') @BusinessDate() receivedOn!: string;
  @Means('how it was paid', 'TRANSFER') @OneOf(INSTRUMENTS) instrument!: Instrument;
  @Means('day on which a bill matures') @Optional() @BusinessDate() maturesOn?: string;
  @Means('milestones that the money is for')
  @NestedList(() => AllocationRequest, 200)
  allocations: AllocationRequest[] = [];
  @Means('what is kept without a milestone, also beyond the total')
  @Optional()
  @Fen()
  unallocatedFen?: number;
}

class DatedLineRequest {
  @Means('line of the contract', 'L1') @Reference() lineId!: string;
  @Means('the day on which it happened', '2025-03-10') @BusinessDate() on!: string;
}

class MovedLineRequest {
  @Means('line of the contract', 'L1') @Reference() lineId!: string;
  @Means('cumulative, decimal text') @QuantityOrNone() qty!: string;
}

/** A running contract as it stands in another system. */
export class ImportContractRequest {
  @Means('number of the contract; one a company', 'HT-2024-0117') @ContractNo() contractNo!: string;
  @Means('day of the signature', '2025-03-10') @BusinessDate() signedOn!: string;
  @Means('engineering project; minted when absent')
  @Optional()
  @Uuid()
  projectId?: string;
  @Nested(() => ContractDocumentRequest) document!: ContractDocumentRequest;
  @Means('milestones whose trigger has come about, and when')
  @NestedList(() => TriggeredRequest, 200)
  triggered: TriggeredRequest[] = [];
  @Means('money that came in so far')
  @NestedList(() => ImportedReceiptRequest, 1_000)
  receipts: ImportedReceiptRequest[] = [];
  @Means('made or bought in so far (已完工数量), what has left included')
  @NestedList(() => MovedLineRequest, 500)
  produced: MovedLineRequest[] = [];
  @Means('shipped so far') @NestedList(() => MovedLineRequest, 500) shipped: MovedLineRequest[] = [];
  @Means('delivered so far') @NestedList(() => MovedLineRequest, 500) delivered: MovedLineRequest[] = [];
  @Means('lines that are installed, and when') @NestedList(() => DatedLineRequest, 500) installed: DatedLineRequest[] =
    [];
  @Means('lines that are accepted, and when') @NestedList(() => DatedLineRequest, 500) accepted: DatedLineRequest[] =
    [];
}

/** Opening import (期初导入), one contract a call; `npm run engsales -- import contracts FILE` reads the file and calls here. */
@ApiTags('contract import')
@Controller('api/v1/contracts')
export class ImportingController {
  /**
   * Takes a running contract over from another system · 期初导入合同
   * The id follows from the contract number, so that whoever imports it again meets the same contract.
   */
  @BeginRoute(ImportContract, { path: 'import-contract' }, 'COMMERCE', 'FINANCE', 'COMPANY_LEADER')
  importContract(@Body() body: ImportContractRequest) {
    const { contractNo, signedOn } = body;
    const contractId = importedContractId(contractNo);
    return {
      contractId,
      projectId: body.projectId ?? projectIdOf(contractId),
      document: draftDocumentOf(body.document),
      contractNo,
      signedOn,
      triggered: body.triggered.map(({ milestoneId, on }) => ({ milestoneId, on })),
      receipts: body.receipts.map((receipt) => receiptOf(contractId, receipt)),
      produced: body.produced.map(({ lineId, qty }) => ({ lineId, qty })),
      shipped: body.shipped.map(({ lineId, qty }) => ({ lineId, qty })),
      delivered: body.delivered.map(({ lineId, qty }) => ({ lineId, qty })),
      installed: body.installed.map(({ lineId, on }) => ({ lineId, on })),
      accepted: body.accepted.map(({ lineId, on }) => ({ lineId, on })),
    };
  }
}

/** A second person looks at what was imported (期初复核). */
@ApiTags('contract import')
@Controller('api/v1/contracts/:contractId')
export class ImportConfirmationController {
  /** Confirms by a second person what was imported · 复核期初导入 */
  @CommandRoute(ConfirmImport, 'COMMERCE', 'FINANCE', 'COMPANY_LEADER')
  confirmImport(@Id('contractId') contractId: string, @Body() _body: NoBody) {
    return { contractId };
  }
}

function receiptOf(contractId: string, receipt: ImportedReceiptRequest): ImportedReceipt {
  return {
    receiptId: importedReceiptId(contractId, receipt.bankRef),
    bankRef: receipt.bankRef,
    amountFen: receipt.amountFen,
    receivedOn: receipt.receivedOn,
    instrument: receipt.instrument,
    maturesOn: receipt.maturesOn,
    allocations: allocationsOf(receipt.allocations),
    unallocatedFen: receipt.unallocatedFen,
  };
}
