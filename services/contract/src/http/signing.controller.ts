import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BusinessDate, CommandRoute, Id, NestedList, Text, Means, OneOf } from '@engsales/http';
import { Transform } from 'class-transformer';
import { CONTRACT_NO } from '@engsales/values';
import { Matches } from 'class-validator';
import { SignContract } from '../domain/contract/signing/signing.commands.js';
import { PersonRef } from './person-ref.js';

export class SignatoryRequest {
  @OneOf(['OURS', 'THEIRS'])
  side!: 'OURS' | 'THEIRS';

  @Means('from POST /api/v1/persons, or a reference of your own; never a name')
  @PersonRef()
  personRef!: string;
}

export class SignContractRequest {
  @Means('number of the contract; one a company', 'HT-2025-0031')
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @Matches(CONTRACT_NO)
  contractNo!: string;

  @BusinessDate()
  signedOn!: string;

  @NestedList(() => SignatoryRequest, 20)
  signatories!: SignatoryRequest[];

  @Means('where the scan of the signed paper is kept')
  @Text(200)
  scanRef!: string;
}

@ApiTags('contract signing')
@Controller('api/v1/contracts/:contractId')
export class SigningController {
  @CommandRoute(SignContract, 'COMMERCE', 'SALES_MANAGER')
  signContract(@Id('contractId') contractId: string, @Body() body: SignContractRequest) {
    const { contractNo, signedOn, scanRef } = body;
    const signatories = body.signatories.map(({ side, personRef }) => ({ side, personRef }));
    return { contractId, contractNo, signedOn, signatories, scanRef };
  }
}
