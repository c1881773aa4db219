/** Values a catalogue text may mention: never personal data, never tokens. */
export type ErrorParams = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/**
 * A refusal of the domain, known by its stable dotted code (`invitation.expired`). It carries no prose and no
 * HTTP: the api maps codes to statuses, the catalogues hold the texts under `errors.<code>`.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly params: ErrorParams = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = 'DomainError';
  }
}

/** Fields of the input that the domain refuses, each named by its JSON pointer (RFC 6901). */
export class FieldsError extends DomainError {
  constructor(
    readonly fields: readonly {
      readonly pointer: string;
      readonly code: string;
      readonly params: ErrorParams;
    }[],
  ) {
    super('validation.failed');
    this.name = 'FieldsError';
  }
}
