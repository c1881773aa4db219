import type { DirectoryRows } from '#directory';
import type { Id, Temporal } from '#kernel';
import { resolveSampleDay } from './sample-day.rules.js';
import { sampleIds } from './sample-ids.js';
import type { SampleNetwork } from './sample-network.schema.js';

interface SamplePeriod {
  readonly from: string;
  readonly before?: string | undefined;
}

/** The sample's part of the directory, seen from `today`. Pure; throws for a key that nothing has. */
export function sampleRows(sample: SampleNetwork, today: Temporal.PlainDate): DirectoryRows {
  const ids = sampleIds(sample);
  const maybe = (key: string | null): Id | null => (key === null ? null : ids.institution(key));
  const offices = sample.institutions.flatMap((institution) =>
    institution.offices.map((office) => ({ ...office, institutionId: ids.institution(institution.key) })),
  );
  return {
    institutions: sample.institutions.map(
      ({ key, operator, parent, memberships: _memberships, offices: _offices, ...columns }) => {
        return { ...columns, id: ids.institution(key), operatorId: maybe(operator), parentId: maybe(parent) };
      },
    ),
    memberships: sample.institutions.flatMap(({ key, memberships }) =>
      memberships.map(({ of, ...period }) => ({
        institutionId: ids.institution(of),
        memberId: ids.institution(key),
        ...daysOf(period, today),
      })),
    ),
    people: sample.people.map(({ key, home, ...columns }) => {
      return { ...columns, id: ids.person(key), homeInstitutionId: maybe(home) };
    }),
    offices: offices.map(({ key, mandates: _mandates, ...columns }) => ({ ...columns, id: ids.office(key) })),
    mandates: offices.flatMap(({ key, mandates }) =>
      mandates.map(({ person, seat, ...period }) => {
        return { officeId: ids.office(key), personId: ids.person(person), seat, ...daysOf(period, today) };
      }),
    ),
  };
}

function daysOf({ from, before }: SamplePeriod, today: Temporal.PlainDate) {
  return {
    validFrom: resolveSampleDay(from, today),
    validUntil: before === undefined ? null : resolveSampleDay(before, today).subtract({ days: 1 }),
  };
}
