import { Means, Text } from '@engsales/http';

export class ReasonRequest {
  @Means('why', '客户要求') @Text(2_000) reason!: string;
}
