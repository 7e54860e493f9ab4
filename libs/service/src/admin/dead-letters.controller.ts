import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Rejected } from '@engsales/event-sourcing';
import { ForRoles } from '../auth/access.js';
import { BackgroundWork } from '../background/background-work.js';
import type { ApiRequest } from '../http/api-request.js';
import { isDryRun } from '../http/command-gateway.js';
import { ServiceRuntime } from '../service-runtime.js';
import { DeadLettersQuery, ReasonRequest } from './admin.requests.js';
import { Audit } from './audit.js';

@ApiTags('admin')
@Controller('admin/dead-letters')
export class DeadLettersController {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly background: BackgroundWork,
    private readonly audit: Audit,
  ) {}

  @Get()
  @ForRoles('ADMIN')
  async list(@Query() { status, reaction, cursor, limit }: DeadLettersQuery) {
    const filter = { ...(status ? { status } : {}), ...(reaction ? { reaction } : {}) };
    const found = await this.runtime.deadLetters.list(filter, BigInt(cursor ?? 0), limit + 1);
    const items = found.slice(0, limit);
    return { items, nextCursor: found.length > limit ? items.at(-1)?.arrival : null };
  }

  /** Handles the message again, and those queued behind it, until one fails. `?dryRun=true` says what would be done. */
  @Post(':id/redrive')
  @HttpCode(200)
  @ForRoles('ADMIN')
  async redrive(@Req() request: ApiRequest, @Param('id', ParseUUIDPipe) id: string, @Body() { reason }: ReasonRequest) {
    const tryOnly = isDryRun(request);
    const by = await this.audit.record(request, 'RedriveDeadLetter', id, reason, tryOnly);
    const outcomes = await this.background.redrive.redrive(id, by, reason, tryOnly);
    if (!outcomes) throw new Rejected('NOT_FOUND', `there is no open dead letter ${id}`);
    return { items: outcomes, dryRun: tryOnly };
  }

  /** Gives the message up for good. */
  @Post(':id/discard')
  @HttpCode(200)
  @ForRoles('ADMIN')
  async discard(@Req() request: ApiRequest, @Param('id', ParseUUIDPipe) id: string, @Body() { reason }: ReasonRequest) {
    const by = await this.audit.record(request, 'DiscardDeadLetter', id, reason);
    if (!(await this.background.redrive.discard(id, by, reason))) {
      throw new Rejected('NOT_FOUND', `there is no open dead letter ${id}`);
    }
    return { id, status: 'DISCARDED' };
  }
}
