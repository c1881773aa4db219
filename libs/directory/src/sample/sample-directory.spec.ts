import { endpoints } from '#contracts';
import { sampleInstitutions } from './sample-institutions.js';
import { sampleOffices } from './sample-offices.js';
import { samplePeople } from './sample-people.js';

describe('the sample network', () => {
  it('keeps to the contract', () => {
    const { createInstitution, createOffice, createPerson } = endpoints;
    for (const { id: _id, ...input } of sampleInstitutions) {
      expect(createInstitution.body?.parse(input)).toMatchObject(input);
    }
    for (const { id: _id, ...input } of sampleOffices) expect(createOffice.body?.parse(input)).toEqual(input);
    for (const { id: _id, ...input } of samplePeople) {
      expect(createPerson.body?.parse(input)).toEqual({ ...input, homeInstitutionId: null });
    }
  });

  it('writes to nobody real', () => {
    const addresses = [
      ...samplePeople.flatMap((person) => person.addresses),
      ...sampleOffices.flatMap(({ mailbox, copyAddress }) => [mailbox, copyAddress]),
    ];
    expect(addresses.filter((address) => address !== null && !address.endsWith('.example'))).toEqual([]);
  });

  it('has people of every salutation, with and without a title, and two who prefer English', () => {
    expect(new Set(samplePeople.map(({ salutation }) => salutation))).toEqual(
      new Set(['frau', 'herr', 'none']),
    );
    expect(new Set(samplePeople.map(({ academicTitle }) => academicTitle === null)).size).toBe(2);
    expect(samplePeople.filter(({ language }) => language === 'en')).toHaveLength(2);
  });

  it.each(sampleInstitutions.map(({ slug, colour }) => [slug, colour ?? '']))(
    'reads well on white in the colour of %s',
    (_, colour) => {
      expect(contrastWithWhite(colour)).toBeGreaterThanOrEqual(4.5);
    },
  );
});

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrastWithWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
