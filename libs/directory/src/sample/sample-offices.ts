import type { OfficeInput } from '#contracts';
import { Temporal } from '#kernel';
import type { Id } from '#kernel';
import type { Period } from '../period.rules.js';
import { sampleDirectory } from './sample-directory.ids.js';

type SampleOffice = OfficeInput & { readonly id: Id };

const { clusters, initiative, offices, people } = sampleDirectory;

/** The clusters' managers and the initiative's coordinator. */
export const sampleOffices: readonly SampleOffice[] = [
  {
    id: offices.coordination,
    institutionId: initiative,
    kind: 'other',
    name: { de: 'Clusterkoordination', en: 'Cluster coordination' },
    seats: 1,
    mailbox: 'cluster@wirtschaftsinitiative.example',
    copyAddress: null,
  },
  managementOf('automotive', { mailbox: 'cluster@acod.example' }),
  managementOf('biotechnology', { copyAddress: 'vorzimmer@lifesciences.example' }),
  managementOf('chemistry'),
  managementOf('informationTechnology'),
  managementOf('solar'),
  managementOf('photonics', { seats: 2 }),
  managementOf('logistics'),
];

interface SampleMandate extends Period {
  readonly officeId: Id;
  readonly personId: Id;
}

/** Who holds which office, seen from `today`: one mandate ended with last year, one begins next month. */
export function sampleMandates(today: Temporal.PlainDate): readonly SampleMandate[] {
  const thisYear = today.with({ month: 1, day: 1 });
  const nextMonth = today.with({ day: 1 }).add({ months: 1 });
  return [
    since(offices.coordination, people.coordinator, '2019-05-01'),
    {
      ...since(offices.automotive, people.automotiveBefore, '2011-04-01'),
      validUntil: thisYear.subtract({ days: 1 }),
    },
    since(offices.automotive, people.automotive, thisYear),
    since(offices.biotechnology, people.biotechnology, '2018-10-01'),
    since(offices.chemistry, people.chemistryAndSolar, '2016-02-01'),
    since(offices.solar, people.chemistryAndSolar, '2022-06-01'),
    since(offices.informationTechnology, people.informationTechnology, '2021-01-01'),
    since(offices.photonics, people.photonics, '2020-09-01'),
    since(offices.logistics, people.logistics, nextMonth),
  ];
}

function managementOf(cluster: keyof typeof clusters, more: Partial<OfficeInput> = {}): SampleOffice {
  return {
    id: offices[cluster],
    institutionId: clusters[cluster],
    kind: 'cluster_manager',
    name: { de: 'Clustermanagement', en: 'Cluster management' },
    seats: 1,
    mailbox: null,
    copyAddress: null,
    ...more,
  };
}

function since(officeId: Id, personId: Id, day: string | Temporal.PlainDate): SampleMandate {
  return { officeId, personId, validFrom: Temporal.PlainDate.from(day), validUntil: null };
}
