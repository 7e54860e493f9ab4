import { Type } from 'class-transformer';
import { Means, Shaped, Whole } from './fields.js';
import { Optional } from './members.js';

/** Which part of a stream's events is asked for. */
export class HistoryQuery {
  @Means('nextCursor of the page before: the revision that the page begins with')
  @Optional()
  @Shaped(/^\d{1,9}$/, ['a cursor that a page has given', '上一页给出的游标'], '0')
  cursor?: string;

  @Means('how many events a page has at most')
  @Type(() => Number)
  @Whole(1, 500)
  limit: number = 500;
}
