import type { InstitutionInput } from '#contracts';
import { Temporal } from '#kernel';
import type { Id } from '#kernel';
import { sampleDirectory } from './sample-directory.ids.js';

type SampleInstitution = Pick<InstitutionInput, 'kind' | 'slug' | 'name' | 'shortName' | 'colour'> & {
  readonly id: Id;
};

const { initiative, network, clusters } = sampleDirectory;

/** The initiative, the network and its seven clusters. */
export const sampleInstitutions: readonly SampleInstitution[] = [
  {
    id: initiative,
    kind: 'organisation',
    slug: 'wirtschaftsinitiative-mitteldeutschland',
    name: {
      de: 'Wirtschaftsinitiative für Mitteldeutschland',
      en: 'Economic Initiative for Central Germany',
    },
    shortName: 'Wirtschaftsinitiative',
    colour: '#0b5c6b',
  },
  {
    id: network,
    kind: 'network',
    slug: 'mitteldeutschland',
    name: { de: 'Mitteldeutschland', en: 'Central Germany' },
    shortName: null,
    colour: '#0b5c6b',
  },
  {
    id: clusters.automotive,
    kind: 'cluster',
    slug: 'acod',
    name: { de: 'ACOD – Automotive Cluster Ostdeutschland', en: 'ACOD – Automotive Cluster East Germany' },
    shortName: 'ACOD',
    colour: '#8a2432',
  },
  {
    id: clusters.biotechnology,
    kind: 'cluster',
    slug: 'biotechnologie-life-sciences',
    name: { de: 'Cluster Biotechnologie/Life Sciences', en: 'Biotechnology/Life Sciences Cluster' },
    shortName: 'Life Sciences',
    colour: '#2f6b3a',
  },
  {
    id: clusters.chemistry,
    kind: 'cluster',
    slug: 'chemie-kunststoffe',
    name: { de: 'Cluster Chemie/Kunststoffe', en: 'Chemistry/Plastics Cluster' },
    shortName: 'Chemie/Kunststoffe',
    colour: '#5b3f8c',
  },
  {
    id: clusters.informationTechnology,
    kind: 'cluster',
    slug: 'informationstechnologie',
    name: { de: 'Cluster Informationstechnologie', en: 'Information Technology Cluster' },
    shortName: 'IT',
    colour: '#1f4e8c',
  },
  {
    id: clusters.solar,
    kind: 'cluster',
    slug: 'solarvalley',
    name: { de: 'Solarvalley Mitteldeutschland', en: 'Solarvalley Central Germany' },
    shortName: 'Solarvalley',
    colour: '#8a5a00',
  },
  {
    id: clusters.photonics,
    kind: 'cluster',
    slug: 'optonet',
    name: { de: 'OptoNet – Photoniknetzwerk Thüringen', en: 'OptoNet – Photonics Network Thuringia' },
    shortName: 'OptoNet',
    colour: '#7a2c6e',
  },
  {
    id: clusters.logistics,
    kind: 'cluster',
    slug: 'logistik-leipzig-halle',
    name: { de: 'Netzwerk Logistik Leipzig-Halle', en: 'Logistics Network Leipzig-Halle' },
    shortName: 'Logistik',
    colour: '#4a5a1e',
  },
];

/** Since when each belongs to the network, seen from `today`: the logistics network has only just joined. */
export function sampleMemberships(today: Temporal.PlainDate): readonly (readonly [Id, Temporal.PlainDate])[] {
  return [
    [initiative, Temporal.PlainDate.from('2005-01-01')],
    [clusters.automotive, Temporal.PlainDate.from('2005-01-01')],
    [clusters.chemistry, Temporal.PlainDate.from('2005-01-01')],
    [clusters.biotechnology, Temporal.PlainDate.from('2006-07-01')],
    [clusters.informationTechnology, Temporal.PlainDate.from('2007-03-01')],
    [clusters.solar, Temporal.PlainDate.from('2008-10-01')],
    [clusters.photonics, Temporal.PlainDate.from('2013-01-01')],
    [clusters.logistics, today.with({ day: 1 }).subtract({ months: 2 })],
  ];
}
