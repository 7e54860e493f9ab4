import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Rejected } from '@engsales/event-sourcing';
import { topicOf } from '@engsales/events';
import { formatPosition, ForRoles, isDryRun, parsePosition, type ApiRequest } from '@engsales/http';
import { AdminContext } from '../admin-context.js';
import { RelayRewindRequest } from './admin.requests.js';
import { Audit } from './audit.js';

/** What publishes this service's events on Kafka. In the embedded profile there is none: consumers read the store. */
@ApiTags('admin')
@Controller('admin/relay')
export class RelayController {
  constructor(
    private readonly context: AdminContext,
    private readonly audit: Audit,
  ) {}

  /**
   * How far publishing has come · 事件发布进度
   * And what holds it up.
   */
  @Get()
  @ForRoles('ADMIN', 'BI')
  async relay() {
    const { kafka, definition, lease } = this.context;
    if (!kafka) return { state: 'OFF', reason: 'without Kafka the consumers read the store themselves' };
    const [position, head] = await Promise.all([kafka.relay.position(), kafka.relay.head()]);
    const { trouble } = kafka.relay;
    return {
      state: trouble ? 'RETRYING' : kafka.link.state.status === 'UP' ? 'RUNNING' : 'WAITING',
      topic: topicOf(definition.name),
      position: formatPosition(definition.name, position),
      head: formatPosition(definition.name, head),
      lag: Number(head - position),
      kafka: kafka.link.state,
      lease: lease.state,
      trouble: trouble ?? null,
    };
  }

  /**
   * Publishes history again · 重新发布历史事件
   * Consumers count what they have handled as duplicate.
   */
  @Post('rewind')
  @HttpCode(200)
  @ForRoles('ADMIN')
  async rewind(@Req() request: ApiRequest, @Body() { position, reason }: RelayRewindRequest) {
    const { kafka, definition } = this.context;
    if (!kafka) throw new Rejected('NOT_FOUND', 'without Kafka there is no relay; rewind the consumers instead');
    const target = parsePosition(position, definition.name).position;
    const reached = await kafka.relay.position();
    if (target > reached) {
      const details = { position, sent: formatPosition(definition.name, reached) };
      throw new Rejected('VALIDATION_FAILED', 'a rewind goes back; forward would skip events', details);
    }
    const dryRun = isDryRun(request);
    await this.audit.record(request, 'RewindRelay', position, reason, dryRun);
    if (!dryRun) await kafka.relay.rewind(target);
    return { position, events: Number(reached - target), dryRun };
  }
}
