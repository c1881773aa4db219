import { fullName, greeting, type AddressedPerson } from './index.js';

const person = (salutation: AddressedPerson['salutation'], title: string | null = null): AddressedPerson => ({
  title,
  salutation,
  givenName: 'Kim',
  familyName: 'Beispiel',
});

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('greeting', () => {
  it.each<[AddressedPerson | null, string, string]>([
    [person('frau'), 'Sehr geehrte Frau Beispiel,', 'Dear Ms Beispiel,'],
    [person('herr'), 'Sehr geehrter Herr Beispiel,', 'Dear Mr Beispiel,'],
    [person('none'), 'Guten Tag Kim Beispiel,', 'Dear Kim Beispiel,'],
    [person('frau', 'Dr.'), 'Sehr geehrte Frau Dr. Beispiel,', 'Dear Dr Beispiel,'],
    [person('herr', 'Prof. Dr.-Ing.'), 'Sehr geehrter Herr Prof. Dr. Beispiel,', 'Dear Professor Beispiel,'],
    [person('frau', 'Prof.'), 'Sehr geehrte Frau Prof. Beispiel,', 'Dear Professor Beispiel,'],
    [person('none', 'Dr. rer. nat.'), 'Guten Tag Dr. Kim Beispiel,', 'Dear Dr Beispiel,'],
    [person('herr', 'PhD'), 'Sehr geehrter Herr Dr. Beispiel,', 'Dear Dr Beispiel,'],
    [person('herr', 'Dipl.-Ing.'), 'Sehr geehrter Herr Beispiel,', 'Dear Mr Beispiel,'],
    [
      { ...person('frau'), familyName: 'von der Aue' },
      'Sehr geehrte Frau von der Aue,',
      'Dear Ms von der Aue,',
    ],
    [{ ...person('frau'), familyName: ' ' }, 'Guten Tag,', 'Hello,'],
    [null, 'Guten Tag,', 'Hello,'],
  ])('%j', (given, german, english) => {
    expect([plain(greeting(given, 'de')), plain(greeting(given, 'en'))]).toEqual([german, english]);
  });

  it('puts a name in as it is, whatever it contains', () => {
    const odd = { ...person('frau'), familyName: '{{name}} $t(common.brand) <b>' };
    expect(greeting(odd, 'en')).toBe('Dear Ms\u00a0{{name}} $t(common.brand) <b>,');
  });
});

describe('fullName', () => {
  it('leaves out what is not there', () => {
    expect(fullName({ title: 'Prof. Dr.', givenName: 'Kim', familyName: 'Beispiel' })).toBe(
      'Prof. Dr. Kim Beispiel',
    );
    expect(fullName({ title: null, givenName: '', familyName: 'Beispiel' })).toBe('Beispiel');
  });
});
