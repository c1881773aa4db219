import { Temporal } from '#kernel';
import type { Language } from '#kernel';
import type { PaperMeeting, PaperPerson, PaperWords } from '#papers';
import { aPng } from './a-png.js';

/** What the specs draw: names that are long, accented, hyphenated; a head with everything that may stand there. */

export const sampleDay = Temporal.PlainDate.from('2027-03-04');

const titles: Readonly<Record<Language, string>> = {
  de: 'Austausch der Clustermanagerinnen und Clustermanager der Mitteldeutschen Wirtschaftsregion',
  en: 'Exchange of the cluster managers of the Central German economic region',
};

export function sampleMeeting(language: Language): PaperMeeting {
  return {
    title: titles[language],
    when: {
      kind: 'timed',
      starts: Temporal.Instant.from('2027-03-04T09:00:00Z'),
      ends: Temporal.Instant.from('2027-03-04T12:30:00Z'),
      zone: 'Europe/Berlin',
    },
    place: 'BIO CITY LEIPZIG, Raum „Große Halle“, Deutscher Platz 5, 04103 Leipzig',
    town: 'Leipzig',
    hosts: 'Netzwerk Logistik Leipzig-Halle',
  };
}

const people: readonly PaperPerson[] = [
  person('Dr.-Ing.', 'Friederike-Charlotte', 'von und zu Müller-Lüdenscheidt-Großweißenfels', {
    organisation: 'Fraunhofer-Institut für Mikrostruktur von Werkstoffen und Systemen IMWS',
    clusters: ['Cluster Chemie/Kunststoffe Mitteldeutschland'],
  }),
  person(null, 'Łukasz', 'Źródlański', { organisation: 'Gdańska Agencja Rozwoju', clusters: ['ACOD'] }),
  person(null, 'Jiří', 'Dvořák-Žižka', {
    organisation: 'Škoda Výzkum s.r.o.',
    clusters: ['OptoNet', 'Solarvalley'],
  }),
  person('Prof. Dr.', 'Ava', 'Weiß', { organisation: '€-Wirtschaft AG', clusters: [] }),
  person(null, 'Kim', 'Öz', { organisation: null, clusters: ['Solarvalley Mitteldeutschland e. V.'] }),
  person(null, 'Tova', 'AVATAR', { organisation: 'Typografie Ltd. WAVE To', clusters: [] }),
];

export function samplePeople(count: number): readonly PaperPerson[] {
  return Array.from({ length: count }, (_, index) => people[index % people.length]).flatMap(
    (each) => each ?? [],
  );
}

export function sampleWords(language: Language): PaperWords {
  const hosts = 'Netzwerk Logistik Leipzig-Halle';
  return {
    language,
    accent: '#1d4f63',
    madeAt: Temporal.Instant.from('2027-02-25T10:00:00Z'),
    head: {
      language,
      hosts,
      unionFunding: 'co-funded',
      fundingLine:
        language === 'de'
          ? 'Gefördert aus Mitteln des Europäischen Fonds für regionale Entwicklung (EFRE) und des Freistaates Sachsen. Diese Maßnahme wird mitfinanziert durch Steuermittel auf der Grundlage des vom Sächsischen Landtag beschlossenen Haushaltes. Förderkennzeichen 100 382 911.'
          : 'Supported by the European Regional Development Fund (ERDF) and the Free State of Saxony. Grant number 100 382 911.',
      logos: [aPng(), aPng({ width: 200, height: 200, colour: [150, 30, 40] })],
    },
  };
}

function person(
  academicTitle: string | null,
  givenName: string,
  familyName: string,
  where: Pick<PaperPerson, 'organisation' | 'clusters'>,
): PaperPerson {
  return { academicTitle, givenName, familyName, ...where };
}
