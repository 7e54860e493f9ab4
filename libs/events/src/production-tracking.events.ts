import { publicEvent } from './envelope.js';
import productionExceptionRaisedSchema from './schemas/production.ProductionExceptionRaised.v1.json';
import productionExceptionResolvedSchema from './schemas/production.ProductionExceptionResolved.v1.json';

export interface ProductionExceptionRaisedData {
  readonly trackingId: string;
  readonly contractId: string;
  /** Absent where the contract service has the contract. */
  readonly contractOrigin?: 'EXTERNAL';
  readonly productionOrderId: string;
  readonly exceptionId: string;
  readonly type: string;
  readonly state: string;
  readonly stepId?: string;
  readonly stepSeq?: number;
  readonly estimatedDelayDays: number;
  readonly delayDays: number;
  readonly forecastDate?: string;
  readonly stopsWork: boolean;
  readonly raisedAt: string;
  readonly feedbackDueAt: string;
}

export interface ProductionExceptionResolvedData {
  readonly trackingId: string;
  readonly contractId: string;
  /** Absent where the contract service has the contract. */
  readonly contractOrigin?: 'EXTERNAL';
  readonly productionOrderId: string;
  readonly exceptionId: string;
  readonly type: string;
  readonly state: string;
  readonly stepId?: string;
  readonly stepSeq?: number;
  readonly estimatedDelayDays: number;
  readonly actualDelayDays: number;
  readonly delayDays: number;
  readonly forecastDate?: string;
  readonly fedBackAt?: string;
}

export const productionExceptionRaised = publicEvent<ProductionExceptionRaisedData>({
  type: 'production.ProductionExceptionRaised',
  service: 'production',
  version: 1,
  nameZh: '生产异常已上报',
  summary: 'Something stands in the way of an order; sales must hear of it in time.',
  schema: productionExceptionRaisedSchema,
});

export const productionExceptionResolved = publicEvent<ProductionExceptionResolvedData>({
  type: 'production.ProductionExceptionResolved',
  service: 'production',
  version: 1,
  nameZh: '生产异常已解除',
  summary: 'The exception is over, with the days that it has cost.',
  schema: productionExceptionResolvedSchema,
});
