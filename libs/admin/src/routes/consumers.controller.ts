import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Rejected } from '@engsales/event-sourcing';
import { OWN_FEED, type MessageSource } from '@engsales/messaging';
import { formatPosition, ForRoles, isDryRun, parsePosition, type ApiRequest } from '@engsales/http';
import { ConsumerControl } from '../consumer-control.js';
import { AdminContext } from '../admin-context.js';
import { ConsumersQuery, RewindRequest } from './admin.requests.js';
import { Audit } from './audit.js';
import { whenHandled } from './handled.js';

@ApiTags('admin')
@Controller('admin/consumers')
export class ConsumersController {
  constructor(
    private readonly context: AdminContext,
    private readonly control: ConsumerControl,
    private readonly audit: Audit,
  ) {}

  /**
   * Consumer groups with positions and counters · 消费组的位置与计数
   * With `handled=`, answers once every group that reads that feed has handled it.
   */
  @Get()
  @ForRoles('ADMIN', 'BI')
  async consumers(@Query() { handled, timeoutMs }: ConsumersQuery) {
    if (handled !== undefined) return whenHandled(this.context, handled, timeoutMs);
    const { definition, counters, lease } = this.context;
    const items = this.control.consumers.sources.map(async (source) => ({
      group: definition.name,
      source,
      position: this.show(source, await this.context.bus.handledUpTo(definition.name, source)),
      reactions: definition.reactions.filter((r) => r.source === source).map((r) => ({ name: r.name, on: r.type })),
      ...(await counters.of(definition.name, source)),
      ...(await this.partitions(source)),
    }));
    return { lease: lease.state, items: await Promise.all(items) };
  }

  /**
   * Sets a consumer group back · 消费组回退
   * What lies behind the position is delivered again, and counted as duplicate where it was handled.
   */
  @Post(':group/rewind')
  @HttpCode(200)
  @ForRoles('ADMIN')
  async rewind(@Req() request: ApiRequest, @Param('group') group: string, @Body() body: RewindRequest) {
    const { source, position, reason } = body;
    if (group !== this.context.definition.name || !this.control.consumers.sources.includes(source)) {
      throw new Rejected('NOT_FOUND', `${this.context.definition.name} has no group ${group} on ${source}`);
    }
    const target = parsePosition(position, this.serviceOf(source)).position;
    const reached = (await this.context.bus.handledUpTo(group, source)) ?? 0n;
    if (target > reached) {
      const details = { position, handled: this.show(source, reached) };
      throw new Rejected('VALIDATION_FAILED', 'a rewind goes back; forward would skip messages', details);
    }
    const dryRun = isDryRun(request);
    await this.audit.record(request, 'RewindConsumer', `${group}/${source}@${position}`, reason, dryRun);
    const standing = dryRun ? target : await this.context.bus.rewind(group, source, target);
    return { group, source, position: this.show(source, standing), dryRun };
  }

  /** Offsets and lag, where the messages come over Kafka and the broker answers. */
  private async partitions(source: MessageSource) {
    const { kafka, definition } = this.context;
    if (!kafka || source === OWN_FEED) return {};
    const lags = await kafka.bus.lagOf(definition.name, source).catch(() => undefined);
    return { partitions: lags?.map((each) => ({ ...each, lag: Number(each.lag) })) ?? null };
  }

  private serviceOf(source: MessageSource) {
    return source === OWN_FEED ? this.context.definition.name : source;
  }

  private show(source: MessageSource, position: bigint | undefined): string {
    return formatPosition(this.serviceOf(source), position ?? 0n);
  }
}
