import type { SearchReplyDto } from '#contracts';
import type { Translator } from '#i18n';
import { pickLocal } from '../../ui/local-text.js';
import { dayWords } from '../../ui/moment.js';
import type { Language } from '../../ui/use-text.js';

/** Something that was found, as a line that leads there. */
export interface Hit {
  readonly to: string;
  readonly title: string;
  readonly detail: string;
}

export interface HitGroup {
  readonly key: 'people' | 'institutions' | 'meetings';
  readonly hits: readonly Hit[];
}

/** What was found in lines, kind by kind; kinds of which nothing was found are left out. */
export function hitsOf(found: SearchReplyDto, t: Translator, language: Language): readonly HitGroup[] {
  const groups: HitGroup[] = [
    { key: 'people', hits: found.people.map((person) => personHit(person, language)) },
    { key: 'institutions', hits: found.institutions.map((one) => institutionHit(one, t, language)) },
    { key: 'meetings', hits: found.meetings.map((meeting) => meetingHit(meeting, t, language)) },
  ];
  return groups.filter(({ hits }) => hits.length > 0);
}

function personHit(person: SearchReplyDto['people'][number], language: Language): Hit {
  const offices = person.offices.map(
    ({ name, institution }) => `${pickLocal(name, language).text}, ${pickLocal(institution, language).text}`,
  );
  const what = offices.length > 0 ? offices : [person.position ?? ''];
  return {
    to: `/directory/people?person=${person.id}`,
    title: person.name,
    detail: joined([...what, ...person.addresses]),
  };
}

function institutionHit(
  { id, kind, name, shortName, seat }: SearchReplyDto['institutions'][number],
  t: Translator,
  language: Language,
): Hit {
  return {
    to: `/directory/institutions/${id}`,
    title: pickLocal(name, language).text,
    detail: joined([t(`console.institution.kind.${kind}`), shortName ?? '', seat ?? '']),
  };
}

function meetingHit(
  { id, title, state, startsLocal, city }: SearchReplyDto['meetings'][number],
  t: Translator,
  language: Language,
): Hit {
  return {
    to: `/meetings/${id}`,
    title: pickLocal(title, language).text,
    detail: joined([
      dayWords(startsLocal.slice(0, 10), language),
      city ?? '',
      state === 'published' ? '' : t(`console.meeting.states.${state}`),
    ]),
  };
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}
