import { Body, Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Rejected } from '@engsales/event-sourcing';
import type { LetterPage } from '@engsales/messaging';
import { type ApiRequest, ForRoles, Id, isDryRun } from '@engsales/http';
import { ConsumerControl } from '../consumer-control.js';
import { AdminContext } from '../admin-context.js';
import { DeadLettersQuery, ReasonRequest } from './admin.requests.js';
import { Audit } from './audit.js';

@ApiTags('admin')
@Controller('admin/dead-letters')
export class DeadLettersController {
  constructor(
    private readonly context: AdminContext,
    private readonly control: ConsumerControl,
    private readonly audit: Audit,
  ) {}

  /**
   * Messages that are parked or queued · 死信清单
   * In the order of their arrival, as they were stored; a page of large ones has fewer.
   */
  @Get()
  @ForRoles('ADMIN')
  list(@Query() { status, reaction, cursor, limit }: DeadLettersQuery): Promise<LetterPage> {
    const filter = { ...(status ? { status } : {}), ...(reaction ? { reaction } : {}) };
    return this.context.deadLetters.page(filter, BigInt(cursor ?? 0), limit);
  }

  /**
   * Handles a parked message again · 重新处理死信
   * Those queued behind it follow, until one fails. `?dryRun=true` says what would be done.
   */
  @Post(':id/redrive')
  @HttpCode(200)
  @ForRoles('ADMIN')
  async redrive(@Req() request: ApiRequest, @Id('id') id: string, @Body() { reason }: ReasonRequest) {
    const tryOnly = isDryRun(request);
    const by = await this.audit.record(request, 'RedriveDeadLetter', id, reason, tryOnly);
    const outcomes = await this.control.redrive.redrive(id, by, reason, tryOnly);
    if (!outcomes) throw new Rejected('NOT_FOUND', `there is no open dead letter ${id}`);
    return { items: outcomes, dryRun: tryOnly };
  }

  /** Gives a parked message up for good · 放弃死信 */
  @Post(':id/discard')
  @HttpCode(200)
  @ForRoles('ADMIN')
  async discard(@Req() request: ApiRequest, @Id('id') id: string, @Body() { reason }: ReasonRequest) {
    const by = await this.audit.record(request, 'DiscardDeadLetter', id, reason);
    if (!(await this.control.redrive.discard(id, by, reason))) {
      throw new Rejected('NOT_FOUND', `there is no open dead letter ${id}`);
    }
    return { id, status: 'DISCARDED' };
  }
}
