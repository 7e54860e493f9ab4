import {
  ListQuery,
  Means,
  NestedList,
  OneOf,
  Optional,
  PersonRef,
  Reference,
  Text,
  Uuid,
  MOST,
  SomeOf,
} from '@engsales/http';
import {
  COMPETITOR_TYPES,
  CUSTOMER_SEGMENTS,
  PARTY_KINDS,
  PARTY_ROLES,
  PARTY_STATES,
  type CompetitorType,
  type CustomerSegment,
  type PartyKind,
  type PartyRole,
  type PartyState,
} from '../domain/party/party.values.js';
import { PARTY_SORTS, type PartySort } from '../read-models/parties/parties.query.js';
import { CreditCode, NotEmpty } from './field-values.js';

export class PartyRequest {
  @Means('an organisation, or a person who acts for nobody else') @OneOf(PARTY_KINDS) kind!: PartyKind;
  @Means('registered name of an organisation', '临江市第二人民医院') @Optional() @Text(200) name?: string;
  @Means('an individual: the person, as kept by POST /api/v1/persons') @Optional() @PersonRef() personRef?: string;
  @Means('unified social credit code (统一社会信用代码)') @Optional() @CreditCode() uscc?: string;
  @Means('what it is to us', ['OWNER', 'USER']) @SomeOf(PARTY_ROLES) @NotEmpty() roles!: PartyRole[];
  @Means('kind of customer', 'ENTERPRISE_INSTITUTION')
  @Optional()
  @OneOf(CUSTOMER_SEGMENTS)
  customerSegment?: CustomerSegment;
  @Means('kind of competitor; a competitor has one')
  @Optional()
  @OneOf(COMPETITOR_TYPES)
  competitorType?: CompetitorType;
  @Means('city', '临江市') @Optional() @Text(200) city?: string;
  @Means('industry', '医疗') @Optional() @Text(200) industry?: string;
}

export class ContactRequest {
  @Means('the person, as kept by POST /api/v1/persons') @PersonRef() personRef!: string;
  @Means('post', '基建科科长') @Text(200) post!: string;
  @Means('department', '基建科') @Optional() @Text(200) department?: string;
}

export class ContactChangeRequest extends ContactRequest {
  @Means('contact, as the party shows it') @Uuid() contactId!: string;
}

export class ContactRemovalRequest {
  @Means('contact, as the party shows it') @Uuid() contactId!: string;
  @Means('why', '已离职') @Text(2_000) reason!: string;
}

export class OrgUnitRequest {
  @Means('id of the unit within the chart', 'U1') @Reference() unitId!: string;
  @Means('name of the unit', '基建科') @Text(200) name!: string;
  @Means('unit above it') @Optional() @Reference() parentId?: string;
  @Means('contact who leads it') @Optional() @Uuid() headContactId?: string;
}

export class OrgChartRequest {
  @Means('all units') @NestedList(() => OrgUnitRequest, MOST) units!: OrgUnitRequest[];
}

export class PartyListQuery extends ListQuery {
  @Means('only in this state') @Optional() @OneOf(PARTY_STATES) state?: PartyState;
  @Means('only with this role') @Optional() @OneOf(PARTY_ROLES) role?: PartyRole;
  @Means('only of this segment') @Optional() @OneOf(CUSTOMER_SEGMENTS) segment?: CustomerSegment;
  @Means('a part of the name, the city or the credit code') @Optional() @Text(200) q?: string;
  @Means('descending with a minus') @Optional() @OneOf(PARTY_SORTS) sort?: PartySort;
}
