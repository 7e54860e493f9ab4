import { Body, Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Rejected } from '@engsales/event-sourcing';
import { ForRoles, isDryRun, type ApiRequest } from '@engsales/http';
import { AdminContext } from '../admin-context.js';
import { CursorsQuery, ResetCursorRequest } from './admin.requests.js';
import { Audit } from './audit.js';

/** What the group of this service has handled of each aggregate; a lower or equal sequence is a duplicate to it. */
@ApiTags('admin')
@Controller('admin/consumers/cursors')
export class CursorsController {
  constructor(
    private readonly context: AdminContext,
    private readonly audit: Audit,
  ) {}

  /**
   * What was handled last of each aggregate · 各对象已处理到的序号
   * In the order of their ids.
   */
  @Get()
  @ForRoles('ADMIN')
  async list(@Query() { source, subject, cursor = '', limit }: CursorsQuery) {
    const { cursors, definition } = this.context;
    const found = await cursors.list(definition.name, source, subject, cursor, limit + 1);
    const items = found.slice(0, limit);
    return { items, nextCursor: found.length > limit ? items.at(-1)?.subject : null };
  }

  /**
   * Sets the cursor of one aggregate · 重置处理游标
   * Says what was handled last of an aggregate, where a forged or mistaken record has moved that. Nothing is delivered by
   * it: rewind the group for what was taken for a duplicate.
   */
  @Post('reset')
  @HttpCode(200)
  @ForRoles('ADMIN')
  async reset(@Req() request: ApiRequest, @Body() { source, subject, sequence, reason }: ResetCursorRequest) {
    const { cursors, definition } = this.context;
    const group = definition.name;
    const [found] = await cursors.list(group, source, subject, '', 1);
    if (!found) throw new Rejected('NOT_FOUND', `${group} has no cursor of ${subject} on ${source}`);
    const dryRun = isDryRun(request);
    const target = `${group}/${source}/${subject}: ${found.sequence} to ${sequence ?? 'none'}`;
    await this.audit.record(request, 'ResetCursor', target, reason, dryRun);
    if (!dryRun) await cursors.reset(group, source, subject, sequence);
    return { group, source, subject, from: found.sequence, to: sequence ?? null, dryRun };
  }
}
