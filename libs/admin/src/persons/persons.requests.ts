import { Means, Optional, Text, TextOrNone } from '@engsales/http';

export class PersonRequest {
  @Means('name of the person', '王建国')
  @Text(100)
  name!: string;

  @Means('telephone number')
  @Optional()
  @TextOrNone(40)
  phone?: string;

  @Means('post in the company')
  @Optional()
  @TextOrNone(100)
  post?: string;

  @Means('number of the identity card')
  @Optional()
  @TextOrNone(40)
  idNo?: string;
}

export class RevealRequest {
  @Means('what the values are needed for; it is kept in the audit', '联系收货人')
  @Text(500)
  reason!: string;
}
