import { FULFILMENTS, type Fulfilment } from '@engsales/values';
import { Bps, BusinessDate, Fen, Means, OneOf, Quantity, Reference, Text, TextOrNone, UnitPrice } from './fields.js';
import { Optional } from './members.js';

/** A line of an offer or a contract as it comes in. */
export class LineRequest {
  @Means('line of the contract', 'L1') @Reference() lineId!: string;
  @Means('code of the item', 'PUMP-200') @Text(64) itemCode!: string;
  @Means('name of the item', '离心泵') @Text(200) name!: string;
  @Means('specification') @Optional() @TextOrNone(2_000) spec?: string;
  @Means('how many or how much', '24') @Quantity() qty!: string;
  @Means('unit of measure', '台') @Text(16) uom!: string;
  @Means('price of one unit with VAT, yuan', '1250.00') @UnitPrice() unitPrice!: string;
  @Means('fen less than quantity x price') @Optional() @Fen() discountFen?: number;
  @Means('as on paper, when quantity x price does not give it to the fen')
  @Optional()
  @Fen()
  amountFen?: number;
  @Means('basis points: 13 % = 1300') @Bps() taxRateBps!: number;
  @Means('made, bought in or a service', 'MAKE') @OneOf(FULFILMENTS) fulfilment!: Fulfilment;
  @Means('day that the customer wished') @Optional() @BusinessDate() requestedDate?: string;
  @Means('day that was promised to the customer', '2025-06-30') @BusinessDate() committedDate!: string;
  @Means('address of the site') @Optional() @TextOrNone(500) deliverTo?: string;
  @Means('lines with the same key share one engineering package') @Optional() @Reference() packageKey?: string;
  @Means('lines with the same key share one tracking') @Optional() @Reference() trackingKey?: string;
}
