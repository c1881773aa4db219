/** Which status a refusal of the domain has on HTTP: the exact code first, then the last part of the code. */
const byCode: Readonly<Record<string, number>> = {
  internal: 500,
  'access.denied': 403,
  'access.not-signed-in': 401,
  'idempotency.in-progress': 409,
  'idempotency.other-request': 422,
  'idempotency.key-not-valid': 400,
  'invitation.unknown': 404,
  'invitation.withdrawn': 410,
  'invitation.expired': 410,
  'request.broken-json': 400,
  'request.not-valid': 400,
  'request.too-large': 413,
  'request.too-many': 429,
  'request.unsupported-type': 415,
  'setup.link-unknown': 404,
  'sign-in.wrong-code': 422,
  'validation.failed': 422,
  'version.required': 428,
  'version.stale': 412,
};

const bySuffix: Readonly<Record<string, number>> = {
  'not-found': 404,
  unknown: 404,
  taken: 409,
  overlaps: 409,
  'no-seat-free': 409,
  'already-done': 409,
  'already-started': 409,
  'already-cancelled': 409,
  'already-published': 409,
  'already-ended': 409,
  'not-published': 409,
  cancelled: 409,
  expired: 410,
  withdrawn: 410,
  'other-browser': 403,
  'too-many-attempts': 429,
  'ends-before-start': 422,
  'answer-by-after-start': 422,
  'all-day-has-no-time': 422,
  'half-a-coordinate': 422,
  'not-in-order': 422,
  'unknown-zone': 422,
};

/** The HTTP status of a code; undefined for one that nobody has thought about (a test finds those). */
export function statusOfCode(code: string): number | undefined {
  return byCode[code] ?? bySuffix[code.slice(code.lastIndexOf('.') + 1)];
}
