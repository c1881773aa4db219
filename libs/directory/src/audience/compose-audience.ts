import type { Id } from '#kernel';
import type { PersonContact } from '../person/find-people.js';
import type { AudienceFacts } from './audience-facts.js';
import { countByCluster, countByLand } from './count-audience.js';
import type { RuleYield } from './evaluate-rule.js';
import type {
  AudiencePerson,
  AudienceReason,
  NamedReason,
  NamedRow,
  ResolvedAudience,
  Vacancy,
} from './resolved-audience.js';

/**
 * Puts the audience together: each person once with every reason, the same reason once; whoever is not among the
 * contacts is not in the directory any more and is left out. Pure.
 */
export function composeAudience(
  yielded: RuleYield,
  contacts: ReadonlyMap<Id, PersonContact>,
  facts: AudienceFacts,
): ResolvedAudience {
  const name = namer(facts);
  const byPerson = Map.groupBy(yielded.asked, ({ personId }) => personId);
  const people = [...byPerson].flatMap(([personId, asked]) => {
    const contact = contacts.get(personId);
    const reasons = oncePerKey(asked.map(({ reason }) => reason)).map(name.reason);
    return contact === undefined ? [] : [personOf(contact, reasons)];
  });
  const vacancies = oncePerOffice(yielded.vacancies).flatMap(({ office, ...empty }): Vacancy[] => {
    const institution = name.institution(office.institutionId);
    const { id, name: officeName } = office;
    return institution === null ? [] : [{ ...empty, institution, office: { id, name: officeName } }];
  });
  return {
    people,
    vacancies,
    withoutOffice: [...new Set(yielded.withoutOffice)].flatMap((id) => name.institution(id) ?? []),
    clusters: countByCluster(people, vacancies, facts),
    laender: countByLand(people, facts),
    excluded: yielded.excluded.size,
    nextChangeAt: yielded.nextChangeAt,
  };
}

/** What makes two reasons the same; a member's is the membership, whoever of the member is asked. */
export function reasonKeyOf({ kind, officeId, institutionId }: AudienceReason): string {
  if (kind === 'named' || kind === 'open') return kind;
  return kind === 'membership' ? `membership:${institutionId}` : `office:${officeId}`;
}

function personOf(contact: PersonContact, reasons: readonly NamedReason[]): AudiencePerson {
  const { id, academicTitle, givenName, familyName, salutation, language, address, addressState } = contact;
  const name = { academicTitle, givenName, familyName, salutation };
  return { personId: id, ...name, language, address, addressState, reasons };
}

function oncePerKey(reasons: readonly AudienceReason[]): readonly AudienceReason[] {
  const byKey = new Map<string, AudienceReason>();
  for (const reason of reasons) if (!byKey.has(reasonKeyOf(reason))) byKey.set(reasonKeyOf(reason), reason);
  return [...byKey.values()];
}

/** Two clauses may ask for the same office; its empty seats are told once. */
function oncePerOffice(vacancies: RuleYield['vacancies']): RuleYield['vacancies'] {
  const byKey = new Map(
    vacancies.map((vacancy) => [`${vacancy.office.id} ${vacancy.since} ${vacancy.filledFrom}`, vacancy]),
  );
  return [...byKey.values()];
}

function namer({ institutions, offices }: AudienceFacts) {
  const officeNames = new Map([...offices.values()].flat().map(({ id, name }) => [id, name]));
  return {
    institution: (id: Id): NamedRow | null => {
      const found = institutions.get(id);
      return found === undefined ? null : { id, name: found.name };
    },
    reason: (reason: AudienceReason): NamedReason => ({
      ...reason,
      office: officeNames.get(reason.officeId ?? '') ?? null,
      institution: institutions.get(reason.institutionId ?? '')?.name ?? null,
    }),
  };
}
