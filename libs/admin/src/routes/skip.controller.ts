import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Rejected } from '@engsales/event-sourcing';
import { OWN_FEED, type MessagePlace, type MessageSource } from '@engsales/messaging';
import { ForRoles, isDryRun, parsePosition, type ApiRequest } from '@engsales/http';
import { ConsumerControl } from '../consumer-control.js';
import { AdminContext } from '../admin-context.js';
import { SkipRequest } from './admin.requests.js';
import { Audit } from './audit.js';

@ApiTags('admin')
@Controller('admin/consumers')
export class SkipController {
  constructor(
    private readonly context: AdminContext,
    private readonly control: ConsumerControl,
    private readonly audit: Audit,
  ) {}

  /**
   * Steps a consumer group over one record · 跳过一条消息
   * Steps the group over one message that it has not handled, as a last resort: what cannot be handled parks by itself. The
   * message stays skipped, also after a rewind. A record of a topic is named by partition and offset, a message of a feed
   * (embedded profile, and the own feed) by its position.
   */
  @Post('skip')
  @HttpCode(200)
  @ForRoles('ADMIN')
  async skip(@Req() request: ApiRequest, @Body() body: SkipRequest) {
    const { definition, bus } = this.context;
    const { source, reason } = body;
    const group = definition.name;
    if (!this.control.consumers.sources.includes(source))
      throw new Rejected('NOT_FOUND', `${group} reads no ${source}`);
    const { place, shown } = this.placeIn(body);
    if (await bus.hasPassed(group, source, place))
      throw new Rejected('INVALID_TRANSITION', `${shown} lies behind the group: there is nothing to skip`);
    await this.refuseBehindTheEnd(source, place, shown);
    const dryRun = isDryRun(request);
    await this.audit.record(request, 'SkipMessage', `${group}/${shown}`, reason, dryRun);
    if (!dryRun) await bus.skip(group, source, place);
    return { group, source, skipped: shown, dryRun };
  }

  private placeIn({ source, partition, offset, position }: SkipRequest): { place: MessagePlace; shown: string } {
    if (this.context.kafka && source !== OWN_FEED) {
      if (partition === undefined || offset === undefined || position !== undefined)
        throw new Rejected('VALIDATION_FAILED', `${source} comes over Kafka: partition and offset name the record`);
      return { place: { partition, offset: BigInt(offset) }, shown: `${source}/${partition}@${offset}` };
    }
    if (position === undefined || partition !== undefined || offset !== undefined)
      throw new Rejected('VALIDATION_FAILED', `${source} is read from a feed: its position names the message`);
    const publisher = source === OWN_FEED ? this.context.definition.name : source;
    return { place: { position: parsePosition(position, publisher).position }, shown: `${source}@${position}` };
  }

  /** What is not there yet may become a good message. While the broker does not answer, nobody knows where the end is. */
  private async refuseBehindTheEnd(source: MessageSource, place: MessagePlace, shown: string): Promise<void> {
    const end = 'position' in place ? await this.headOf(source) : await this.endOf(source, place.partition);
    const next = 'position' in place ? place.position - 1n : place.offset;
    if (end !== undefined && next >= end) throw new Rejected('VALIDATION_FAILED', `${shown} does not exist yet`);
  }

  private headOf(source: MessageSource): Promise<bigint> | undefined {
    if (source === OWN_FEED) return this.context.store.head();
    return this.context.process.feeds.get(source)?.head();
  }

  private endOf(source: MessageSource, partition: number): Promise<bigint | undefined> | undefined {
    return this.context.kafka?.bus.endOf(source, partition).catch(() => undefined);
  }
}
