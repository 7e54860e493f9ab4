import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  BeginRoute,
  BusinessDate,
  Fen,
  Nested,
  NestedList,
  Optional,
  PositiveFen,
  QuantityOrNone,
  Reference,
  Text,
  Uuid,
  Means,
  OneOf,
} from '@engsales/http';
import { CONTRACT_NO } from '@engsales/values';
import { Matches } from 'class-validator';
import { INSTRUMENTS, type Instrument } from '../domain/contract/contract.values.js';
import { ImportContract, type ImportedReceipt } from '../domain/contract/importing/importing.commands.js';
import { importedContractId, importedReceiptId, projectIdOf } from '../domain/ids.js';
import { AllocationRequest, allocationsOf } from './allocation.requests.js';
import { ContractDocumentRequest, draftDocumentOf } from './document.requests.js';

class TriggeredRequest {
  @Reference() milestoneId!: string;
  @BusinessDate() on!: string;
}

class ImportedReceiptRequest {
  @Text(64) bankRef!: string;
  @PositiveFen() amountFen!: number;
  @BusinessDate() receivedOn!: string;
  @OneOf(INSTRUMENTS) instrument!: Instrument;
  @Optional() @BusinessDate() maturesOn?: string;
  @NestedList(() => AllocationRequest, 200) allocations: AllocationRequest[] = [];
  @Means('what is kept without a milestone, also beyond the total')
  @Optional()
  @Fen()
  unallocatedFen?: number;
}

class DatedLineRequest {
  @Reference() lineId!: string;
  @BusinessDate() on!: string;
}

class MovedLineRequest {
  @Reference() lineId!: string;
  @Means('cumulative, decimal text') @QuantityOrNone() qty!: string;
}

/** A running contract as it stands in another system. */
export class ImportContractRequest {
  @Means('number of the contract; one a company', 'HT-2024-0117') @Matches(CONTRACT_NO) contractNo!: string;
  @BusinessDate() signedOn!: string;
  @Means('engineering project; minted when absent')
  @Optional()
  @Uuid()
  projectId?: string;
  @Nested(() => ContractDocumentRequest) document!: ContractDocumentRequest;
  @Means('milestones whose trigger has come about, and when')
  @NestedList(() => TriggeredRequest, 200)
  triggered: TriggeredRequest[] = [];
  @NestedList(() => ImportedReceiptRequest, 1_000) receipts: ImportedReceiptRequest[] = [];
  @Means('made or bought in so far (已完工数量), what has left included')
  @NestedList(() => MovedLineRequest, 500)
  produced: MovedLineRequest[] = [];
  @NestedList(() => MovedLineRequest, 500) shipped: MovedLineRequest[] = [];
  @NestedList(() => MovedLineRequest, 500) delivered: MovedLineRequest[] = [];
  @NestedList(() => DatedLineRequest, 500) installed: DatedLineRequest[] = [];
  @NestedList(() => DatedLineRequest, 500) accepted: DatedLineRequest[] = [];
}

/** Opening import (期初导入), one contract a call; `npm run engsales -- import contracts FILE` reads the file and calls here. */
@ApiTags('contract import')
@Controller('api/v1/contracts')
export class ImportingController {
  /** The id follows from the contract number, so that whoever imports it again meets the same contract. */
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
