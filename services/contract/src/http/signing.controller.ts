import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BusinessDate, CommandRoute, Id, Means, NestedList, OneOf, PersonRef, Text } from '@engsales/http';
import { Transform } from 'class-transformer';
import { SignContract } from '../domain/contract/signing/signing.commands.js';
import { ContractNo } from './contract-no.js';

export class SignatoryRequest {
  @Means('ours or theirs', 'OURS')
  @OneOf(['OURS', 'THEIRS'])
  side!: 'OURS' | 'THEIRS';

  @Means('a person in the vault of this service: POST /api/v1/persons')
  @PersonRef()
  personRef!: string;
}

export class SignContractRequest {
  @Means('number of the contract; one a company', 'HT-2025-0031')
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @ContractNo()
  contractNo!: string;

  @Means('day of the signature', '2025-03-10')
  @BusinessDate()
  signedOn!: string;

  @Means('who signed, on both sides')
  @NestedList(() => SignatoryRequest, 20)
  signatories!: SignatoryRequest[];

  @Means('where the scan of the signed paper is kept')
  @Text(200)
  scanRef!: string;
}

@ApiTags('contract signing')
@Controller('api/v1/contracts/:contractId')
export class SigningController {
  /** Signs the contract · 签订合同 */
  @CommandRoute(SignContract, 'COMMERCE', 'SALES_MANAGER')
  signContract(@Id('contractId') contractId: string, @Body() body: SignContractRequest) {
    const { contractNo, signedOn, scanRef } = body;
    const signatories = body.signatories.map(({ side, personRef }) => ({ side, personRef }));
    return { contractId, contractNo, signedOn, signatories, scanRef };
  }
}
