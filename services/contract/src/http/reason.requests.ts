import { Means, Text } from '@engsales/http';

export class ReasonRequest {
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
}
