import { Matches } from 'class-validator';

/** A uuid, or a reference that can hold neither a Chinese name nor an ID card or telephone number. */
const PERSON_REF =
  /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?!.*\d([._:-]?\d){6})[A-Za-z0-9][A-Za-z0-9._:-]{0,63})$/;

export function PersonRef(): PropertyDecorator {
  return Matches(PERSON_REF, {
    message: '$property is a reference from the vault, never a name or a number of a person',
  });
}
