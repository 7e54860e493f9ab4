import { Body, Controller } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { BusinessDate, CommandRoute, Id, NestedList, Text } from '@engsales/http';
import { Transform } from 'class-transformer';
import { CONTRACT_NO } from '@engsales/values';
import { IsIn, Matches } from 'class-validator';
import { SignContract } from '../domain/contract/signing/signing.commands.js';
import { PersonRef } from './person-ref.js';

export class SignatoryRequest {
  @ApiProperty({ enum: ['OURS', 'THEIRS'] })
  @IsIn(['OURS', 'THEIRS'])
  side!: 'OURS' | 'THEIRS';

  @ApiProperty({ description: 'from POST /api/v1/persons, or a reference of your own; never a name' })
  @PersonRef()
  personRef!: string;
}

export class SignContractRequest {
  @ApiProperty({ example: 'HT-2025-0031' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @Matches(CONTRACT_NO)
  contractNo!: string;

  @BusinessDate()
  signedOn!: string;

  @NestedList(() => SignatoryRequest, 20)
  signatories!: SignatoryRequest[];

  @ApiProperty({ description: 'where the scan of the signed paper is kept' })
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
