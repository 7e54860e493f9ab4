import { Optional } from '@engsales/http';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';

const PMC = ['PMC'] as const;

/** A merchandiser who acts for PMC says so (P-23). */
export class ActingRequest {
  @ApiPropertyOptional({ enum: PMC, description: 'a merchandiser says for whom' })
  @Optional()
  @IsIn(PMC)
  actingFor?: 'PMC';
}
