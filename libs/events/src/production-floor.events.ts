import { publicEvent } from './envelope.js';
import productionOrderReleasedSchema from './schemas/production.ProductionOrderReleased.v1.json';
import productionProgressReportedSchema from './schemas/production.ProductionProgressReported.v1.json';
import productionCompletedSchema from './schemas/production.ProductionCompleted.v1.json';
import workStoppedSchema from './schemas/production.WorkStopped.v1.json';
import workResumedSchema from './schemas/production.WorkResumed.v1.json';

export interface ProductionOrderReleasedData {
  readonly productionOrderId: string;
  readonly contractId: string;
  /** Absent where the contract service has the contract. */
  readonly contractOrigin?: 'EXTERNAL';
  readonly state: string;
  readonly instructionNo: string;
  readonly bomRev: number;
  readonly plannedStart?: string;
  readonly plannedEnd?: string;
  readonly steps: readonly {
    readonly seq: number;
    readonly name: string;
    readonly ownerId: string;
  }[];
  readonly releasedOn: string;
}

export interface ProductionProgressReportedData {
  readonly productionOrderId: string;
  readonly contractId: string;
  /** Absent where the contract service has the contract. */
  readonly contractOrigin?: 'EXTERNAL';
  readonly state: string;
  readonly stepSeq: number;
  readonly goodQty: string;
  readonly scrapQty: string;
  readonly cumulativeGoodQty: string;
  readonly percentBps: number;
  readonly forecastDate: string;
  readonly doneOn: string;
  readonly correction?: boolean;
}

export interface ProductionCompletedData {
  readonly productionOrderId: string;
  readonly contractId: string;
  /** Absent where the contract service has the contract. */
  readonly contractOrigin?: 'EXTERNAL';
  readonly state: string;
  readonly lineId: string;
  readonly producedQty: string;
  readonly completedOn: string;
}

/** Engineering's stop, placed or lifted, and the holds that then stand. */
export interface StopWorkData {
  readonly productionOrderId: string;
  readonly contractId: string;
  /** Absent where the contract service has the contract. */
  readonly contractOrigin?: 'EXTERNAL';
  readonly state: string;
  readonly stopId: string;
  readonly scope: 'ORDER' | 'STEP';
  readonly stepId?: string;
  readonly violatedArtefact: {
    readonly type: string;
    readonly rev?: string;
  };
  readonly by: string;
  readonly on: string;
  readonly holds: readonly {
    readonly code: string;
    readonly ref: string;
    readonly stepId?: string;
    readonly since: string;
    readonly by: string;
  }[];
}

export const productionOrderReleased = publicEvent<ProductionOrderReleasedData>({
  type: 'production.ProductionOrderReleased',
  service: 'production',
  version: 1,
  nameZh: '生产指令已下达',
  summary: 'The production instruction was issued.',
  schema: productionOrderReleasedSchema,
});

export const productionProgressReported = publicEvent<ProductionProgressReportedData>({
  type: 'production.ProductionProgressReported',
  service: 'production',
  version: 1,
  nameZh: '生产进度已报',
  summary: 'A step has made more, or what it has made is corrected; what it has made in all is told.',
  schema: productionProgressReportedSchema,
});

export const productionCompleted = publicEvent<ProductionCompletedData>({
  type: 'production.ProductionCompleted',
  service: 'production',
  version: 1,
  nameZh: '生产已完成',
  summary: 'All that was ordered is made, or has come in where it is bought.',
  schema: productionCompletedSchema,
});

export const workStopped = publicEvent<StopWorkData>({
  type: 'production.WorkStopped',
  service: 'production',
  version: 1,
  nameZh: '已责令停止作业',
  summary: 'Engineering stopped the order or a step.',
  schema: workStoppedSchema,
});

export const workResumed = publicEvent<StopWorkData>({
  type: 'production.WorkResumed',
  service: 'production',
  version: 1,
  nameZh: '已恢复作业',
  summary: 'Engineering lifted its stop.',
  schema: workResumedSchema,
});
