import { namedColleague } from '#contracts';
import type { NamedColleagueInput } from '#contracts';
import type { Language } from '#kernel';
import { fieldErrors } from '../http/field-errors.js';
import type { NamedView } from '../pages/views/named.view.js';

/** Somebody as they were typed, and who that is where it can be read. */
export interface TypedColleague {
  readonly colleague: NamedColleagueInput | null;
  readonly view: NamedView;
}

/** Nothing typed yet. */
export function emptyColleague(language: Language, prefix = ''): NamedView {
  return { prefix, givenName: '', familyName: '', address: '', language, problems: [] };
}

/** Reads one person from a posted form, whose fields begin with the prefix. */
export function readColleague(
  body: unknown,
  { language, prefix = '' }: { readonly language: Language; readonly prefix?: string },
): TypedColleague {
  const sent: Readonly<Record<string, unknown>> = { ...Object(body) };
  const text = (name: string) => {
    const value = sent[`${prefix}${name}`];
    return typeof value === 'string' ? value : '';
  };
  const typed = {
    givenName: text('givenName'),
    familyName: text('familyName'),
    address: text('address'),
    language: text('language') === 'de' || text('language') === 'en' ? text('language') : language,
  };
  const parsed = namedColleague.safeParse(typed);
  const problems = parsed.success
    ? []
    : fieldErrors(parsed.error, (path) => path).map(({ pointer, code, params }) => ({
        field: pointer.slice(1),
        code,
        params,
      }));
  return {
    colleague: parsed.success ? parsed.data : null,
    view: { ...typed, language: typed.language as Language, prefix, problems },
  };
}

/** Whether nothing was typed. */
export function isEmpty({ givenName, familyName, address }: NamedView): boolean {
  return `${givenName}${familyName}${address}`.trim() === '';
}
