import { Means, Text } from '@engsales/http';

export class ReasonRequest {
  @Means('why', '甲方调整进度') @Text(2_000) reason!: string;
}
