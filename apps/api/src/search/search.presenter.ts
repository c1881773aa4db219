import type { SearchReplyDto } from '#contracts';
import { displayName } from '#directory';
import type { InstitutionView, PersonHit } from '#directory';
import type { Meeting } from '#meetings';
import type { Found } from '#search';

/** What was found, as the contract has it. */
export function presentFound({ people, institutions, meetings }: Found): SearchReplyDto {
  return {
    people: people.map(presentPersonHit),
    institutions: institutions.map(presentInstitutionHit),
    meetings: meetings.map(presentMeetingHit),
  };
}

function presentPersonHit(person: PersonHit): SearchReplyDto['people'][number] {
  const { id, position, offices, addresses } = person;
  return {
    id,
    name: displayName(person),
    position,
    offices: offices.map(({ name, institution }) => ({ name, institution })),
    addresses: [...addresses],
  };
}

function presentInstitutionHit(hit: InstitutionView): SearchReplyDto['institutions'][number] {
  const { id, kind, name, shortName, seat } = hit;
  return { id, kind, name, shortName, seat };
}

function presentMeetingHit(meeting: Meeting): SearchReplyDto['meetings'][number] {
  const { id, title, state, startsLocal, place } = meeting;
  return {
    id,
    title,
    state,
    startsLocal: startsLocal.toString({ smallestUnit: 'minute' }),
    city: place.city,
  };
}
