import type { z } from 'zod';
import type { Endpoint } from '#contracts';
import { fieldErrors } from './field-errors.js';
import type { FieldError } from './validation-error.js';
import { ValidationError } from './validation-error.js';

interface RawInput {
  readonly params: unknown;
  readonly query: unknown;
  readonly body?: unknown;
}

/** How the place of a failure is written, by the part of the call it is in. */
const pointers = {
  params: (path: string) => `:${path.slice(1)}`,
  query: (path: string) => `?${path.slice(1)}`,
  body: (path: string) => path,
};

/** Parses path, query and body by the endpoint's schemas. Throws `ValidationError` with the failures of all three. */
export function parseInput(
  endpoint: Endpoint,
  raw: RawInput,
): { params: unknown; query: unknown; body: unknown } {
  const errors: FieldError[] = [];
  const parse = (part: keyof typeof pointers, schema: z.ZodType | undefined): unknown => {
    if (schema === undefined) return undefined;
    const parsed = schema.safeParse(raw[part] ?? {}, { reportInput: true });
    if (parsed.success) return parsed.data;
    errors.push(...fieldErrors(parsed.error, pointers[part]));
    return undefined;
  };
  const input = {
    params: parse('params', endpoint.params),
    query: parse('query', endpoint.query),
    body: parse('body', endpoint.body),
  };
  if (errors.length > 0) throw new ValidationError(errors);
  return input;
}
