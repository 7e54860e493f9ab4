import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

interface Media {
  readonly schema?: object;
  readonly example?: unknown;
}
export interface DescribedOperation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly roles: readonly string[] | undefined;
  readonly isPublic: boolean;
  /** It begins something new: what it allows is recorded. */
  readonly isBeginning: boolean;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: 'path' | 'query' | 'header';
    readonly required?: boolean;
    readonly example?: unknown;
    readonly schema: Readonly<Record<string, unknown>>;
  }[];
  readonly body: { readonly required: boolean; readonly json: Media | undefined } | undefined;
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}
interface RawOperation {
  readonly operationId: string;
  readonly security?: readonly object[];
  readonly 'x-roles'?: readonly string[];
  readonly parameters: DescribedOperation['parameters'];
  readonly requestBody?: { readonly required: boolean; readonly content: Readonly<Record<string, Media>> };
  readonly responses: DescribedOperation['responses'];
}

/** A service as its OpenAPI document describes it, and a judge of its answers. */
export class DescribedApi {
  readonly operations: readonly DescribedOperation[];
  private readonly ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: true });
  private readonly validators = new Map<string, ValidateFunction>();

  private constructor(document: Document) {
    addFormats.default(this.ajv);
    this.ajv.addSchema({ $id: 'api', components: document.components });
    this.operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, raw]) => ({
        operationId: raw.operationId,
        method: method.toUpperCase(),
        path,
        roles: raw['x-roles']?.map((role) => role.split(' for ')[0] ?? role),
        isPublic: raw.security?.length === 0,
        isBeginning: '201' in raw.responses,
        parameters: raw.parameters,
        body: raw.requestBody && {
          required: raw.requestBody.required,
          json: raw.requestBody.content['application/json'],
        },
        responses: raw.responses,
      })),
    );
  }

  static async of(baseUrl: string): Promise<DescribedApi> {
    return new DescribedApi((await (await fetch(`${baseUrl}/openapi.json`)).json()) as Document);
  }

  /** What the document says against an answer, or nothing. */
  async faultOf(operation: DescribedOperation, answer: Response): Promise<string | undefined> {
    const said = operation.responses[String(answer.status)];
    const text = await answer.text();
    if (!said) return `answers ${answer.status}, which is not documented: ${text.slice(0, 200)}`;
    const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? '';
    const media = said.content?.[type];
    if (!media) return `answers ${answer.status} as ${type}, which is not documented`;
    if (!type.includes('json') || type.includes('ndjson') || !media.schema) return undefined;
    const validate = this.validatorOf(`${operation.operationId} ${answer.status}`, media.schema);
    if (validate(JSON.parse(text))) return undefined;
    return `answers ${answer.status} against its schema: ${this.ajv.errorsText(validate.errors)} in ${text.slice(0, 300)}`;
  }

  /** Whether the document takes a body. */
  allows(operation: DescribedOperation, body: unknown): boolean {
    const schema = operation.body?.json?.schema;
    return schema !== undefined && this.validatorOf(`${operation.operationId} body`, schema)(body);
  }

  private validatorOf(key: string, schema: object): ValidateFunction {
    const known = this.validators.get(key);
    if (known) return known;
    const text = JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/');
    const made = this.ajv.compile(JSON.parse(text) as object);
    this.validators.set(key, made);
    return made;
  }
}
