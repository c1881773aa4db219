import type { z } from 'zod';
import type { ErrorParams } from '#kernel';
import type { FieldError } from './validation-error.js';

type Issue = z.core.$ZodIssue;

// A contract names its failures by the catalogue's codes; zod's own sentences are not codes.
const CODE = /^[a-z][a-z-]*(?:\.[a-z][a-z-]*)+$/;

/** The failures of a parse as codes of the catalogue. `place` writes a JSON pointer (RFC 6901) of the part. */
export function fieldErrors(error: z.ZodError, place: (path: string) => string): readonly FieldError[] {
  return error.issues.flatMap(flatten).map((issue) => ({
    pointer: place(issue.path.map((key) => `/${escape(String(key))}`).join('')),
    code: codeOf(issue),
    params: paramsOf(issue),
  }));
}

/** Every unknown field is a failure of its own; of a union's alternatives the one that fits best speaks for all. */
function flatten(issue: Issue): readonly Issue[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ ...issue, keys: [key], path: [...issue.path, key] }));
  }
  if (issue.code !== 'invalid_union') return [issue];
  const [nearest] = issue.errors.toSorted((one, other) => one.length - other.length);
  if (nearest === undefined || nearest.length === 0) return [issue];
  return nearest.flatMap(flatten).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

function codeOf(issue: Issue): string {
  if (isMissing(issue)) return 'validation.required';
  if (CODE.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return typeCode(issue.expected);
    case 'too_big':
      return issue.origin === 'array' ? 'validation.too-many' : sizeCode(issue.origin, 'long', 'large');
    case 'too_small':
      return issue.origin === 'array' ? 'validation.too-few' : sizeCode(issue.origin, 'short', 'small');
    case 'unrecognized_keys':
      return 'validation.unknown-field';
    case 'invalid_value':
      return 'validation.not-one-of';
    default:
      return 'validation.not-valid';
  }
}

function isMissing({ code, input }: Issue): boolean {
  return input === undefined && (code === 'invalid_type' || code === 'invalid_value');
}

function typeCode(expected: string): string {
  return expected === 'number' || expected === 'int' ? 'validation.not-a-number' : 'validation.not-valid';
}

function sizeCode(origin: string, text: 'long' | 'short', number: 'large' | 'small'): string {
  return `validation.too-${origin === 'string' ? text : number}`;
}

function paramsOf(issue: Issue): ErrorParams {
  switch (issue.code) {
    case 'too_big':
      return { maximum: Number(issue.maximum) };
    case 'too_small':
      return { minimum: Number(issue.minimum) };
    case 'unrecognized_keys':
      return { fields: issue.keys };
    case 'invalid_value':
      return { options: issue.values.map(String) };
    default:
      return {};
  }
}

function escape(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
