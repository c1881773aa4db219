/** The words the page brought, with `%name%` filled in. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

export function wordsOf(texts: Readonly<Record<string, string>>): Words {
  return (key, values = {}) =>
    Object.entries(values).reduce(
      (text, [name, value]) => text.replaceAll(`%${name}%`, String(value)),
      texts[key] ?? '',
    );
}
