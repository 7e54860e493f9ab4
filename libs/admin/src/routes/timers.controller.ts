import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { listTimers, workerSchemaOf } from '@engsales/timers';
import { ForRoles } from '@engsales/http';
import { AdminContext } from '../admin-context.js';
import { TimersQuery } from './admin.requests.js';

@ApiTags('admin')
@Controller('admin/timers')
export class TimersController {
  constructor(private readonly context: AdminContext) {}

  /**
   * Deadlines that wait · 待触发的定时
   * Next first, with the attempts of those that could not send their command.
   */
  @Get()
  @ForRoles('ADMIN')
  async list(@Query() { limit }: TimersQuery) {
    const { pools, config, process: shared } = this.context;
    return { items: await listTimers(pools.read, workerSchemaOf(config.schema), shared.clock, limit) };
  }
}
