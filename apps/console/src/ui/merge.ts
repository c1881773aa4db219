/** Top-level parts of `after` that are not as in `before`: a merge-patch (RFC 7396). */
export function changedParts<Body extends object>(before: Body, after: Body): Partial<Body> {
  const parts = Object.entries(after).filter(([key, value]) => !same(value, valueAt(before, key)));
  return Object.fromEntries(parts) as Partial<Body>;
}

interface Merge<Values> {
  readonly values: Values;
  /** The fields that somebody else changed, and those of them that were also changed here. */
  readonly theirs: readonly string[];
  readonly both: readonly string[];
}

/**
 * Brings together what was typed with what somebody else saved meanwhile: fields not touched here take the other's
 * value, fields touched here keep what was typed.
 */
export function mergeValues<Values extends object>(
  base: Values,
  typed: Values,
  fresh: Values,
): Merge<Values> {
  const theirs = Object.keys(fresh).filter((key) => !same(valueAt(fresh, key), valueAt(base, key)));
  const touched = (key: string) => !same(valueAt(typed, key), valueAt(base, key));
  const values = Object.fromEntries(
    Object.keys(fresh).map((key) => [key, touched(key) ? valueAt(typed, key) : valueAt(fresh, key)]),
  ) as Values;
  const both = theirs.filter((key) => touched(key) && !same(valueAt(typed, key), valueAt(fresh, key)));
  return { values, theirs, both };
}

export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function valueAt(values: object, key: string): unknown {
  return new Map<string, unknown>(Object.entries(values)).get(key);
}
