import { Means, Text } from '@engsales/http';

export class ReasonRequest {
  @Means('why', '市场变化') @Text(2_000) reason!: string;
}
