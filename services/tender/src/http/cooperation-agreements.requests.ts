import {
  Bps,
  BusinessDate,
  ListQuery,
  Means,
  NestedList,
  OneOf,
  Optional,
  PersonRef,
  Reference,
  Text,
} from '@engsales/http';
import {
  AGREEMENT_STATES,
  EXCLUSIVITIES,
  SIGNATORY_SIDES,
  type AgreementState,
  type Exclusivity,
  type SignatorySide,
} from '../domain/cooperation-agreement/cooperation-agreement.values.js';
import {
  AGREEMENT_SORTS,
  type AgreementSort,
} from '../read-models/cooperation-agreements/cooperation-agreements.query.js';

export class AgreementRequest {
  @Means('party with whom we cooperate', 'party-12') @Reference() partyId!: string;
  @Means('its name', '江东冷机制造有限公司') @Text(200) partyName!: string;
  @Means('what we may sell, and where', '临江市区离心式冷水机组') @Text(2_000) scope!: string;
  @Means('our commission of what the customer pays', 300) @Bps() commissionBps!: number;
  @Means('whether we alone act for them') @OneOf(EXCLUSIVITIES) exclusivity!: Exclusivity;
  @Means('first day', '2025-01-01') @BusinessDate() validFrom!: string;
  @Means('last day', '2025-12-31') @BusinessDate() validUntil!: string;
}

export class AgreementSignatoryRequest {
  @Means('ours or theirs', 'OURS') @OneOf(SIGNATORY_SIDES) side!: SignatorySide;
  @Means('a person in the vault of this service: POST /api/v1/persons') @PersonRef() personRef!: string;
}

export class SignAgreementRequest {
  @Means('number of the agreement', 'HZ-2025-003') @Text(64) agreementNo!: string;
  @Means('day of the signature', '2025-01-02') @BusinessDate() signedOn!: string;
  @Means('who signed, on both sides')
  @NestedList(() => AgreementSignatoryRequest, 20)
  signatories!: AgreementSignatoryRequest[];
  @Means('where the scan of the signed paper is', 'DOC-220') @Reference() scanRef!: string;
}

export class RenewAgreementRequest {
  @Means('the new last day', '2026-12-31') @BusinessDate() validUntil!: string;
  @Means('where the paper is', 'DOC-221') @Reference() docRef!: string;
}

export class TerminateAgreementRequest {
  @Means('why', '双方协商终止') @Text(2_000) reason!: string;
  @Means('day of the end', '2025-03-10') @BusinessDate() on!: string;
}

export class AgreementsQuery extends ListQuery {
  @Means('only with this party') @Optional() @Reference() partyId?: string;
  @Means('only in this state') @Optional() @OneOf(AGREEMENT_STATES) state?: AgreementState;
  @Means('only signed ones that are, or were, valid on this day') @Optional() @BusinessDate() validOn?: string;
  @Means('a part of the number, the name of the party or the scope') @Optional() @Text(200) q?: string;
  @Means('descending with a minus') @Optional() @OneOf(AGREEMENT_SORTS) sort?: AgreementSort;
}
