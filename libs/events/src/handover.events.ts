import { publicEvent } from './envelope.js';
import projectHandoverCompletedSchema from './schemas/contract.ProjectHandoverCompleted.v1.json';

export interface ProjectHandoverCompletedData {
  readonly handoverId: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly state: string;
  readonly triggerCondition?: string;
  readonly approvalNo?: string;
  readonly interestedCustomers: readonly {
    readonly itemNo: number;
    readonly customerRef: string;
    readonly projectName: string;
    readonly city: string;
    readonly need?: string;
  }[];
  readonly issueCustomers: readonly {
    readonly itemNo: number;
    readonly customerRef: string;
    readonly kind: 'DISPUTING' | 'OPEN_ISSUE';
    readonly text: string;
  }[];
  readonly receivableOwnerId?: string;
  readonly completedOn: string;
}

export const projectHandoverCompleted = publicEvent<ProjectHandoverCompletedData>({
  type: 'contract.ProjectHandoverCompleted',
  service: 'contract',
  version: 1,
  nameZh: '项目移交已完成',
  summary: 'A project was handed over to the departments that go on with it.',
  schema: projectHandoverCompletedSchema,
});
