/** A piece of SQL with `:named` parameters, for a query of a lib that does not know the tables in it. */
export interface SqlPart {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}
