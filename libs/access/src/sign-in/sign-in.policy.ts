import type { Temporal } from '#kernel';

/** How long a link or code is good. */
export const signInMinutes = 15;
/** Wrong codes that are looked at before a code is void. */
const MAX_ATTEMPTS = 5;

/** Asking in one hour: often enough for a whole office behind one address, too seldom to guess codes. */
export const askLimits = { perAddress: 6, perClient: 60, hours: 1 } as const;

/** Until when what is asked for now is good. */
export function signInEnd(now: Temporal.Instant): Temporal.Instant {
  return now.add({ minutes: signInMinutes });
}

/** What a decision needs of a request. */
export interface RequestFacts {
  readonly loginId: string | null;
  readonly attempts: number;
  readonly expiresAt: Temporal.Instant;
  readonly usedAt: Temporal.Instant | null;
}

export type SignInVerdict =
  | 'accepted'
  | 'sign-in.expired'
  | 'sign-in.other-browser'
  | 'sign-in.wrong-code'
  | 'sign-in.too-many-attempts';

/** Whether more sign-in mails may be asked for, given how many were in the last hour. */
export function mayAsk(asked: { readonly byAddress: number; readonly byClient: number }): boolean {
  return asked.byAddress < askLimits.perAddress && asked.byClient < askLimits.perClient;
}

/** What becomes of the link: it holds only in the browser that asked, and elsewhere nothing happens. */
export function judgeLink(
  request: RequestFacts | null,
  inAskingBrowser: boolean,
  now: Temporal.Instant,
): SignInVerdict {
  if (request === null || request.loginId === null || !isOpen(request, now)) return 'sign-in.expired';
  return inAskingBrowser ? 'accepted' : 'sign-in.other-browser';
}

/** What becomes of a typed code. For an unknown address (no login) no code is right, and the words are the same. */
export function judgeCode(
  request: RequestFacts | null,
  isRight: boolean,
  now: Temporal.Instant,
): SignInVerdict {
  if (request === null || !isOpen(request, now)) return 'sign-in.expired';
  if (request.attempts >= MAX_ATTEMPTS) return 'sign-in.too-many-attempts';
  if (isRight && request.loginId !== null) return 'accepted';
  return request.attempts + 1 >= MAX_ATTEMPTS ? 'sign-in.too-many-attempts' : 'sign-in.wrong-code';
}

function isOpen(request: RequestFacts, now: Temporal.Instant): boolean {
  return request.usedAt === null && request.expiresAt.epochNanoseconds > now.epochNanoseconds;
}
