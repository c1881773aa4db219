/** Why nothing was fetched; `outbound.<…>` in the catalogues says it in words. */
export type RefusalCode =
  | 'outbound.not-an-address'
  | 'outbound.other-scheme'
  | 'outbound.with-credentials'
  | 'outbound.private-address'
  | 'outbound.name-unknown'
  | 'outbound.unreachable'
  | 'outbound.status'
  | 'outbound.redirect-loop'
  | 'outbound.too-many-redirects'
  | 'outbound.redirect-nowhere'
  | 'outbound.unknown-encoding'
  | 'outbound.damaged'
  | 'outbound.too-large'
  | 'outbound.too-slow';

/** What a server said about the state of what it gave, to be sent back when asking again. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What became of a request: whatever a server does is one of these, never an exception. */
export type FetchOutcome =
  | ({ readonly kind: 'fetched'; readonly bytes: Buffer } & Validators)
  /** Nothing new since the validators that were sent. */
  | { readonly kind: 'unchanged' }
  | FetchRefusal;

export interface FetchRefusal {
  readonly kind: 'refused';
  readonly code: RefusalCode;
  readonly params: Readonly<Record<string, number>>;
}

/** Ends a request with the reason; never leaves this lib. */
export class Refused extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly params: FetchRefusal['params'] = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}
