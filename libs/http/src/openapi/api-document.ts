import type { INestApplication, Type } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { personRolesOf } from '../auth/person-roles.js';
import type { Role } from '../auth/roles.js';
import { COMMON_PROBLEMS, type ProblemTexts } from '../problems/problem-texts.js';
import { headersIn } from './answer-headers.js';
import type { ApiFacts, Schema } from './api-facts.js';
import { apiRoutes } from './api-routes.js';
import { defaultsOf } from './defaults.js';
import { SHOWN } from './examples.js';
import { describeOperation } from './operation.js';
import { PROBLEM } from './problem-responses.js';

export interface DescribedService {
  readonly name: string;
  readonly title: string;
  readonly problems: ProblemTexts;
  /** Codes for a command that comes after the end of its aggregate. */
  readonly endedCodes: ReadonlyMap<string, string>;
  readonly controllers: readonly Type[];
  /** Who may see persons revealed beside those who send a command that names one. */
  readonly personRevealers: readonly Role[];
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/**
 * The OpenAPI document of a service. Paths, parameters and bodies are read from the decorators; roles from the routes;
 * answers, summaries and codes from `facts`, which the sources give.
 */
export function apiDocument(app: INestApplication, service: DescribedService, facts: ApiFacts): OpenAPIObject {
  const info = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(service.title)
    .setDescription('docs/errors.md names every code; docs/integrate-kafka.md tells what is published.')
    .setVersion('1')
    .addBearerAuth()
    .build();
  const key = (controller: string, method: string) => `${controller}.${method}`;
  const document = ofService(service.name, SwaggerModule.createDocument(app, info, { operationIdFactory: key }));
  const routes = new Map(apiRoutes(service.controllers).map((route) => [route.key, route]));
  const personRoles = personRolesOf([...routes.values()], service.personRevealers);
  const defaults = defaultsOf([...routes.values()].flatMap(({ requests }) => requests));
  const asked = completed((document.components?.schemas ?? {}) as Record<string, Schema>, defaults);
  const schemas: Record<string, Schema> = { ...asked, Problem: PROBLEM };
  const texts = { ...COMMON_PROBLEMS, ...service.problems };
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (!operation) continue;
      const route = routes.get(operation.operationId ?? '');
      if (!route) throw new Error(`no controller has the method ${operation.operationId}`);
      const said = facts.routes[route.key] ?? { summary: '', description: '', mayBeTried: false, codes: [] };
      const usual = Object.assign({}, ...route.requests.map(({ name }) => defaults.get(name) ?? {})) as object;
      path[method] = describeOperation(operation, {
        route,
        said,
        schemas,
        texts,
        usual,
        service: service.name,
        endedCodes: service.endedCodes,
        personRoles,
      });
    }
  }
  gather([document.paths, schemas], schemas, facts.schemas);
  const shown = Object.fromEntries(
    Object.entries(schemas)
      .sort()
      .map(([name, schema]) => [name, withoutMarks(schema)]),
  );
  return {
    ...document,
    components: { ...document.components, schemas: shown as never, headers: headersIn(document.paths) },
  };
}

/** Positions in examples are those of the service itself. */
function ofService(name: string, document: OpenAPIObject): OpenAPIObject {
  const text = JSON.stringify(document).replace(/"example":"contract\.\d+"/g, `"example":"${name}.0"`);
  return JSON.parse(text) as OpenAPIObject;
}

/** Request schemas with what the classes know besides: defaults, units, and that nothing else may be said. */
function completed(schemas: Readonly<Record<string, Schema>>, defaults: ReturnType<typeof defaultsOf>) {
  const complete = ([name, schema]: [string, Schema]): [string, Schema] => {
    const usual = defaults.get(name) ?? {};
    const fields = Object.entries(schema.properties ?? {}).map(([field, said]): [string, Schema] => [
      field,
      { ...said, ...unitIn(said), ...(Object.hasOwn(usual, field) ? { default: usual[field] } : {}) },
    ]);
    const required = (schema.required ?? []).filter((field) => !Object.hasOwn(usual, field));
    const rest = { additionalProperties: false, properties: Object.fromEntries(fields) };
    return [name, { type: 'object', ...rest, ...(required.length > 0 ? { required } : {}) }];
  };
  return Object.fromEntries(Object.entries(schemas).map(complete));
}

const unitIn = ({ description, 'x-unit': unit }: Schema) =>
  typeof unit === 'string' ? { description: description ? `${description} (in ${unit})` : `in ${unit}` } : {};

/** Adds what is referred to, and what that refers to. */
function gather(from: unknown, schemas: Record<string, Schema>, known: Readonly<Record<string, Schema>>): void {
  const text = JSON.stringify(from);
  for (const [, name = ''] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
    const found = known[name];
    if (name in schemas || !found) continue;
    schemas[name] = found;
    gather(found, schemas, known);
  }
}

/** Marks serve the building of the document only. */
function withoutMarks(schema: Schema): Schema {
  const drop = (key: string, value: unknown) => (key === SHOWN || key === 'x-unit' ? undefined : value);
  return JSON.parse(JSON.stringify(schema, drop)) as Schema;
}
