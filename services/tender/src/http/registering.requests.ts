import {
  BusinessDate,
  Fen,
  Flag,
  Means,
  Nested,
  OneOf,
  Optional,
  Reference,
  StaffId,
  Text,
  TextOrNone,
  Uuid,
  Whole,
} from '@engsales/http';
import {
  TENDER_METHODS,
  TENDER_REGIMES,
  type TenderMethod,
  type TenderRegime,
} from '../domain/tender/tender.values.js';

export class NamedPartyRequest {
  @Means('party, where it is known') @Optional() @Reference() partyId?: string;
  @Means('name', '临江市第二人民医院') @Text(200) name!: string;
}

/** What is known before the tender is published. */
export class RegistrationRequest {
  @Means('name of the project', '临江市第二人民医院新院区中央空调') @Text(200) projectName!: string;
  @Means('who invites the tender (招标人)') @Nested(() => NamedPartyRequest) tenderee!: NamedPartyRequest;
  @Means('title of the tender', '中央空调主机采购') @Optional() @Text(200) title?: string;
  @Means('city', '临江') @Optional() @Text(200) city?: string;
  @Means('number of the tender, as far as it is known', 'LJ-2025-018') @Optional() @Text(64) tenderNo?: string;
  @Means('lot (标段)', '01') @Optional() @Text(64) lotNo?: string;
  @Means('agency that runs the tender (招标代理)')
  @Optional()
  @Nested(() => NamedPartyRequest)
  agency?: NamedPartyRequest;
  @Means('how it is tendered') @Optional() @OneOf(TENDER_METHODS) method?: TenderMethod;
  @Means('law that it follows; 招标投标法 when absent') @Optional() @OneOf(TENDER_REGIMES) regime?: TenderRegime;
  @Means('whether it must be tendered by law; true when absent') @Optional() @Flag() mandatory?: boolean;
  @Means('estimate', 750_000_000) @Optional() @Fen() estimatedPriceFen?: number;
  @Means('when it is expected to be published', '2025-01-06') @Optional() @BusinessDate() expectedTenderDate?: string;
  @Means('sales team') @Optional() @Reference() teamId?: string;
  @Means('channel') @Optional() @Reference() channelId?: string;
}

export class RegisterTenderRequest extends RegistrationRequest {
  @Means('lead that it comes from; its project is the project of the tender') @Optional() @Uuid() leadId?: string;
  @Means('staff id of the salesperson') @StaffId() salespersonId!: string;
  @Means('round; 1 when absent', 1) @Optional() @Whole(1, 99) round?: number;
  @Means('tender of the round before') @Optional() @Uuid() previousTenderId?: string;
}

export class CorrectTenderRequest extends RegistrationRequest {
  @Means('why it is corrected', '项目名称误写') @Text(2_000) reason!: string;
}

export class ReassignTenderRequest {
  @Means('staff id of the salesperson') @StaffId() salespersonId!: string;
  @Means('why') @Optional() @TextOrNone(2_000) reason?: string;
}

export class ObtainedDocumentRequest {
  @Means('where the paper is', 'DOC-118') @Reference() docRef!: string;
  @Means('day on which we got it', '2025-01-06') @BusinessDate() on!: string;
}

export class SpecInfluenceRequest {
  @Means('clause that we proposed', '主机能效不低于一级') @Text(2_000) clause!: string;
  @Means('why it suits us', '我司机型均达一级能效') @Text(2_000) ourAdvantage!: string;
  @Means('whether the tenderee took it') @Optional() @Flag() taken?: boolean;
}
