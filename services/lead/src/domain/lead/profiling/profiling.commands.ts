import { CommandTo } from '@engsales/event-sourcing/domain';
import type { ConstructionProcess, PermitType, WorkPackage } from '../../construction.values.js';
import type { Siblings } from '../lead-siblings.js';
import type { FundingStatus, WorkStatus } from '../lead.values.js';

export interface ContactNamed {
  readonly partyId: string;
  readonly contactId: string;
  readonly role: string;
}

/** Registers the project with its contacts (项目登记): from now on it is worked on. */
export class RegisterProject extends CommandTo<
  'leadId',
  {
    readonly contactRegister: readonly ContactNamed[];
    /** The number of the lead where it is absent. */
    readonly folderNo?: string;
    readonly productLineIds: readonly string[];
    readonly siblings?: Siblings;
  }
> {
  readonly type = 'RegisterProject';
}

/** Writes the contact register anew, whole. */
export class UpdateContactRegister extends CommandTo<
  'leadId',
  { readonly contactRegister: readonly ContactNamed[]; readonly siblings?: Siblings }
> {
  readonly type = 'UpdateContactRegister';
}

/** Says what the project is, whole (项目概况). */
export class DescribeProject extends CommandTo<
  'leadId',
  {
    readonly scale: string;
    readonly buildingAreaM2?: number;
    readonly investmentFen?: number;
    readonly fundingSource: string;
    readonly fundingStatus: FundingStatus;
    readonly landInfo?: string;
    readonly address?: string;
    readonly plannedStartOn?: string;
    readonly plannedCompletionOn?: string;
    readonly productLineIds: readonly string[];
    readonly siblings?: Siblings;
  }
> {
  readonly type = 'DescribeProject';
}

/** Says what the customer needs, whole (需求). */
export class RecordNeeds extends CommandTo<
  'leadId',
  {
    readonly equipment: readonly {
      readonly name: string;
      readonly spec?: string;
      readonly qty?: string;
      readonly uom?: string;
    }[];
    readonly technology: readonly string[];
    readonly painPoints: readonly string[];
    readonly expectations: readonly string[];
    readonly industryBackground?: string;
    readonly preferences?: string;
    readonly budgetFen?: number;
    readonly requiredOn?: string;
  }
> {
  readonly type = 'RecordNeeds';
}

/** Where the company can come in (切入点). */
export class SetEntryPoints extends CommandTo<
  'leadId',
  { readonly technologies: readonly string[]; readonly equipment: readonly string[] }
> {
  readonly type = 'SetEntryPoints';
}

/** How large, how likely, when (预测). */
export class ForecastLead extends CommandTo<
  'leadId',
  {
    readonly estimatedAmountFen?: number;
    readonly winProbabilityBps?: number;
    readonly expectedSigningOn?: string;
  }
> {
  readonly type = 'ForecastLead';
}

/** What sales saw on the site (建设过程). */
export class ObserveConstructionPhase extends CommandTo<
  'leadId',
  {
    readonly process: ConstructionProcess;
    readonly observedOn: string;
    readonly permits?: readonly { readonly type: PermitType; readonly no?: string; readonly issuedOn?: string }[];
    readonly workPackages?: readonly {
      readonly code: WorkPackage;
      readonly status: WorkStatus;
      readonly on?: string;
    }[];
    /** 物业 */
    readonly propertyPartyId?: string;
    readonly takeOverOn?: string;
    readonly reason?: string;
    readonly siblings?: Siblings;
  }
> {
  readonly type = 'ObserveConstructionPhase';
}

export type ProfilingCommand =
  | RegisterProject
  | UpdateContactRegister
  | DescribeProject
  | RecordNeeds
  | SetEntryPoints
  | ForecastLead
  | ObserveConstructionPhase;
