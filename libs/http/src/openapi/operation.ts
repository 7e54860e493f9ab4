import { actedRole, carriedRole, type PersonRoles, type RoleExpression } from '../auth/roles.js';
import type { ProblemTexts } from '../problems/problem-texts.js';
import { namesPersons } from '../requests/persons.js';
import { headersOf } from './answer-headers.js';
import type { Operation, Responses, RouteFacts, Schema } from './api-facts.js';
import type { ApiRoute } from './api-routes.js';
import { exampleOf, SHOWN } from './examples.js';
import { problemResponses } from './problem-responses.js';

interface Around {
  readonly route: ApiRoute;
  readonly said: RouteFacts;
  readonly schemas: Record<string, Schema>;
  readonly texts: ProblemTexts;
  /** Its name stands before its positions. */
  readonly service: string;
  /** What the query says where its sender says nothing. */
  readonly usual: object;
  readonly endedCodes: ReadonlyMap<string, string>;
  readonly personRoles: PersonRoles;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly description?: string;
  readonly example?: unknown;
  readonly schema: Schema;
  readonly [SHOWN]?: boolean;
}

/** One operation, with everything that a caller has to know. */
export function describeOperation(operation: Operation, around: Around): Operation {
  const { route, said } = around;
  const { access, sending } = route;
  const parameters = parametersOf(operation, around);
  const body = bodyOf(operation, around);
  const kind = {
    isPublic: access.kind === 'public',
    isCommand: sending !== undefined,
    hasBody: body !== undefined,
    hasPathParameters: parameters.some((one) => one.in === 'path'),
    hasQuery: parameters.some((one) => one.in === 'query'),
  };
  const ended = around.endedCodes.get(sending?.command.name ?? '');
  const waits = parameters.some(({ name }) => name === 'minPosition');
  const codes = [
    ...said.codes,
    ...(waits ? ['POSITION_OF_OTHER_SERVICE', 'READ_MODEL_BEHIND'] : []),
    ...(sending && route.requests.some(namesPersons) ? ['PERSON_UNKNOWN'] : []),
    ...(sending && !sending.begins ? ['INVALID_TRANSITION', ...(ended ? [ended] : [])] : []),
  ];
  const refused = problemResponses(kind, codes, around.texts, (status) => headersOf(route, status));
  return {
    operationId: operationIdOf(route),
    tags: operation.tags ?? [],
    summary: said.summary,
    description: [said.description, rolesIn(route, around.personRoles)].filter(Boolean).join('\n\n'),
    ...(access.kind === 'public' ? { security: [] } : { security: [{ bearer: [] }] }),
    ...rolesNamed(route, around.personRoles),
    parameters: parameters as never,
    ...(body ? { requestBody: body } : {}),
    responses: { ...answered(operation, around), ...refused } as never,
  };
}

/** A command is called by its name, a view by its controller and method. */
function operationIdOf({ key, sending }: ApiRoute): string {
  const [controller = '', method = ''] = key.split('.');
  const topic = controller.replace(/Controller$/, '');
  return sending ? method : `${topic.charAt(0).toLowerCase()}${topic.slice(1)}_${method}`;
}

/** The roles by name, where the route itself names them or the vault does. */
function rolesNamed({ access }: ApiRoute, personRoles: PersonRoles): { 'x-roles'?: readonly RoleExpression[] } {
  if (access.kind === 'persons') return { 'x-roles': personRoles[access.may] };
  return 'roles' in access ? { 'x-roles': access.roles } : {};
}

function rolesIn({ access }: ApiRoute, personRoles: PersonRoles): string {
  if (access.kind === 'public') return 'Open to everybody.';
  if (access.kind === 'read') return 'Roles: whoever may send a command of the service, its readers, BI and ADMIN.';
  if (access.kind === 'persons') return `Roles: ${personRoles[access.may].join(', ')}.`;
  const spoken = access.roles.map((role) => {
    const acted = actedRole(role);
    return acted ? `${carriedRole(role)} with \`actingFor: ${acted.for}\`` : role;
  });
  return `Roles: ${spoken.join(', ')}.`;
}

