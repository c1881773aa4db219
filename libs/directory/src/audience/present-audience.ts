import type { Actor } from '#access';
import type { AudiencePreviewDto } from '#contracts';
import type { Reader } from '#database';
import type { Id } from '#kernel';
import { displayName } from '../person/person-name.js';
import { findReadablePeople } from '../rights/find-readable-people.js';
import type { AudiencePerson, NamedReason, ResolvedAudience, Vacancy } from './resolved-audience.js';

const PEOPLE_SHOWN = 1000;
const byName = new Intl.Collator('de');

/** An audience as it is shown before it is used: addresses only of people whom the actor may read. One query. */
export async function presentAudience(
  reader: Reader,
  actor: Actor,
  { people, vacancies, withoutOffice, clusters, laender, excluded }: ResolvedAudience,
): Promise<AudiencePreviewDto> {
  const shown = people.toSorted(compareNames).slice(0, PEOPLE_SHOWN);
  const readable = await findReadablePeople(
    reader,
    actor,
    shown.map(({ personId }) => personId),
  );
  const count = (state: AudiencePerson['addressState']) =>
    people.filter(({ addressState }) => addressState === state).length;
  return {
    people: people.length,
    items: shown.map((person) => presentPerson(person, readable)),
    clusters: [...clusters],
    laender: [...laender],
    vacancies: vacancies.map(presentVacancy),
    withoutOffice: [...withoutOffice],
    withoutAddress: count('none'),
    bounced: count('bounced'),
    unsubscribed: count('unsubscribed'),
    merged: people.filter(({ reasons }) => reasons.length > 1).length,
    excluded,
  };
}

function presentPerson(
  person: AudiencePerson,
  readable: ReadonlySet<Id>,
): AudiencePreviewDto['items'][number] {
  const { personId, address, addressState, language, reasons } = person;
  return {
    personId,
    name: displayName(person),
    address: readable.has(personId) ? address : null,
    addressState,
    language,
    reasons: reasons.map(presentReason),
  };
}

function presentReason({ kind, institutionId, institution, office }: NamedReason) {
  const isNamed = institutionId !== null && institution !== null;
  return { kind, institution: isNamed ? { id: institutionId, name: institution } : null, office };
}

function presentVacancy({ institution, office, seats, since, filledFrom }: Vacancy) {
  return {
    institution,
    office,
    seats,
    since: since?.toString() ?? null,
    filledFrom: filledFrom?.toString() ?? null,
  };
}

function compareNames(one: AudiencePerson, other: AudiencePerson): number {
  return (
    byName.compare(one.familyName, other.familyName) ||
    byName.compare(one.givenName, other.givenName) ||
    (one.personId < other.personId ? -1 : 1)
  );
}
