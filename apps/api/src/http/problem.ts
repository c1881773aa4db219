import { HttpException } from '@nestjs/common';
import type { Problem } from '#contracts';
import { DomainError, FieldsError } from '#kernel';
import type { ErrorParams } from '#kernel';
import { statusOfCode } from './problem-status.js';
import { ValidationError } from './validation-error.js';
import type { FieldError } from './validation-error.js';

const byFastifyCode: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.unsupported-type',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.broken-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.broken-json',
};

const byStatus: Readonly<Record<number, string>> = {
  400: 'request.not-valid',
  401: 'access.not-signed-in',
  403: 'access.denied',
  404: 'not-found',
  413: 'request.too-large',
  414: 'request.not-valid',
  415: 'request.unsupported-type',
  429: 'request.too-many',
};

/**
 * What is said about an error (RFC 9457). Whatever is neither a refusal of the domain nor of the HTTP layer becomes
 * `internal` and says nothing but the request's id.
 */
export function problemOf(error: unknown, requestId: string): Problem {
  if (error instanceof ValidationError) return invalid(error.errors, requestId);
  if (error instanceof FieldsError) return invalid(error.fields, requestId);
  if (error instanceof DomainError) {
    const status = statusOfCode(error.code) ?? 400;
    const { code, params } = error;
    return problem({ code, status, requestId, params, errors: fieldOf(error) });
  }
  const refusal = refusalOfHttp(error);
  return refusal === undefined
    ? problem({ code: 'internal', status: 500, requestId, params: { requestId } })
    : problem({ ...refusal, requestId });
}

function invalid(fields: readonly FieldError[], requestId: string): Problem {
  const errors = fields.map(({ pointer, code, params }) => ({ pointer, code, params: { ...params } }));
  return problem({ code: 'validation.failed', status: 422, requestId, errors });
}

/** A refusal that concerns one field of the input says which, by `pointer` among its parameters. */
function fieldOf({ code, params }: DomainError): Problem['errors'] {
  const { pointer } = params;
  return typeof pointer === 'string' && pointer !== '' ? [{ pointer, code, params: { ...params } }] : [];
}

function refusalOfHttp(error: unknown): { code: string; status: number } | undefined {
  // Nest wraps what Fastify throws in an exception of its own and keeps it as the cause.
  const { code, statusCode } = facts(error instanceof HttpException ? error.cause : error);
  const known = code === undefined ? undefined : byFastifyCode[code];
  if (known !== undefined) return { code: known, status: statusOfCode(known) ?? 400 };
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  if (status === undefined || status < 400 || status >= 500) return undefined;
  return { code: byStatus[status] ?? 'request.not-valid', status };
}

function facts(error: unknown): { code?: string | undefined; statusCode?: number | undefined } {
  if (!(error instanceof Error)) return {};
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined;
  return { code, statusCode: status };
}

function problem(given: {
  code: string;
  status: number;
  requestId: string;
  params?: ErrorParams;
  errors?: Problem['errors'];
}): Problem {
  const { code, status, requestId, params = {}, errors = [] } = given;
  return { type: `urn:jourfixe:problem:${code}`, status, code, params: { ...params }, errors, requestId };
}
