import { fullName } from '#i18n';
import type { Person } from './person.entity.js';

export type PersonName = Pick<Person, 'academicTitle' | 'givenName' | 'familyName'>;

/** The name as it stands in a list or an address: "Dr. Kim Beispiel". */
export function displayName({ academicTitle, givenName, familyName }: PersonName): string {
  return fullName({ title: academicTitle, givenName, familyName });
}
