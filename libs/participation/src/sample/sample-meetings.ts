import type { AnswerValue, AudienceRule, MeetingInput } from '#contracts';
import { sampleDirectory } from '#directory';
import type { Id, Temporal } from '#kernel';

const { initiative, network, people } = sampleDirectory;

/** What people of the sample answered, with what they wrote to it; who is missing is silent. */
export type SampleAnswers = Readonly<Partial<Record<Id, readonly [AnswerValue, string | null]>>>;

/** Last year nearly everybody came. */
export const answersLastTime: SampleAnswers = {
  [people.automotiveBefore]: ['yes', null],
  [people.biotechnology]: ['yes', null],
  [people.chemistryAndSolar]: ['yes', 'Ich stelle unseren Klebstoffverbund vor.'],
  [people.informationTechnology]: ['yes', null],
  [people.photonics]: ['no', 'I am at a trade fair that week.'],
};

/** This time five of seven clusters have answered so far. */
export const answersSoFar: SampleAnswers = {
  [people.automotive]: ['yes', 'Mein erstes Treffen in dieser Runde, ich freue mich.'],
  [people.biotechnology]: ['no', 'Leider in Brüssel.'],
  [people.chemistryAndSolar]: ['yes', null],
  [people.photonics]: ['maybe', 'Depends on the train.'],
};

/** The managers of the network's clusters. */
export const sampleAudience: AudienceRule = {
  include: [
    { kind: 'network-offices', networkId: network, officeKind: 'cluster_manager', members: 'clusters' },
  ],
  exclude: [],
};

const samplePlace: MeetingInput['place'] = {
  name: 'Haus der Wirtschaft',
  room: 'Saal Elster',
  street: 'Beispielstraße 12',
  postcode: '04109',
  city: 'Leipzig',
  land: 'SN',
  directions: {
    de: 'Vom Hauptbahnhof zehn Minuten zu Fuß.',
    en: 'Ten minutes on foot from the main station.',
  },
  latitude: 51.3397,
  longitude: 12.3731,
};

/** The exchange of the cluster managers, on a Thursday from ten to one. */
export function sampleMeeting(day: Temporal.PlainDate): MeetingInput {
  const at = (time: string) => `${day.toString()}T${time}`;
  return {
    institutionId: initiative,
    title: {
      de: `Erfahrungsaustausch der Clustermanagements ${day.year}`,
      en: `Exchange of the cluster managers ${day.year}`,
    },
    description: {
      de: [
        'Einmal im Jahr sprechen die Clustermanagements darüber, was bei ihnen gelungen ist und was nicht.',
        '- Begrüßung und Neues aus den Clustern\n- Projekt: der **Klebstoffverbund** des Clusters Chemie/Kunststoffe\n- Wie es im nächsten Jahr weitergeht, und bei wem',
      ].join('\n\n'),
      en: [
        'Once a year the cluster managers talk about what has worked for them and what has not.',
        '- Welcome and news from the clusters\n- Project: the **adhesives alliance** of the chemistry/plastics cluster\n- How we go on next year, and with whom',
      ].join('\n\n'),
    },
    allDay: false,
    startsLocal: at('10:00'),
    endsLocal: at('13:00'),
    zone: 'Europe/Berlin',
    place: samplePlace,
    onlineUrl: null,
    hostIds: [initiative],
    organiserId: people.coordinator,
    listingIds: [network],
    capacity: 20,
    answerByLocal: `${day.subtract({ days: 21 }).toString()}T18:00`,
    visibility: 'public',
  };
}

/** Days of the two meetings, seen from today: a Thursday some three months ahead, and the one a year before it. */
export function sampleDays(today: Temporal.PlainDate): {
  readonly last: Temporal.PlainDate;
  readonly next: Temporal.PlainDate;
} {
  const thursday = 4;
  const ahead = today.add({ weeks: 14 });
  const next = ahead.add({ days: (thursday - ahead.dayOfWeek + 7) % 7 });
  return { next, last: next.subtract({ weeks: 52 }) };
}
