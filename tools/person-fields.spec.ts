import { AftersalesModule } from '@engsales/aftersales';
import { ContractModule } from '@engsales/contract';
import { apiRoutes, nestedClassesOf, personMembersOf, staffMembersOf, type RequestClass } from '@engsales/http';
import { LeadModule } from '@engsales/lead';
import { ProductionModule } from '@engsales/production';
import { TenderModule } from '@engsales/tender';
import type { Type } from '@nestjs/common';

/** Every field of a request that names a person, written down by hand. */
const PERSONS = [
  'AgreementSignatoryRequest.personRef',
  'ConfirmDeliveryRequest.signedByRef',
  'ContactChangeRequest.personRef',
  'ContactRequest.personRef',
  'CorrectDeliveryRequest.driverRef',
  'CorrectDeliveryRequest.signedByRef',
  'DispatchRequest.driverRef',
  'ImportedContactRequest.personRef',
  'KeyPersonRequest.personRef',
  'PartyRequest.personRef',
  'PayerRequest.personRef',
  'SignatoryRequest.personRef',
  'TestimonialRequest.personRef',
];
/** Every field that names one of the staff. */
const STAFF = [
  'AbandonedListQuery.salespersonId',
  'AcceptExecutionFormRequest.commerceOwnerId',
  'AccountListQuery.salespersonId',
  'AgeingQuery.salespersonId',
  'AssignLeadRequest.salespersonId',
  'BoardQuery.merchandiserId',
  'BondListQuery.salespersonId',
  'CalendarQuery.salespersonId',
  'CaptureLeadRequest.salespersonId',
  'ChannelRequest.managerId',
  'ContractDocumentRequest.merchandiserId',
  'ContractDocumentRequest.salespersonId',
  'ContractListQuery.salespersonId',
  'DraftContractRequest.merchandiserId',
  'DraftContractRequest.salespersonId',
  'EndOrderRequest.initiator',
  'EngageCommerceRequest.commerceOwnerId',
  'EnrolMemberRequest.staffId',
  'ForecastQuery.salespersonId',
  'FunnelQuery.salespersonId',
  'ImportLeadRequest.salespersonId',
  'LeadListQuery.salespersonId',
  'MembersQuery.staffId',
  'OrdersQuery.merchandiserId',
  'PaymentGateQuery.salespersonId',
  'PerformanceReviewRequest.staffId',
  'PlanTrainingRequest.staffIds',
  'PlannedActionRequest.responsibleId',
  'ProposalsQuery.salespersonId',
  'ReassignRequest.merchandiserId',
  'ReassignTenderRequest.salespersonId',
  'ReceivableQuery.salespersonId',
  'ReceiveOrderRequest.merchandiserId',
  'ReceiveOrderRequest.salespersonId',
  'RegisterTenderRequest.salespersonId',
  'ResourceRequest.allocatedToId',
  'ReviewsQuery.staffId',
  'SampleListQuery.salespersonId',
  'SigningsDueQuery.salespersonId',
  'StepRequest.ownerId',
  'TaskListQuery.assigneeId',
  'TeamRequest.leaderId',
  'TenderListQuery.commerceOwnerId',
  'TenderListQuery.salespersonId',
  'TenderTaskQuery.assignee',
  'TrackItemRequest.ownerId',
  'TrainingResultRequest.staffId',
  'TrainingsQuery.staffId',
  'VisitListQuery.salespersonId',
  'WinLossQuery.salespersonId',
];
/** Fields that sound like a person and name none. */
const OTHERS = [
  'AttendeeRequest.contactId', // a contact of a party, which holds the reference
  'BondRequest.neededBy', // a day
  'CaptureLeadRequest.ownerName', // an organisation: the owner of a building
  'CaptureLeadRequest.ownerPartyId',
  'ContactChangeRequest.contactId', // a contact of a party, who has a reference of its own
  'ContactRegisterRequest.contactRegister',
  'ContactRemovalRequest.contactId',
  'CorrectDeliveryRequest.carrierRef', // a text of an organisation or a number plate
  'CorrectLeadRequest.ownerName',
  'CorrectLeadRequest.ownerPartyId',
  'CounterpartRequest.contactId',
  'DeferRequest.by', // always the customer
  'DispatchRequest.carrierRef',
  'DropKeyPersonRequest.contactId',
  'FollowUpListQuery.subjectId',
  'FollowUpListQuery.subjectType',
  'IdentifyKeyPersonRequest.contactId',
  'ImportLeadRequest.contact',
  'ImportLeadRequest.ownerName',
  'LeadListQuery.ownership',
  'MetRequest.contactId',
  'ObjectionRequest.by', // us or others
  'OrgUnitRequest.headContactId',
  'RecordFollowUpRequest.contactId',
  'RecordFollowUpRequest.subject',
  'RecordReceiptRequest.payer', // holds the reference
  'RegisterContactRequest.contactId',
  'RegisterProjectRequest.contactRegister',
  'SendProposalRequest.contactRef', // a contact of a party, which holds the reference
  'SignAgreementRequest.signatories', // hold the reference
  'SignContractRequest.signatories', // hold the reference
  'TerminateContractRequest.initiator', // which side
  'VoidContractRequest.initiator',
];

const modules = [LeadModule, TenderModule, ContractModule, ProductionModule, AftersalesModule];
const controllers = modules.flatMap((module) => (Reflect.getMetadata('controllers', module) ?? []) as Type[]);

/** Every class of a body or a query, with what they hold. */
function requestClasses(): readonly RequestClass[] {
  const found = new Set<RequestClass>();
  const open = apiRoutes(controllers).flatMap(({ requests }) => [...requests]);
  for (let type = open.pop(); type; type = open.pop()) {
    if (found.has(type)) continue;
    found.add(type);
    open.push(...nestedClassesOf(type));
  }
  return [...found];
}

/** What swagger's decorators declare, also above. */
const requestFieldsOf = (type: RequestClass): readonly string[] =>
  ((Reflect.getMetadata('swagger/apiModelPropertiesArray', type.prototype as object) ?? []) as string[]).map((field) =>
    field.slice(1),
  );

const classes = requestClasses();
const fieldsOf = (membersOf: (type: RequestClass) => readonly string[]) =>
  [...new Set(classes.flatMap((type) => membersOf(type).map((field) => `${type.name}.${field}`)))].sort();

/** A name that says: this is a person, or one of the staff. */
const SAYS_PERSON =
  /(person|signator|payer|driver|receiver|contact|signedBy|carrier|owner|merchandiser|staff|delegate|assignee|initiator|informed|asked|approver|author|operator|inspector|witness|subject)\w*(Ref|Id|No|Name|Phone)?$|By(Ref|Id)?$|^by(Id|Ref)?$|phone|idNo|mobile/i;

describe('fields of requests that name persons (C-27, P-176)', () => {
  it('are references to persons in the vault, these and no other', () =>
    expect(fieldsOf(personMembersOf)).toEqual(PERSONS));

  it('or ids of the staff, these and no other', () => expect(fieldsOf(staffMembersOf)).toEqual(STAFF));

  it('are all among them: no other field is called like a person', () => {
    const named = fieldsOf(requestFieldsOf).filter((field) => SAYS_PERSON.test(field.split('.')[1] ?? ''));
    expect(named.filter((field) => ![...PERSONS, ...STAFF].includes(field))).toEqual(OTHERS);
    expect(named.length).toBeGreaterThan(20);
  });
});
