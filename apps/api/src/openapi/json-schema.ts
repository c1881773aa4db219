import { z } from 'zod';

/** The part of JSON Schema (draft 2020-12) that our contracts use. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

type Draft = { [key: string]: unknown };

/** Named schemas (`.meta({ id })`) by name, gathered while schemas are written. */
export type Components = Record<string, JsonSchema>;

/**
 * The JSON Schema of a contract as a caller writes it (`input`) or reads it (`output`). Named schemas become references
 * into `components`, which it fills.
 */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output', components: Components): JsonSchema {
  // Wrapped, so that a schema with a name of its own becomes a reference too.
  const written = z.toJSONSchema(z.object({ part: schema }), {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      // What a transformation gives cannot be known; all of ours tidy up a text.
      if (zodSchema instanceof z.ZodTransform) jsonSchema.type = 'string';
      simplify(jsonSchema as Draft, io);
    },
  });
  const { properties, $defs = {} } = toComponents(written) as {
    properties: { part: JsonSchema };
    $defs?: Components;
  };
  Object.assign(components, $defs);
  return properties.part;
}

/** Leaves out what the format says already, and what would forbid us to add a field to a reply. */
function simplify(schema: Draft, io: 'input' | 'output'): void {
  if (schema['format'] !== undefined) delete schema['pattern'];
  if (schema['minimum'] === Number.MIN_SAFE_INTEGER) delete schema['minimum'];
  if (schema['maximum'] === Number.MAX_SAFE_INTEGER) delete schema['maximum'];
  if (io === 'output') delete schema['additionalProperties'];
}

function toComponents(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));
}
