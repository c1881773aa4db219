type Values = Readonly<Record<string, unknown>>;

/** The fields of a change that are really other than before, as they were and as they are. */
export interface Difference<Fields extends object> {
  readonly before: Partial<Fields>;
  readonly after: Partial<Fields>;
}

/**
 * What a merge-patch (RFC 7396) changes in `current`: absent fields stay, and fields that are patched to what they
 * are already make no difference. Null if nothing differs.
 */
export function differenceOf<Fields extends object>(
  current: Fields,
  patch: Partial<Fields>,
): Difference<Fields> | null {
  const entries = Object.entries(patch).filter(
    ([key, value]) => value !== undefined && !isSame((current as Values)[key], value),
  );
  if (entries.length === 0) return null;
  const before = Object.fromEntries(entries.map(([key]) => [key, (current as Values)[key]]));
  return { before, after: Object.fromEntries(entries) } as Difference<Fields>;
}

function isSame(left: unknown, right: unknown): boolean {
  return canonical(left) === canonical(right);
}

/** jsonb orders the keys of an object its own way. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
