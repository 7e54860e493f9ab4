import { Means, OneOf, Optional } from '@engsales/http';

const PMC = ['PMC'] as const;

/** A merchandiser who acts for PMC says so (P-23). */
export class ActingRequest {
  @Means('a merchandiser says for whom')
  @Optional()
  @OneOf(PMC)
  actingFor?: 'PMC';
}