function parametersOf(operation: Operation, { route, said, usual, service }: Around): Parameter[] {
  const given = ((operation.parameters ?? []) as unknown as readonly Parameter[]).filter((one) => one.in !== 'header');
  const described = given.map((parameter): Parameter => {
    if (parameter.in === 'path') return pathParameter(parameter, route.uuids);
    const { schema, description = '', name } = parameter;
    const absent = Object.hasOwn(usual, name);
    const { [SHOWN]: inSchema, 'x-unit': _unit, example = parameter.example, required: _, ...limits } = schema;
    const isShown = inSchema ?? parameter[SHOWN] ?? parameter.required;
    return {
      name,
      in: 'query',
      required: parameter.required === true && !absent,
      description,
      schema: {
        ...limits,
        ...(name === 'minPosition' ? { pattern: `^${service}\\.\\d{1,18}$` } : {}),
        ...(absent ? { default: (usual as Record<string, unknown>)[name] } : {}),
      },
      ...(isShown && example !== undefined ? { example } : {}),
    };
  });
  return [...described, ...(said.mayBeTried ? [DRY_RUN] : []), ...(route.sending ? COMMAND_HEADERS : []), TRACEPARENT];
}

function pathParameter({ name }: Parameter, uuids: readonly string[]): Parameter {
  const isUuid = uuids.includes(name);
  const schema = isUuid ? { type: 'string', format: 'uuid' } : { type: 'string', minLength: 1, maxLength: 200 };
  const example = isUuid ? '0f8fad5b-d9cb-469f-a165-70867728950e' : 'example';
  return { name, in: 'path', required: true, schema, example };
}

const DRY_RUN: Parameter = {
  name: 'dryRun',
  in: 'query',
  required: false,
  description: 'true: it is answered what would be done, and nothing is done',
  schema: { type: 'string', enum: ['true', 'false', ''], default: 'false' },
};

const COMMAND_HEADERS: readonly Parameter[] = [
  {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description: 'the same key with the same request gives the first answer again',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  },
  {
    name: 'If-Match',
    in: 'header',
    required: false,
    description: 'decide only on this revision, as an ETag gave it; else 412',
    schema: { type: 'string', pattern: '^(\\*|(W/)?"?\\d{1,9}"?)$' },
  },
];

const TRACEPARENT: Parameter = {
  name: 'traceparent',
  in: 'header',
  required: false,
  description: 'W3C trace context; a new one is made where it is missing or not valid',
  schema: { type: 'string' },
};

function bodyOf(operation: Operation, { schemas }: Around) {
  const given = operation.requestBody as
    { required?: boolean; content: Record<string, { schema: Schema }> } | undefined;
  if (!given) return undefined;
  const content = Object.entries(given.content).map(([type, { schema }]): [string, object] => {
    if (!type.includes('json')) return [type, { schema: { type: 'string', format: 'binary' } }];
    return [type, { schema, example: exampleOf(schema, schemas) }];
  });
  const json = given.content['application/json']?.schema;
  const named = schemas[json?.$ref?.split('/').at(-1) ?? ''];
  return {
    required: (named?.required ?? []).length > 0,
    content: Object.fromEntries(content) as Readonly<Record<string, object>>,
  };
}

/** What is answered when all goes well: 201 begins something, 200 is everything else. */
function answered(operation: Operation, { route, said, schemas }: Around): Responses {
  const given = operation.responses as Responses;
  const status = Object.keys(given).find((one) => /^2\d\d$/.test(one)) ?? '200';
  const { headers } = given[status] ?? {};
  const written = route.produces.map((type): [string, object] => [type, { schema: TEXT }]);
  const shape = written.length === 0 && said.answer ? namedAnswer(said.answer, route, schemas) : undefined;
  return {
    [status]: {
      description: status === '201' ? 'begun' : 'done',
      headers: { ...headers, ...headersOf(route, Number(status)) },
      content: shape ? { 'application/json': { schema: shape } } : Object.fromEntries<object>(written),
    },
  };
}

const TEXT: Schema = { type: 'string' };

/** An answer without a name of its own is called after its route, so that a generated client can name it. */
function namedAnswer(answer: Schema, route: ApiRoute, schemas: Record<string, Schema>): Schema {
  if (answer.type !== 'object' || !answer.properties) return answer;
  const [controller = '', method = ''] = route.key.split('.');
  const topic = controller.replace(/Controller$/, '');
  const name = `${topic}${method.charAt(0).toUpperCase()}${method.slice(1)}Answer`;
  schemas[name] = answer;
  return { $ref: `#/components/schemas/${name}` };
}
