import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Rejected } from '@engsales/event-sourcing';
import { ForRoles, Id, Means, Optional, Text, TextOrNone } from '@engsales/http';
import { ServiceRuntime } from '@engsales/service';

export class PersonRequest {
  @Means('name of the person', '王建国')
  @Text(100)
  name!: string;

  @Means('telephone number')
  @Optional()
  @TextOrNone(40)
  phone?: string;

  @Means('post in the company')
  @Optional()
  @TextOrNone(100)
  post?: string;
}

/** Signatories' names go into the vault; contracts carry the reference. */
@ApiTags('persons')
@Controller('api/v1/persons')
export class PersonsController {
  constructor(private readonly runtime: ServiceRuntime) {}

  /**
   * Keeps the data of a person in the vault · 登记个人信息
   * Contracts carry the reference only.
   */
  @Post()
  @ForRoles('SALES', 'SALES_MANAGER', 'COMMERCE')
  keep(@Body() { name, phone, post }: PersonRequest) {
    return this.runtime.vault.keep({ name, ...(phone ? { phone } : {}), ...(post ? { post } : {}) });
  }

  /** Shows the data of a person · 查看个人信息 */
  @Get(':personRef')
  @ForRoles('SALES', 'SALES_MANAGER', 'COMMERCE', 'COMPANY_LEADER')
  async reveal(@Id('personRef') personRef: string) {
    const revealed = await this.runtime.vault.reveal(personRef);
    if (!revealed) throw new Rejected('NOT_FOUND', `the vault has no person ${personRef}`);
    return { personRef, values: revealed.values, erasedAt: revealed.erasedAt };
  }
}
