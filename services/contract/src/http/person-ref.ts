import { Shaped } from '@engsales/http';

/** A uuid, or a reference that can hold neither a Chinese name nor an ID card or telephone number. */
const PERSON_REF =
  /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?!.*\d([._:-]?\d){6})[A-Za-z0-9][A-Za-z0-9._:-]{0,63})$/;

export function PersonRef(): PropertyDecorator {
  const shape = [
    'a reference from the vault, never a name or a number of a person',
    '个人信息库中的引用，不得填姓名或号码',
  ] as const;
  return Shaped(PERSON_REF, shape, '0f8fad5b-d9cb-469f-a165-70867728950e');
}
