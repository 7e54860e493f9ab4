import type { OpenAPIObject } from '@nestjs/swagger';

/** JSON Schema as OpenAPI 3.1 writes it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly example?: unknown;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly [keyword: string]: unknown;
}

/** What only the source text says of a route. */
export interface RouteFacts {
  /** One sentence in English and in Chinese. */
  readonly summary: string;
  readonly description: string;
  /** Of what is answered; undefined where the route writes the answer itself. */
  readonly answer?: Schema;
  /** It takes `?dryRun=true`. */
  readonly mayBeTried: boolean;
  /** Codes that its rule, its handler and its method may refuse with. */
  readonly codes: readonly string[];
}

export interface ApiFacts {
  /** `Controller.method` -> facts. */
  readonly routes: Readonly<Record<string, RouteFacts>>;
  /** What the answers refer to. */
  readonly schemas: Readonly<Record<string, Schema>>;
}

export type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
export type Responses = Record<string, { description: string; headers?: object; content?: Record<string, object> }>;
