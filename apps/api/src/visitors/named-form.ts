import { namedColleague } from '#contracts';
import type { NamedColleagueInput } from '#contracts';
import type { Language } from '#kernel';
import { fieldErrors } from '../http/field-errors.js';
import type { SeatsView } from '../pages/views/invitation.view.js';
import type { NamedView } from '../pages/views/named.view.js';

/** Who is named, and the kind of seat they are to have; null: the first. */
export type ComingColleague = NamedColleagueInput & { readonly contingentId: string | null };

type Kinds = SeatsView['contingents'];

interface NamedForm {
  readonly language: Language;
  readonly kinds: Kinds;
  /** What the names of the fields begin with. */
  readonly prefix?: string;
}

/** Somebody as they were typed, and who that is where it can be read. */
export interface TypedColleague {
  readonly colleague: ComingColleague | null;
  readonly view: NamedView;
}

/** Nothing typed yet. */
export function emptyColleague({ language, kinds, prefix = '' }: NamedForm): NamedView {
  return { prefix, givenName: '', familyName: '', address: '', language, kinds, problems: [] };
}

/** Reads one person from a posted form, whose fields begin with the prefix. */
export function readColleague(body: unknown, { language, kinds, prefix = '' }: NamedForm): TypedColleague {
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
  const chosen = kinds.find(({ id }) => id === text('contingent')) ?? kinds.find((kind) => kind.isChosen);
  const parsed = namedColleague.safeParse(typed);
  const problems = parsed.success
    ? []
    : fieldErrors(parsed.error, (path) => path).map(({ pointer, code, params }) => ({
        field: pointer.slice(1),
        code,
        params,
      }));
  return {
    colleague: parsed.success ? { ...parsed.data, contingentId: chosen?.id ?? null } : null,
    view: {
      ...typed,
      language: typed.language as Language,
      kinds: kinds.map((kind) => ({ ...kind, isChosen: kind.id === chosen?.id })),
      prefix,
      problems,
    },
  };
}

/** Whether nothing was typed. */
export function isEmpty({ givenName, familyName, address }: NamedView): boolean {
  return `${givenName}${familyName}${address}`.trim() === '';
}
