import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import {
  byId,
  id,
  languageCode,
  line,
  localized,
  mailAddress,
  named,
  pageOf,
  pageQuery,
  patchOf,
  version,
} from './fields.js';
import { officeKind } from './office.contract.js';

export const salutation = z.enum(['frau', 'herr', 'none']);
export type Salutation = z.output<typeof salutation>;
export const addressState = z.enum(['ok', 'bounced', 'unsubscribed']);

/** Who somebody is: the part of a person that the set-up and the directory share. */
export const personName = z
  .object({
    academicTitle: line(60).nullable().default(null),
    givenName: line(100),
    familyName: line(100),
    salutation: salutation.default('none'),
    language: languageCode.default('de'),
  })
  .strict();

export const personInput = personName.extend({
  position: line(200).nullable().default(null),
  phone: line(60).nullable().default(null),
  /** Where the person is at home: its managers may edit, others propose. */
  homeInstitutionId: id.nullable().default(null),
  addresses: z.array(mailAddress).min(1, 'validation.required').max(20).optional(),
});
export type PersonInput = z.output<typeof personInput>;

export const personPatch = patchOf(personInput);
export type PersonPatch = z.output<typeof personPatch>;

/** The fields of which one of two values is kept when two people are made one. */
export const personFields = [
  'academicTitle',
  'givenName',
  'familyName',
  'salutation',
  'position',
  'phone',
  'language',
  'homeInstitutionId',
] as const;
export type PersonField = (typeof personFields)[number];

export const person = z
  .object({
    id,
    academicTitle: z.string().nullable(),
    givenName: z.string(),
    familyName: z.string(),
    salutation,
    position: z.string().nullable(),
    phone: z.string().nullable(),
    language: languageCode,
    homeInstitutionId: id.nullable(),
    addresses: z.array(
      z.object({
        id,
        address: z.string(),
        preferred: z.boolean(),
        state: addressState,
        /** Several people read it: it is nobody's identity. */
        shared: z.boolean(),
      }),
    ),
    version,
  })
  .meta({ id: 'Person' });
export type PersonDto = z.output<typeof person>;

/** A person in a list, with what tells people of one name apart. */
const personItem = person
  .extend({
    home: named.nullable(),
    /** Those held today. */
    offices: z.array(z.object({ name: localized(z.string()), institution: localized(z.string()) })),
  })
  .meta({ id: 'PersonItem' });
export type PersonItemDto = z.output<typeof personItem>;

export const addressFilters = ['any', 'none', 'bounced', 'unsubscribed'] as const;

const peopleQuery = pageQuery.extend({
  /** At home there, or holding an office there or in one of its committees today. */
  institutionId: id.optional(),
  /** Holding an office of this kind today; with an institution, there. */
  office: officeKind.optional(),
  language: languageCode.optional(),
  /** Any mail address, none, one that bounced, or one that wants no more mail. */
  address: z.enum(addressFilters).optional(),
  tagId: id.optional(),
});
export type PeopleQuery = z.output<typeof peopleQuery>;

const tag = 'People';

export const personEndpoints = {
  listPeople: defineEndpoint({
    name: 'listPeople',
    method: 'GET',
    path: '/people',
    tag,
    access: 'person.read',
    status: 200,
    summary: 'People, by family name; by institution, office, language, state of their addresses and tag',
    query: peopleQuery,
    response: pageOf(personItem),
  }),
  getPerson: defineEndpoint({
    name: 'getPerson',
    method: 'GET',
    path: '/people/:id',
    tag,
    access: 'person.read',
    status: 200,
    versioned: true,
    summary: 'One person',
    params: byId,
    response: person,
  }),
  createPerson: defineEndpoint({
    name: 'createPerson',
    method: 'POST',
    path: '/people',
    tag,
    access: 'person.create',
    status: 201,
    versioned: true,
    summary: 'Add a person; the first address is the preferred one',
    body: personInput,
    response: person,
  }),
  getMyself: defineEndpoint({
    name: 'getMyself',
    method: 'GET',
    path: '/me',
    tag,
    access: 'signed-in',
    status: 200,
    summary: 'What the directory says about me',
    response: person,
  }),
  changeMyself: defineEndpoint({
    name: 'changeMyself',
    method: 'PATCH',
    path: '/me',
    tag,
    access: 'signed-in',
    status: 200,
    summary: 'Change my language or telephone (merge-patch); the rest is my home institution’s to change',
    body: patchOf(personInput.pick({ language: true, phone: true }).strict()),
    response: person,
  }),
  changePerson: defineEndpoint({
    name: 'changePerson',
    method: 'PATCH',
    path: '/people/:id',
    tag,
    access: 'person.change',
    status: 200,
    versioned: true,
    summary:
      'Change a person (merge-patch); given addresses replace the present ones, the first is preferred',
    params: byId,
    body: personPatch,
    response: person,
  }),
  markAddress: defineEndpoint({
    name: 'markAddress',
    method: 'PATCH',
    path: '/people/:id/addresses/:addressId',
    tag,
    access: 'person.change',
    status: 200,
    versioned: true,
    summary: 'Say whether several people read a mailbox (info@); guessed when the address is added',
    params: byId.extend({ addressId: id }),
    body: z.object({ shared: z.boolean() }).strict(),
    response: person,
  }),
};
