import {
  BusinessDate,
  Fen,
  Means,
  NestedList,
  OneOf,
  Optional,
  PersonRef,
  Reference,
  Text,
  TextOrNone,
  Texts,
  Whole,
} from '@engsales/http';
import {
  KEY_PERSON_KINDS,
  SUPPORT_LEVELS,
  type KeyPersonKind,
  type SupportLevel,
} from '../domain/tender/tender.values.js';

export class PlannedCompetitorRequest {
  @Means('party, where it is known') @Optional() @Reference() partyId?: string;
  @Means('name', '华东机电') @Text(200) name!: string;
  @Means('how dangerous it is, 1 to 5', 4) @Whole(1, 5) threat!: number;
  @Means('price that we expect of it') @Optional() @Fen() expectedPriceFen?: number;
  @Means('what we do about it', '突出本地服务') @Text(2_000) counter!: string;
}

export class CompetitionPlanRequest {
  @Means('where we stand', '技术领先，价格居中') @Text(2_000) ourPosition!: string;
  @Means('how we win technically', '一级能效') @Text(2_000) technical!: string;
  @Means('how we win commercially', '付款条件优于招标要求') @Text(2_000) commercial!: string;
  @Means('how we price', '低于限价 6%') @Text(2_000) price!: string;
  @Means('whom we turn to', ['基建科']) @Texts(2_000) relationship: string[] = [];
  @Means('whom we are up against')
  @NestedList(() => PlannedCompetitorRequest, 50)
  competitors: PlannedCompetitorRequest[] = [];
}

export class CompetitorMoveRequest {
  @Means('name of the competitor', '华东机电') @Text(200) name!: string;
  @Means('party, where it is known') @Optional() @Reference() partyId?: string;
  @Means('day', '2025-01-10') @BusinessDate() on!: string;
  @Means('what it did', '邀请业主参观工厂') @Text(2_000) move!: string;
  @Means('what we do about it') @Optional() @TextOrNone(2_000) response?: string;
  @Means('evidence') @Optional() @Reference() evidenceRef?: string;
}

export class KeyPersonRequest {
  @Means('person on the side of the tenderee') @PersonRef() personRef!: string;
  @Means('what the person decides on') @OneOf(KEY_PERSON_KINDS) kind!: KeyPersonKind;
  @Means('whether the person is for us') @OneOf(SUPPORT_LEVELS) supportLevel!: SupportLevel;
  @Means('note') @Optional() @TextOrNone(2_000) note?: string;
}
