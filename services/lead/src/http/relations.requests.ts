import { Flag, Means, Nested, OneOf, Optional, Reference, Text, Uuid, Whole, Texts } from '@engsales/http';
import {
  COMPETITION_DIMENSIONS,
  KEY_PERSON_KINDS,
  PARTNER_VERDICTS,
  RELATIONSHIP_LEVELS,
  SUPPORT_LEVELS,
  type CompetitionDimension,
  type KeyPersonKind,
  type PartnerVerdict,
  type RelationshipLevel,
  type SupportLevel,
} from '../domain/lead/lead.values.js';
import { PARTY_ROLES, type PartyRole } from '../domain/party/party.values.js';

/** 1 is the least, 5 the most. */
const Score = () => Whole(1, 5);

export class PartyOfLeadRequest {
  @Means('party') @Reference() partyId!: string;
}

export class StakeholderRequest extends PartyOfLeadRequest {
  @Means('what it is in the project') @OneOf(PARTY_ROLES) role!: PartyRole;
}

export class RemoveStakeholderRequest extends StakeholderRequest {
  @Means('why', '登记有误') @Text(2_000) reason!: string;
}

export class KeyPersonRequest extends PartyOfLeadRequest {
  @Means('contact, as the party shows it') @Uuid() contactId!: string;
  @Means('what the person decides') @OneOf(KEY_PERSON_KINDS) kind!: KeyPersonKind;
}

export class IdentifyKeyPersonRequest extends KeyPersonRequest {
  @Means('where the person stands') @OneOf(SUPPORT_LEVELS) supportLevel!: SupportLevel;
}

export class DropKeyPersonRequest extends KeyPersonRequest {
  @Means('why', '已调离') @Text(2_000) reason!: string;
}

export class AssessRelationshipRequest {
  @Means('how well we are connected', 'LACKING') @OneOf(RELATIONSHIP_LEVELS) level!: RelationshipLevel;
  @Means('why', '业主单位尚无熟悉的人') @Text(2_000) note!: string;
}

export class SeekPartnerRequest extends PartyOfLeadRequest {
  @Means('whether an agreement is needed') @Flag() agreementNeeded!: boolean;
  @Means('why this one', '与业主长期合作') @Text(2_000) note!: string;
}

export class EngagePartnerRequest extends PartyOfLeadRequest {
  @Means('agreement') @Optional() @Reference() agreementRef?: string;
}

export class EndPartnerRequest extends PartyOfLeadRequest {
  @Means('why', '合作终止') @Text(2_000) reason!: string;
}

export class ScreenManufacturerRequest extends PartyOfLeadRequest {
  @Means('whether a buy-out (买断) is possible') @Flag() buyoutFeasible!: boolean;
  @Means('technical score', 4) @Score() techScore!: number;
  @Means('commercial score', 4) @Score() commercialScore!: number;
  @Means('why', '性能满足，价格适中') @Text(2_000) note!: string;
}

export class SelectManufacturerRequest extends PartyOfLeadRequest {
  @Means('technical advantages', '能效高') @Text(2_000) techAdvantages!: string;
  @Means('commercial advantages', '账期长') @Text(2_000) commercialAdvantages!: string;
}

export class PartnerScoresRequest {
  @Means('technical', 4) @Score() technical!: number;
  @Means('commercial', 4) @Score() commercial!: number;
  @Means('price', 3) @Score() price!: number;
  @Means('lead time', 4) @Score() leadTime!: number;
  @Means('competence', 5) @Score() competence!: number;
}

export class EvaluatePartnerRequest extends PartyOfLeadRequest {
  @Nested(() => PartnerScoresRequest) scores!: PartnerScoresRequest;
  @Means('what follows') @OneOf(PARTNER_VERDICTS) verdict!: PartnerVerdict;
  @Means('conditions') @Optional() @Texts(2_000) conditions?: string[];
}

export class ObserveCompetitorRequest extends PartyOfLeadRequest {
  @Means('in what') @OneOf(COMPETITION_DIMENSIONS) dimension!: CompetitionDimension;
  @Means('strengths', ['品牌']) @Texts(2_000) strengths!: string[];
  @Means('weaknesses', ['服务慢']) @Texts(2_000) weaknesses!: string[];
  @Means('what shows it') @Optional() @Reference() evidenceRef?: string;
}
