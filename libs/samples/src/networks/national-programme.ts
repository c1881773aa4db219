import type { SampleInput } from '../sample-network.schema.js';
import { COLOURS, FAMILY_NAMES, FIELDS, GIVEN_NAMES, LAENDER } from './national-programme.words.js';

const CLUSTERS = 100;
/** Every so many clusters: an office that is vacant, and a manager who prefers English. */
const VACANT_EVERY = 17;
const ENGLISH_EVERY = 12;
const TITLES = [null, null, 'Dr.', null, 'Prof. Dr.', null, 'Dr.-Ing.'];

type SampleInstitution = SampleInput['institutions'][number];
type SamplePerson = SampleInput['people'][number];
type SampleAnswers = NonNullable<SampleInput['meetings'][number]['invited']>['answers'];

/** The national programme with a hundred clusters, made by counting: the same every time. */
export function nationalProgramme(): SampleInput {
  const numbers = Array.from({ length: CLUSTERS }, (_, index) => index);
  return {
    number: 4,
    root: 'programme',
    coordinator: 'coordinator',
    institutions: [agency, programme, ...numbers.map(cluster)],
    people: [coordinator, funder, ...numbers.filter(isManaged).map(manager)],
    meetings: [
      conference({ weeks: -40, weekday: 3 }, 80, { weeksBefore: 12, ...asked, answers: answers(90) }),
      conference({ weeks: 12, weekday: 3 }, 40, { hoursAgo: 100, ...asked, answers: answers(62) }),
      clusterWeek,
    ],
  };
}

const asked = { membersOf: ['programme'], offices: ['cluster_manager' as const] };

const agency: SampleInstitution = {
  key: 'agency',
  kind: 'organisation',
  slug: 'geschaeftsstelle-clusterprogramm',
  name: {
    de: 'Geschäftsstelle des Nationalen Clusterprogramms',
    en: 'Office of the National Cluster Programme',
  },
  shortName: 'Geschäftsstelle',
  colour: '#1d3557',
  laender: ['BE'],
  seat: 'Berlin',
  website: 'https://clusterprogramm.example',
  organisationKind: 'agency',
  offices: [
    {
      key: 'agency',
      kind: 'organisation_manager',
      name: { de: 'Leitung der Geschäftsstelle', en: 'Head of the office' },
      mandates: [{ person: 'coordinator', from: '2015-01-01' }],
    },
  ],
};

const programme: SampleInstitution = {
  key: 'programme',
  kind: 'network',
  slug: 'nationales-clusterprogramm',
  name: { de: 'Nationales Clusterprogramm', en: 'National Cluster Programme' },
  colour: '#1d3557',
  laender: LAENDER.map(([code]) => code),
  seat: 'Berlin',
  website: 'https://clusterprogramm.example',
  operator: 'agency',
  offices: [
    {
      key: 'coordination',
      kind: 'network_coordinator',
      name: { de: 'Programmkoordination', en: 'Programme coordination' },
      mailbox: 'programm@clusterprogramm.example',
      mandates: [{ person: 'coordinator', from: '2015-01-01' }],
    },
    {
      key: 'funding',
      kind: 'funder',
      name: { de: 'Förderung', en: 'Funding' },
      mandates: [{ person: 'funder', from: '2020-03-01' }],
    },
  ],
};

const coordinator: SamplePerson = {
  key: 'coordinator',
  givenName: 'Mareike',
  familyName: 'Tönnies',
  salutation: 'frau',
  position: 'Leiterin der Geschäftsstelle',
  phone: '+49 30 23125 400',
  home: 'agency',
  addresses: ['mareike.toennies@clusterprogramm.example'],
};

const funder: SamplePerson = {
  key: 'funder',
  academicTitle: 'Dr.',
  givenName: 'Ansgar',
  familyName: 'Wildenhain',
  salutation: 'herr',
  position: 'Referatsleiter',
  phone: '+49 30 23125 401',
  addresses: ['ansgar.wildenhain@ministerium.example'],
};

