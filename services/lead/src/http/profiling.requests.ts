import {
  Bps,
  BusinessDate,
  Fen,
  Means,
  NestedList,
  OneOf,
  Optional,
  Quantity,
  Reference,
  References,
  Text,
  Uuid,
  Whole,
  MOST,
  Texts,
} from '@engsales/http';
import {
  CONSTRUCTION_PROCESSES,
  PERMITS,
  WORK_PACKAGES,
  type ConstructionProcess,
  type PermitType,
  type WorkPackage,
} from '../domain/construction.values.js';
import { FUNDING_STATUSES, WORK_STATUSES, type FundingStatus, type WorkStatus } from '../domain/lead/lead.values.js';

export class RegisterContactRequest {
  @Means('party') @Reference() partyId!: string;
  @Means('contact, as the party shows it') @Uuid() contactId!: string;
  @Means('what the person is there for', '基建负责人') @Text(200) role!: string;
}

export class ContactRegisterRequest {
  @Means('who is there (项目联络登记表)')
  @NestedList(() => RegisterContactRequest, MOST)
  contactRegister!: RegisterContactRequest[];
}

export class RegisterProjectRequest extends ContactRegisterRequest {
  @Means('number of the project folder; that of the lead when absent', 'XM-2025-031')
  @Optional()
  @Reference()
  folderNo?: string;
  @Means('product lines that it is about', []) @References(MOST) productLineIds: string[] = [];
}

export class DescribeProjectRequest {
  @Means('how large it is', '床位 800 张') @Text(2_000) scale!: string;
  @Means('floor area in square metres', 120_000) @Optional() @Whole(0, 100_000_000) buildingAreaM2?: number;
  @Means('investment', 80_000_000_000) @Optional() @Fen() investmentFen?: number;
  @Means('where the money comes from', '市财政') @Text(2_000) fundingSource!: string;
  @Means('whether the money is there') @OneOf(FUNDING_STATUSES) fundingStatus!: FundingStatus;
  @Means('the land', '出让，已取得土地证') @Optional() @Text(2_000) landInfo?: string;
  @Means('address of the site', '滨江新区科技路 1 号') @Optional() @Text(2_000) address?: string;
  @Means('planned start', '2025-06-01') @Optional() @BusinessDate() plannedStartOn?: string;
  @Means('planned completion', '2027-12-31') @Optional() @BusinessDate() plannedCompletionOn?: string;
  @Means('product lines that it is about', []) @References(MOST) productLineIds: string[] = [];
}

export class NeededEquipmentRequest {
  @Means('what', '离心式冷水机组') @Text(200) name!: string;
  @Means('which', '2000 RT') @Optional() @Text(200) spec?: string;
  @Means('how many', '4') @Optional() @Quantity() qty?: string;
  @Means('unit of measure', '台') @Optional() @Text(16) uom?: string;
}

export class RecordNeedsRequest {
  @Means('equipment that they need')
  @NestedList(() => NeededEquipmentRequest, MOST)
  equipment!: NeededEquipmentRequest[];
  @Means('technology that they need', ['磁悬浮']) @Texts(2_000) technology!: string[];
  @Means('what hurts today', ['能耗高']) @Texts(2_000) painPoints: string[] = [];
  @Means('what they expect', ['节能 30%']) @Texts(2_000) expectations: string[] = [];
  @Means('background of the industry (行业背景)') @Optional() @Text(2_000) industryBackground?: string;
  @Means('what they prefer (偏好)') @Optional() @Text(2_000) preferences?: string;
  @Means('budget', 700_000_000) @Optional() @Fen() budgetFen?: number;
  @Means('when it is needed', '2026-09-30') @Optional() @BusinessDate() requiredOn?: string;
}

export class EntryPointsRequest {
  @Means('technologies with which we come in', ['磁悬浮机组']) @Texts(2_000) technologies!: string[];
  @Means('equipment with which we come in', ['冷水机组']) @Texts(2_000) equipment!: string[];
}

export class ForecastLeadRequest {
  @Means('estimate of the deal', 700_000_000) @Optional() @Fen() estimatedAmountFen?: number;
  @Means('how likely we win', 4_000) @Optional() @Bps() winProbabilityBps?: number;
  @Means('when it may be signed', '2025-12-31') @Optional() @BusinessDate() expectedSigningOn?: string;
}

export class PermitRequest {
  @Means('which permit', 'CONSTRUCTION_PERMIT') @OneOf(PERMITS) type!: PermitType;
  @Means('its number', '建字第 2025-031 号') @Optional() @Text(200) no?: string;
  @Means('when it was issued', '2025-03-01') @Optional() @BusinessDate() issuedOn?: string;
}

export class WorkPackageRequest {
  @Means('which work package', 'HVAC') @OneOf(WORK_PACKAGES) code!: WorkPackage;
  @Means('how far it is') @OneOf(WORK_STATUSES) status!: WorkStatus;
  @Means('since when', '2025-03-01') @Optional() @BusinessDate() on?: string;
}

export class ObserveConstructionRequest {
  @Means('process that the building is in', 'CONSTRUCTION_1')
  @OneOf(CONSTRUCTION_PROCESSES)
  process!: ConstructionProcess;
  @Means('day on which it was seen', '2025-03-07') @BusinessDate() observedOn!: string;
  @Means('permits that were seen') @Optional() @NestedList(() => PermitRequest, MOST) permits?: PermitRequest[];
  @Means('work packages that were seen')
  @Optional()
  @NestedList(() => WorkPackageRequest, MOST)
  workPackages?: WorkPackageRequest[];
  @Means('property management (物业)') @Optional() @Reference() propertyPartyId?: string;
  @Means('when it takes over', '2027-12-31') @Optional() @BusinessDate() takeOverOn?: string;
  @Means('why it went back, where it did') @Optional() @Text(2_000) reason?: string;
}
