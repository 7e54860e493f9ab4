import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { namedId } from '@engsales/event-sourcing';
import { CommandGateway, ForCommand, type ApiRequest, plain } from '@engsales/http';
import { ImportContract } from '../domain/contract/import.commands.js';
import { ImportContractRequest } from './import.requests.js';

/** Opening import (期初导入), one contract a call; `npm run engsales -- import contracts FILE` reads the file and calls here. */
@ApiTags('contract import')
@Controller('api/v1/contracts/import-contract')
export class ContractImportController {
  constructor(private readonly commands: CommandGateway) {}

  /** The id follows from the contract number, so that whoever imports it again meets the same contract. */
  @Post()
  @ForCommand('ImportContract')
  async take(@Req() request: ApiRequest, @Body() body: ImportContractRequest) {
    const { projectId: _given, receipts: given, ...data } = plain<ImportContract['data']>(body);
    const contractId = namedId(`imported:${data.contractNo.normalize('NFKC').toUpperCase()}`);
    const receipts = given.map((receipt) => {
      return { ...receipt, receiptId: namedId(`receipt:${contractId}:${receipt.bankRef}`) };
    });
    const project = body.projectId ?? namedId(`project:${contractId}`);
    const answer = await this.commands.issue(request, ImportContract, {
      ...data,
      receipts,
      contractId,
      projectId: project,
    });
    if (!answer.dryRun) request.res?.setHeader('Location', `/api/v1/contracts/${contractId}`);
    return answer;
  }
}
