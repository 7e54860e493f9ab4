import { strictValidation, ValidationFailed } from '@engsales/http';

type RequestClass<Request extends object> = new () => Request;

/** A body as a route gets it: checked and made an instance of its class. */
export async function taken<Request extends object>(metatype: RequestClass<Request>, body: object): Promise<Request> {
  const json: unknown = JSON.parse(JSON.stringify(body));
  return (await strictValidation().transform(json, { type: 'body', metatype })) as Request;
}

/** JSON pointers of what is refused of a body, each once; none when it passes. */
export async function faultsOf(metatype: RequestClass<object>, body: object): Promise<string[]> {
  try {
    await taken(metatype, body);
    return [];
  } catch (error) {
    if (error instanceof ValidationFailed) return [...new Set(error.errors.map((fault) => fault.pointer))];
    throw error;
  }
}
