/** The address's parameters with one of them put otherwise; null and nothing take it away. */
export function searchWith(search: URLSearchParams, name: string, value: string | null): string {
  const changed = new URLSearchParams(search);
  if (value === null || value === '') changed.delete(name);
  else changed.set(name, value);
  return changed.toString();
}
