import { Body, Controller } from '@nestjs/common';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import { CommandRoute, Id } from '@engsales/http';
import { offeredLineOf } from '@engsales/values';
import {
  PrepareBidVolume,
  PriceBid,
  SetBidChecklist,
  TickBidItem,
  UntickBidItem,
} from '../domain/tender/preparing/preparing.commands.js';
import {
  BidChecklistRequest,
  BidVolumeRequest,
  PriceBidRequest,
  TickedItemRequest,
  UntickedItemRequest,
} from './preparing.requests.js';

/** The bid is written. */
@ApiTags('bids')
@Controller('api/v1/tenders/:tenderId')
export class PreparingController {
  /** Prepares a volume of the bid · 编制投标文件分册 */
  @CommandRoute(PrepareBidVolume, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER', 'COMMERCE')
  prepareBidVolume(
    @Id('tenderId') tenderId: string,
    @Body() { volume, contentRef, notApplicableReason }: BidVolumeRequest,
  ) {
    return { tenderId, volume, contentRef, notApplicableReason };
  }

  /** Sets the list of bid documents · 编制投标文件清单 */
  @CommandRoute(SetBidChecklist, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER', 'COMMERCE')
  setBidChecklist(@Id('tenderId') tenderId: string, @Body() { items }: BidChecklistRequest) {
    return { tenderId, items: items.map(({ id, volume, name, required }) => ({ id, volume, name, required })) };
  }

  /** Ticks an item of the list · 勾选投标文件 */
  @CommandRoute(TickBidItem, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER', 'COMMERCE')
  tickBidItem(@Id('tenderId') tenderId: string, @Body() { id, docRef }: TickedItemRequest) {
    return { tenderId, id, docRef };
  }

  /** Takes the tick of an item back · 取消勾选 */
  @CommandRoute(UntickBidItem, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER', 'COMMERCE')
  untickBidItem(@Id('tenderId') tenderId: string, @Body() { id, reason }: UntickedItemRequest) {
    return { tenderId, id, reason };
  }

  /**
   * Prices the bid · 投标报价
   * By its lines, also as CSV or .xlsx with Chinese headings (then costFen, deliveryDays in the query), or by a price alone.
   */
  @CommandRoute(PriceBid, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER', 'COMMERCE')
  @ApiConsumes('application/json', 'text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  priceBid(@Id('tenderId') tenderId: string, @Body() body: PriceBidRequest) {
    const { lines, priceFen, costFen, warrantyTerms, deliveryDays } = body;
    return {
      tenderId,
      lines: lines.map(offeredLineOf),
      priceFen,
      costFen,
      warrantyTerms: warrantyTerms && {
        defectsLiabilityMonths: warrantyTerms.defectsLiabilityMonths,
        text: warrantyTerms.text,
      },
      deliveryDays,
    };
  }
}