function cluster(index: number): SampleInstitution {
  const [field, de, en, name] = pick(FIELDS, index);
  const [code, inGerman, inEnglish, seats] = landOf(index);
  const slug = slugOf(index);
  return {
    key: slug,
    kind: 'cluster',
    slug,
    name: { de: `${name} ${inGerman}`, en: `${en} ${inEnglish}` },
    shortName: field === 'surfaces' ? `Oberflächen ${code}` : null,
    colour: pick(COLOURS, index),
    field: { de, en },
    laender: [code],
    seat: pick(seats, index),
    website: `https://${slug}.example`,
    memberships: [{ of: 'programme', from: `${2012 + (index % 12)}-0${1 + (index % 9)}-01` }],
    offices: [
      {
        key: slug,
        kind: 'cluster_manager',
        name: { de: 'Clustermanagement', en: 'Cluster management' },
        mandates: isManaged(index) ? [{ person: slug, from: `${2014 + (index % 11)}-01-01` }] : [],
      },
    ],
  };
}

function manager(index: number): SamplePerson {
  const [givenName, salutation] = pick(GIVEN_NAMES, index);
  const familyName = pick(FAMILY_NAMES, index);
  const slug = slugOf(index);
  return {
    key: slug,
    academicTitle: pick(TITLES, index),
    givenName,
    familyName,
    salutation,
    language: index % ENGLISH_EVERY === 0 ? 'en' : 'de',
    position: 'Clustermanagement',
    phone: `+49 30 23125 ${500 + index}`,
    home: slug,
    addresses: [`management@${slug}.example`],
  };
}

function conference(
  day: { weeks: number; weekday: number },
  capacity: number,
  invited: SampleInput['meetings'][number]['invited'],
): SampleInput['meetings'][number] {
  return {
    institution: 'agency',
    organiser: 'coordinator',
    listings: ['programme'],
    title: { de: 'Jahreskonferenz der Cluster {year}', en: 'Annual cluster conference {year}' },
    description: {
      de: 'Ein Tag für alle Clustermanagements: Stand des Programms, Arbeitsgruppen, Ausblick.',
      en: 'A day for all cluster managers: state of the programme, working groups, outlook.',
    },
    day,
    from: '10:00',
    until: '17:00',
    place: {
      name: 'Kongresshaus Beispiel',
      street: 'Beispielallee 100',
      postcode: '10115',
      city: 'Berlin',
      land: 'BE',
    },
    capacity,
    answerByDaysBefore: 28,
    invited,
  };
}

const clusterWeek: SampleInput['meetings'][number] = {
  institution: 'agency',
  organiser: 'coordinator',
  listings: ['programme'],
  title: { de: 'Bundesweite Clusterwoche {year}', en: 'National cluster week {year}' },
  description: {
    de: 'Eine Woche lang öffnen Cluster in allen Ländern ihre Türen.',
    en: 'For one week clusters in all Länder open their doors.',
  },
  day: { weeks: 22, weekday: 1 },
  days: 5,
};

/** Of the first so many managers: three in four come, the others do not or may. */
function answers(count: number): SampleAnswers {
  const given = Array.from({ length: count }, (_, index) => index).filter(isManaged);
  return Object.fromEntries(
    given.map((index) => {
      if (index % 8 === 3) return [slugOf(index), ['no', 'Leider in einem anderen Termin.'] as const];
      return [slugOf(index), [index % 8 === 6 ? 'maybe' : 'yes'] as const];
    }),
  ) as SampleAnswers;
}

function isManaged(index: number): boolean {
  return index % VACANT_EVERY !== VACANT_EVERY - 1;
}

function slugOf(index: number): string {
  const [field] = pick(FIELDS, index);
  return `${field}-${landOf(index)[0].toLowerCase()}`;
}

/** Another Land for every cluster of a field: each round of the fields begins one further. */
function landOf(index: number) {
  return pick(LAENDER, index + Math.floor(index / FIELDS.length));
}

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('there is nothing to pick from');
  return item;
}
