import {
  Fen,
  Flag,
  LineRequest,
  Means,
  Nested,
  NestedList,
  OneOf,
  Optional,
  PositiveFen,
  Reference,
  Text,
  TextOrNone,
  Whole,
} from '@engsales/http';
import { BID_VOLUMES, type BidVolume } from '../domain/tender/tender.values.js';

export class BidVolumeRequest {
  @Means('volume of the bid', 'TECHNICAL') @OneOf(BID_VOLUMES) volume!: BidVolume;
  @Means('where its content is; either this or notApplicableReason', 'DOC-130')
  @Optional()
  @Reference()
  contentRef?: string;
  @Means('why there is no such volume') @Optional() @Text(2_000) notApplicableReason?: string;
}

export class BidItemRequest {
  @Means('id of the item', 'BID_LETTER') @Reference() id!: string;
  @Means('volume that it belongs to', 'COMMERCIAL') @OneOf(BID_VOLUMES) volume!: BidVolume;
  @Means('name', '投标函') @Text(200) name!: string;
  @Means('whether the bid does not go out without it') @Flag() required!: boolean;
}

export class BidChecklistRequest {
  @Means('the whole list; what is ticked already stays so')
  @NestedList(() => BidItemRequest, 200, 1)
  items!: BidItemRequest[];
}

export class TickedItemRequest {
  @Means('id of the item', 'BID_LETTER') @Reference() id!: string;
  @Means('where the paper is', 'DOC-131') @Reference() docRef!: string;
}

export class UntickedItemRequest {
  @Means('id of the item', 'BID_LETTER') @Reference() id!: string;
  @Means('why it is open again', '签字页有误') @Text(2_000) reason!: string;
}

export class WarrantyTermsRequest {
  @Means('months of the defects liability', 24) @Optional() @Whole(0, 600) defectsLiabilityMonths?: number;
  @Means('what else we promise') @Optional() @TextOrNone(2_000) text?: string;
}

export class PriceBidRequest {
  @Means('lines of the offer; either these or priceFen') @NestedList(() => LineRequest, 1_000) lines: LineRequest[] =
    [];
  @Means('price where the customer pays the manufacturer') @Optional() @PositiveFen() priceFen?: number;
  @Means('what it costs us', 616_000_000) @Fen() costFen!: number;
  @Means('what we promise about defects')
  @Optional()
  @Nested(() => WarrantyTermsRequest)
  warrantyTerms?: WarrantyTermsRequest;
  @Means('days from the signature to the delivery') @Optional() @Whole(0, 3_650) deliveryDays?: number;
}
