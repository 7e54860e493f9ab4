import { Body, Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  BusinessDate,
  CommandRoute,
  ForReaders,
  Id,
  Means,
  OneOf,
  Optional,
  PositiveFen,
  ReadGateway,
  References,
  Text,
} from '@engsales/http';
import { contract } from '../domain/contract/contract.js';
import { dunning, LogDunning } from '../domain/dunning/dunning.js';
import { DUNNING_CHANNELS, type DunningChannel } from '../domain/dunning/dunning.values.js';
import { dunningView } from '../views/dunning.view.js';

export class LogDunningRequest {
  @Means('how the customer was reached', 'PHONE') @OneOf(DUNNING_CHANNELS) channel!: DunningChannel;
  @Means('day until which the customer promised to pay')
  @Optional()
  @BusinessDate()
  promiseDate?: string;
  @Means('what the customer promised to pay') @Optional() @PositiveFen() promisedFen?: number;
  @Means('milestones that it is for') @Optional() @References(200) milestoneIds?: string[];
  @Means('what was noticed') @Optional() @Text(2_000) note?: string;
}

/** What was said to the customer about money, and what he promised (催收). */
@ApiTags('contract money')
@Controller('api/v1/contracts/:contractId')
export class DunningController {
  constructor(private readonly reads: ReadGateway) {}

  /** Notes that a customer was reminded of his debt · 登记催款 */
  @CommandRoute(LogDunning, 'COMMERCE')
  logDunning(
    @Id('contractId') contractId: string,
    @Body() { channel, promiseDate, promisedFen, milestoneIds, note }: LogDunningRequest,
  ) {
    return { contractId, channel, promiseDate, promisedFen, milestoneIds, note };
  }

  /** Reminders of one contract · 催款记录 */
  @Get('dunning')
  @ForReaders()
  async entries(@Id('contractId') contractId: string) {
    // a contract exists before anybody is dunned for it
    await this.reads.stateOf(contract, contractId);
    const { entries } = await this.reads.stateOrNone(dunning, contractId);
    return { items: entries.map(dunningView) };
  }
}
