import { Temporal } from '#kernel';
import type { TypedMeeting } from './console-host.js';

/* Who and what the walk along the whole path is about: people and clusters of the sample network. */

/** Who sets up. */
export const owner = { givenName: 'Kim', familyName: 'Beispiel', address: 'kim@netz.example' };
/** Says yes; manages two clusters. */
export const sayer = 'kim.wendisch@chemie-kunststoffe.example';
export const decliner = 'demirel@lifesciences.example';
/** Of the seven clusters: chemistry and solar have one person, photonics has a second seat that is vacant. */
export const managers = [
  'jens.kaltofen@acod.example',
  decliner,
  sayer,
  'priya.raman@it-cluster.example',
  'liam.oconnor@optonet.example',
  'sabine.oezguer-thiele@logistik.example',
];

/** Quotes, commas and semicolons have a meaning in calendars. */
export const note = 'Ich bringe zwei Muster mit; „Kleben, Teil 1“.';

const zone = 'Europe/Berlin';
// Far enough ahead for the logistics manager, who takes office next month.
const day = Temporal.Now.plainDateISO(zone).add({ days: 70 });

/** What the host types. */
export const meeting: TypedMeeting = {
  title: 'Kleben; Fügen, „Teil 1“',
  day: `${day.day}.${day.month}.${day.year}`,
  from: '10:00',
  until: '12:00',
  city: 'Leipzig',
  institution: 'Wirtschaftsinitiative',
  listing: 'Mitteldeutschland',
  seats: '20',
};

/** The instant of a time of day of the meeting. */
export const at = (time: string) =>
  day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant().toString();
