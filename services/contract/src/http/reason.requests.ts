import { Text } from '@engsales/http';

export class ReasonRequest {
  @Text(2_000) reason!: string;
}
