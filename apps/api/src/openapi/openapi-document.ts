import { z } from 'zod';
import { endpoints, isList, problem } from '#contracts';
import type { Endpoint } from '#contracts';
import { needsIfMatch } from '../http/if-match.js';
import { jsonSchemaOf } from './json-schema.js';
import type { Components, JsonSchema } from './json-schema.js';

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
}

interface Content {
  readonly [type: string]: { readonly schema: JsonSchema };
}

interface ApiResponse {
  readonly description: string;
  readonly headers?: Readonly<Record<string, { readonly description: string; readonly schema: JsonSchema }>>;
  readonly content?: Content;
}

export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, ApiResponse>>;
}

export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly license: object };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Components;
    readonly securitySchemes: Readonly<Record<string, object>>;
  };
}

const IF_MATCH: Parameter = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'The ETag of the version that was seen.',
  schema: { type: 'string' },
};

const IDEMPOTENCY_KEY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Any text that stands for this call: sent again within 24 hours, it gets the same reply.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

const ETAG = { description: 'The version, for If-Match.', schema: { type: 'string' } };

/** The whole contract as OpenAPI 3.1: made from the same endpoints as the controllers, so it cannot differ. */
export function openApiDocument(version: string): OpenApiDocument {
  const schemas: Components = {};
  const all: readonly Endpoint[] = Object.values(endpoints);
  const paths: Record<string, Record<string, Operation>> = {};
  for (const endpoint of all) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint, schemas) };
  }
  jsonSchemaOf(problem, 'output', schemas);
  return {
    openapi: '3.1.0',
    info: { title: 'Jourfixe', version, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/api/v1' }],
    tags: [...new Set(all.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).toSorted(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'session' },
        key: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function operationOf(endpoint: Endpoint, schemas: Components): Operation {
  const { name, summary, tag, access } = endpoint;
  return {
    operationId: name,
    summary,
    tags: [tag],
    security: access === 'public' ? [] : [{ session: [] }, { key: [] }],
    parameters: [
      ...parametersOf('path', endpoint.params, schemas),
      ...parametersOf('query', endpoint.query, schemas),
      ...(needsIfMatch(endpoint) ? [IF_MATCH] : []),
      ...(endpoint.method !== 'GET' && access !== 'public' ? [IDEMPOTENCY_KEY] : []),
    ],
    ...requestBodyOf(endpoint, schemas),
    responses: responsesOf(endpoint, schemas),
  };
}

const BYTES: JsonSchema = { type: 'string', format: 'binary' };

/** What `?format=` makes of a list. */
const SHEETS: Content = {
  'text/csv': { schema: { type: 'string' } },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: BYTES },
};

const FILE: JsonSchema = {
  type: 'object',
  properties: { file: BYTES },
  required: ['file'],
};

function requestBodyOf({ body, upload }: Endpoint, schemas: Components): Pick<Operation, 'requestBody'> {
  if (upload !== undefined) {
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema: FILE } } } };
  }
  if (body === undefined) return {};
  const content = { 'application/json': { schema: jsonSchemaOf(body, 'input', schemas) } };
  return { requestBody: { required: !body.safeParse({}).success, content } };
}

function parametersOf(
  place: 'path' | 'query',
  schema: z.ZodType | undefined,
  schemas: Components,
): readonly Parameter[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = jsonSchemaOf(schema, 'input', schemas);
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function responsesOf(endpoint: Endpoint, schemas: Components): Record<string, ApiResponse> {
  const { status, response, events, versioned, download } = endpoint;
  const good: ApiResponse = {
    description: STATUS_WORDS[status],
    ...(versioned === true ? { headers: { ETag: ETAG } } : {}),
    ...(download === undefined ? {} : { content: { [download]: { schema: BYTES } } }),
    ...(events === undefined
      ? {}
      : { content: { 'text/event-stream': { schema: jsonSchemaOf(events, 'output', schemas) } } }),
    ...(response === undefined
      ? {}
      : {
          content: {
            'application/json': { schema: jsonSchemaOf(response, 'output', schemas) },
            ...(isList(endpoint) ? SHEETS : {}),
          },
        }),
  };
  const refusal: ApiResponse = {
    description: 'Refused; the code says why.',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  return { [status]: good, default: refusal };
}

const STATUS_WORDS = {
  200: 'Done.',
  201: 'Created.',
  202: 'Accepted.',
  204: 'Done, nothing to say.',
} as const;
