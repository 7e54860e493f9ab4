import { publicEvent } from './envelope.js';
import returnVisitCompletedSchema from './schemas/aftersales.ReturnVisitCompleted.v1.json';

export interface ReturnVisitCompletedData {
  readonly visitId: string;
  readonly visitNo: string;
  readonly contractId: string;
  readonly customerPartyId?: string;
  readonly salespersonId: string;
  readonly state: string;
  readonly scoreTenths: number;
  readonly findings: readonly { readonly kind: string; readonly text: string }[];
  readonly newProject?: {
    readonly name: string;
    readonly city: string;
    readonly contactRef: string;
    readonly need?: string;
    readonly expectedOn?: string;
  };
  readonly on: string;
}

export const returnVisitCompleted = publicEvent<ReturnVisitCompletedData>({
  type: 'aftersales.ReturnVisitCompleted',
  service: 'aftersales',
  version: 1,
  nameZh: '回访已完成',
  summary: 'A customer was asked how satisfied he is.',
  schema: returnVisitCompletedSchema,
});
