import { Type } from 'class-transformer';
import { Equals, ValidateIf } from 'class-validator';
import { Means, Moment, Position, Shaped, Whole } from './fields.js';
import { Optional } from './members.js';

/** A view that is asked to show at least what a command has just recorded. */
export class WaitingQuery {
  @Means('the position of a command’s answer; the view is waited for until it shows it (2 s at most)')
  @Optional()
  @Position()
  minPosition?: string;
}

/** Parameters of every list. */
export class ListQuery extends WaitingQuery {
  @Means('how many items a page has at most', 50)
  @Type(() => Number)
  @Whole(1, 200)
  limit: number = 50;

  @Means('nextCursor of the page before')
  @Optional()
  @Shaped(/^[\w-]{1,500}$/, ['a cursor that a page has given', '上一页给出的游标'], 'WyIyMDI1LTAzLTEwIl0')
  cursor?: string;
}

export class StateQuery {
  @Means('a revision or an instant: the state as it was then', '2')
  @Optional()
  @Moment()
  asOf?: string;
}

/** The body of a command without fields: absent or `{}`. Validation needs one declared field to refuse all others. */
export class NoBody {
  @ValidateIf((_request, value) => value !== undefined)
  @Equals(undefined)
  readonly nothing?: undefined;
}
