import type { PersonInput } from '#contracts';
import type { Id } from '#kernel';
import { sampleDirectory } from './sample-directory.ids.js';

type SamplePerson = Required<Omit<PersonInput, 'homeInstitutionId'>> & { readonly id: Id };

const { people } = sampleDirectory;

/** Invented people. Their telephone numbers are of the block that is kept free for films. */
export const samplePeople: readonly SamplePerson[] = [
  {
    id: people.coordinator,
    academicTitle: null,
    givenName: 'Franziska',
    familyName: 'Lehnert',
    salutation: 'frau',
    language: 'de',
    position: 'Referentin für Cluster und Netzwerke',
    phone: '+49 30 23125 101',
    addresses: ['franziska.lehnert@wirtschaftsinitiative.example'],
  },
  {
    id: people.automotive,
    academicTitle: 'Dr.-Ing.',
    givenName: 'Jens',
    familyName: 'Kaltofen',
    salutation: 'herr',
    language: 'de',
    position: 'Clustermanager',
    phone: '+49 30 23125 111',
    addresses: ['jens.kaltofen@acod.example'],
  },
  {
    id: people.automotiveBefore,
    academicTitle: null,
    givenName: 'Wolfgang',
    familyName: 'Hartung',
    salutation: 'herr',
    language: 'de',
    position: null,
    phone: null,
    addresses: ['wolfgang.hartung@ruhestand.example'],
  },
  {
    id: people.biotechnology,
    academicTitle: 'Prof. Dr.',
    givenName: 'Ayşe',
    familyName: 'Demirel',
    salutation: 'frau',
    language: 'de',
    position: 'Sprecherin des Clusters',
    phone: '+49 30 23125 112',
    addresses: ['demirel@lifesciences.example'],
  },
  {
    id: people.chemistryAndSolar,
    academicTitle: 'Dr. rer. nat.',
    givenName: 'Kim',
    familyName: 'Wendisch',
    salutation: 'none',
    language: 'de',
    position: 'Clustermanagement Chemie/Kunststoffe und Solarvalley',
    phone: '+49 30 23125 113',
    addresses: ['kim.wendisch@chemie-kunststoffe.example', 'wendisch@solarvalley.example'],
  },
  {
    id: people.informationTechnology,
    academicTitle: null,
    givenName: 'Priya',
    familyName: 'Raman',
    salutation: 'frau',
    language: 'en',
    position: 'Cluster Manager',
    phone: '+49 30 23125 114',
    addresses: ['priya.raman@it-cluster.example'],
  },
  {
    id: people.photonics,
    academicTitle: 'Prof.',
    givenName: 'Liam',
    familyName: "O'Connor",
    salutation: 'herr',
    language: 'en',
    position: 'Managing Director',
    phone: '+49 30 23125 116',
    addresses: ['liam.oconnor@optonet.example'],
  },
  {
    id: people.logistics,
    academicTitle: null,
    givenName: 'Sabine',
    familyName: 'Özgür-Thiele',
    salutation: 'frau',
    language: 'de',
    position: 'Vertreterin des Netzwerks',
    phone: '+49 30 23125 117',
    addresses: ['sabine.oezguer-thiele@logistik.example'],
  },
];
