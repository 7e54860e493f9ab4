import { ListQuery, Means, OneOf, Optional, Text, Uuid } from '@engsales/http';
import { REFERENCE_SORTS, type ReferenceSort } from '../read-models/reference-customers/reference-customers.query.js';
import { PaperQuery } from '@engsales/service';

export class ReferenceCustomersQuery extends ListQuery {
  @Means('only projects with this product line') @Optional() @Uuid() productLineId?: string;
  @Means('only projects in this city', '临江市') @Optional() @Text(200) city?: string;
  @Means('a part of the customer, the project or the city') @Optional() @Text(200) q?: string;
  @Means('by year of signing or by customer, descending with a minus')
  @Optional()
  @OneOf(REFERENCE_SORTS)
  sort?: ReferenceSort;
}

export class ReferenceListPaperQuery extends PaperQuery {
  @Means('only projects with this product line') @Optional() @Uuid() productLineId?: string;
  @Means('only projects in this city', '临江市') @Optional() @Text(200) city?: string;
  @Means('a part of the customer, the project or the city') @Optional() @Text(200) q?: string;
  @Means('by year of signing or by customer, descending with a minus')
  @Optional()
  @OneOf(REFERENCE_SORTS)
  sort?: ReferenceSort;
}
