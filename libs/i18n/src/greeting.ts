import type { Language } from '#kernel';
import { NBSP } from './format-day.js';
import { translator } from './translator.js';

/** How a person is addressed. `title` is the academic title as written ("Prof. Dr.-Ing."), or empty. */
export interface AddressedPerson {
  readonly title?: string | null;
  readonly salutation: 'frau' | 'herr' | 'none';
  readonly givenName: string;
  readonly familyName: string;
}

/**
 * The first line of a letter: "Sehr geehrte Frau Dr. Beispiel,", "Guten Tag Kim Beispiel,", "Dear Dr Example,". Of
 * the academic titles only professor and one doctor are spoken to, as manners have it. Without a person or a name
 * (an office's mailbox) a greeting that fits everybody.
 */
export function greeting(person: AddressedPerson | null, language: Language): string {
  const t = translator(language);
  if (person === null || person.familyName.trim() === '') return t('common.greeting.unknown');
  const name = language === 'de' ? germanName(person) : englishName(person);
  return t(`common.greeting.${person.salutation}`, { name });
}

/** The name as it stands in a list or in an address: "Dr. Kim Beispiel". */
export function fullName(person: Pick<AddressedPerson, 'title' | 'givenName' | 'familyName'>): string {
  return joinWords([person.title ?? '', person.givenName, person.familyName], ' ');
}

function germanName(person: AddressedPerson): string {
  const { professor, doctor } = titlesOf(person);
  const given = person.salutation === 'none' ? person.givenName : '';
  return joinWords([professor ? 'Prof.' : '', doctor ? 'Dr.' : '', given, person.familyName], NBSP);
}

function englishName(person: AddressedPerson): string {
  const { professor, doctor } = titlesOf(person);
  if (professor) return joinWords(['Professor', person.familyName], NBSP);
  if (doctor) return joinWords(['Dr', person.familyName], NBSP);
  if (person.salutation === 'none') return joinWords([person.givenName, person.familyName], NBSP);
  return joinWords([person.salutation === 'frau' ? 'Ms' : 'Mr', person.familyName], NBSP);
}

function titlesOf(person: AddressedPerson): { professor: boolean; doctor: boolean } {
  const title = person.title ?? '';
  return { professor: /\bprof/i.test(title), doctor: /\b(dr|ph\.?\s?d)\b/i.test(title) };
}

function joinWords(words: readonly string[], glue: string): string {
  return words
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .join(glue);
}
