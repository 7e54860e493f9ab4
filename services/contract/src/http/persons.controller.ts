import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Rejected } from '@engsales/event-sourcing';
import { ForRoles } from '@engsales/http';
import { ServiceRuntime } from '@engsales/service';
import { PersonRequest } from './contracts.requests.js';

/** Signatories' names go into the vault; contracts carry the reference. */
@ApiTags('persons')
@Controller('api/v1/persons')
export class PersonsController {
  constructor(private readonly runtime: ServiceRuntime) {}

  @Post()
  @ForRoles('SALES', 'SALES_MANAGER', 'COMMERCE')
  keep(@Body() { name, phone, post }: PersonRequest) {
    return this.runtime.vault.keep({ name, ...(phone ? { phone } : {}), ...(post ? { post } : {}) });
  }

  @Get(':personRef')
  @ForRoles('SALES', 'SALES_MANAGER', 'COMMERCE', 'COMPANY_LEADER')
  async reveal(@Param('personRef', ParseUUIDPipe) personRef: string) {
    const revealed = await this.runtime.vault.reveal(personRef);
    if (!revealed) throw new Rejected('NOT_FOUND', `the vault has no person ${personRef}`);
    return { personRef, ...revealed };
  }
}
