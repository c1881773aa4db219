/** Every refusal of the domain by its status on HTTP. `….not-found` and `….unknown` are 404 without being named. */
const codes: Readonly<Record<number, readonly string[]>> = {
  400: ['idempotency.key-not-valid', 'request.broken-cursor', 'request.broken-json', 'request.not-valid'],
  401: ['access.not-signed-in'],
  403: ['access.denied', 'sign-in.other-browser'],
  404: ['not-found', 'owner.person-unknown', 'setup.link-unknown', 'sign-in.unknown-address'],
  409: [
    'address.taken',
    'answer.answer-by-passed',
    'answer.meeting-cancelled',
    'answer.meeting-over',
    'answer.withdrawn',
    'idempotency.in-progress',
    'institution.slug-taken',
    'mandate.overlaps',
    'mandate.person-holds-office',
    'meeting.already-published',
    'meeting.already-started',
    'meeting.cancelled',
    'meeting.capacity-below-confirmed',
    'meeting.not-published',
    'meeting.over',
    'membership.overlaps',
    'office.no-free-seat',
    'office.seats-held',
    'owner.address-shared',
    'setup.already-done',
    'setup.not-done',
    'slug.taken',
  ],
  410: ['invitation.expired', 'invitation.withdrawn', 'sign-in.expired'],
  412: ['version.stale'],
  413: ['request.too-large'],
  415: ['request.unsupported-type'],
  422: [
    'audience.empty',
    'audience.network-unknown',
    'idempotency.other-request',
    'meeting.all-day-has-no-time',
    'meeting.answer-by-after-start',
    'meeting.ends-before-start',
    'meeting.half-a-coordinate',
    'meeting.invalid',
    'meeting.no-address',
    'meeting.unknown-institution',
    'meeting.unknown-zone',
    'membership.of-itself',
    'period.not-in-order',
    'person.address-twice',
    'sign-in.wrong-code',
    'validation.failed',
  ],
  428: ['version.required'],
  429: ['request.too-many', 'sign-in.asked-too-often', 'sign-in.too-many-attempts'],
  500: ['internal'],
};

const byCode = new Map(
  Object.entries(codes).flatMap(([status, named]) => named.map((code) => [code, Number(status)])),
);

/** The HTTP status of a code; undefined for one that nobody has thought about (a test finds those). */
export function statusOfCode(code: string): number | undefined {
  return byCode.get(code) ?? (/\.(?:not-found|unknown)$/.test(code) ? 404 : undefined);
}
