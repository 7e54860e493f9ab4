import { instanceToPlain } from 'class-transformer';

/** The checked body as plain data, so that what is stored is what was sent. */
export function plain<Data>(body: object): Data {
  return instanceToPlain(body, { exposeUnsetFields: false }) as Data;
}
