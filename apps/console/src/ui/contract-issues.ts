import type { z } from 'zod';

/** One thing that is wrong with what was typed: where (dotted path), and the code of its text. */
export interface FieldIssue {
  readonly path: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

const CODE = /^[a-z]+(?:-[a-z]+)*(?:\.[a-z]+(?:-[a-z]+)*)+$/;

/** What the contract says against the body, as the api would say it; empty when it is good. */
export function issuesOf(schema: z.ZodType | undefined, body: unknown): FieldIssue[] {
  const result = schema?.safeParse(body, { reportInput: true });
  if (result === undefined || result.success) return [];
  return result.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    code: codeOf(issue),
    params: paramsOf(issue),
  }));
}

/** `/title/de` (RFC 6901) as the dotted path of a form field; a part of the address is no field. */
export function pathOfPointer(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}

function codeOf(issue: z.core.$ZodIssue): string {
  // An empty field is missing, whatever form its text would have to have.
  if (issue.input === undefined || issue.input === null || issue.input === '') return 'validation.required';
  if (CODE.test(issue.message)) return issue.message;
  if (issue.code === 'too_small' && issue.origin === 'array') return 'validation.too-few';
  if (issue.code === 'too_big' && issue.origin === 'array') return 'validation.too-many';
  return 'validation.not-valid';
}

function paramsOf(issue: z.core.$ZodIssue): FieldIssue['params'] {
  if (issue.code === 'too_big') return { maximum: Number(issue.maximum) };
  if (issue.code === 'too_small') return { minimum: Number(issue.minimum) };
  return {};
}
