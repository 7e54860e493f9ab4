import { publicEvent } from './envelope.js';
import siteServiceCompletedSchema from './schemas/aftersales.SiteServiceCompleted.v1.json';
import acceptanceSignedSchema from './schemas/aftersales.AcceptanceSigned.v1.json';
import satisfactionRatedSchema from './schemas/aftersales.SatisfactionRated.v1.json';

export interface SiteServiceCompletedData {
  readonly siteServiceId: string;
  readonly contractId: string;
  readonly type: 'INSTALLATION' | 'COMMISSIONING' | 'TRAINING' | 'INSPECTION' | 'REPAIR';
  readonly state: string;
  readonly lineIds: readonly string[];
  readonly completedOn: string;
}

export interface AcceptanceSignedData {
  readonly acceptanceId: string;
  readonly contractId: string;
  readonly state: string;
  readonly lineIds: readonly string[];
  readonly certNo: string;
  readonly on: string;
  readonly result: 'PASSED' | 'CONDITIONALLY_PASSED';
  readonly punchList: readonly { readonly no: number; readonly text: string; readonly dueOn: string }[];
}

export interface SatisfactionRatedData {
  readonly subject: 'TICKET' | 'RETURN_VISIT';
  readonly subjectId: string;
  readonly contractId?: string;
  readonly salespersonId?: string;
  readonly scoreTenths: number;
  readonly scores?: {
    readonly product?: number;
    readonly delivery?: number;
    readonly installation?: number;
    readonly service?: number;
  };
  readonly on: string;
}

export const siteServiceCompleted = publicEvent<SiteServiceCompletedData>({
  type: 'aftersales.SiteServiceCompleted',
  service: 'aftersales',
  version: 1,
  nameZh: '现场服务已完成',
  summary: 'A site service was finished.',
  schema: siteServiceCompletedSchema,
});

export const acceptanceSigned = publicEvent<AcceptanceSignedData>({
  type: 'aftersales.AcceptanceSigned',
  service: 'aftersales',
  version: 1,
  nameZh: '验收已签署',
  summary: 'The customer signed the acceptance.',
  schema: acceptanceSignedSchema,
});

export const satisfactionRated = publicEvent<SatisfactionRatedData>({
  type: 'aftersales.SatisfactionRated',
  service: 'aftersales',
  version: 1,
  nameZh: '客户满意度已评价',
  summary: 'A customer has rated a ticket or a return visit.',
  schema: satisfactionRatedSchema,
});
