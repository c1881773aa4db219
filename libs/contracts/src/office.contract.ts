import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import {
  byId,
  day,
  id,
  line,
  localized,
  mailAddress,
  named,
  namedPerson,
  pageOf,
  pageQuery,
  patchOf,
  version,
  fileQuery,
} from './fields.js';
import { institutionKind } from './institution.contract.js';

/** What an office is for; the first five give rights in the institution, chair, member and guest make a committee. */
export const officeKind = z.enum([
  'cluster_manager',
  'network_coordinator',
  'organisation_manager',
  'assistant',
  'funder',
  'chair',
  'member',
  'guest',
  'other',
]);
export type OfficeKind = z.output<typeof officeKind>;

export const officeInput = z
  .object({
    institutionId: id,
    kind: officeKind,
    name: localized(line(200)),
    seats: z
      .int('validation.not-a-number')
      .min(1, 'validation.too-small')
      .max(500, 'validation.too-large')
      .default(1),
    mailbox: mailAddress.nullable().default(null),
    copyAddress: mailAddress.nullable().default(null),
  })
  .strict();
export type OfficeInput = z.output<typeof officeInput>;

const mandate = z
  .object({ id, person: namedPerson, seat: z.int(), validFrom: day, validUntil: day.nullable() })
  .meta({ id: 'Mandate' });
export type MandateDto = z.output<typeof mandate>;

const deputy = z
  .object({ id, person: namedPerson, rank: z.int(), validFrom: day, validUntil: day.nullable() })
  .meta({ id: 'Deputy' });
export type DeputyDto = z.output<typeof deputy>;

const heldOffice = z
  .object({
    id,
    office: named.extend({ kind: officeKind }),
    institution: named.extend({ kind: institutionKind }),
    seat: z.int(),
    validFrom: day,
    validUntil: day.nullable(),
  })
  .meta({ id: 'HeldOffice' });
export type HeldOfficeDto = z.output<typeof heldOffice>;

const office = z
  .object({
    id,
    institution: named,
    kind: officeKind,
    name: localized(z.string()),
    seats: z.int(),
    mailbox: z.string().nullable(),
    copyAddress: z.string().nullable(),
    /** Those in office on the day asked for; fewer than seats: vacant. */
    holders: z.array(mandate),
    /** Who stands in on that day, first rank first. */
    deputies: z.array(deputy),
    version,
  })
  .meta({ id: 'Office' });
export type OfficeDto = z.output<typeof office>;

const mandateInput = z
  .object({ personId: id, validFrom: day, validUntil: day.nullable().default(null) })
  .strict();
export type MandateInput = z.output<typeof mandateInput>;

const deputyInput = z
  .object({ personId: id, validFrom: day, validUntil: day.nullable().default(null) })
  .strict();

const tag = 'Offices';

export const officeEndpoints = {
  listOffices: defineEndpoint({
    name: 'listOffices',
    method: 'GET',
    path: '/offices',
    tag,
    access: 'institution.read',
    status: 200,
    summary: 'Offices with their holders as of a day (today if none is given)',
    query: pageQuery.extend({ institutionId: id.optional(), asOf: day.optional() }),
    response: pageOf(office),
  }),
  createOffice: defineEndpoint({
    name: 'createOffice',
    method: 'POST',
    path: '/offices',
    tag,
    access: 'office.change',
    status: 201,
    versioned: true,
    summary: 'Add an office',
    body: officeInput,
    response: office,
  }),
  changeOffice: defineEndpoint({
    name: 'changeOffice',
    method: 'PATCH',
    path: '/offices/:id',
    tag,
    access: 'office.change',
    status: 200,
    versioned: true,
    summary: 'Change an office (merge-patch)',
    params: byId,
    body: patchOf(officeInput.omit({ institutionId: true })),
    response: office,
  }),
  listOfficeMandates: defineEndpoint({
    name: 'listOfficeMandates',
    method: 'GET',
    path: '/offices/:id/mandates',
    tag,
    access: 'institution.read',
    status: 200,
    summary: 'Who held an office, holds it and will hold it; whoever begins last comes first',
    params: byId,
    query: pageQuery,
    response: pageOf(mandate),
  }),
  listPersonMandates: defineEndpoint({
    name: 'listPersonMandates',
    method: 'GET',
    path: '/people/:id/mandates',
    tag,
    access: 'person.read',
    status: 200,
    summary: 'What a person held, holds and will hold; whatever begins last comes first',
    params: byId,
    query: pageQuery,
    response: pageOf(heldOffice),
  }),
  giveMandate: defineEndpoint({
    name: 'giveMandate',
    method: 'POST',
    path: '/offices/:id/mandates',
    tag,
    access: 'mandate.change',
    status: 201,
    summary: 'Give the office to a person from a day on; takes the first free seat',
    params: byId,
    body: mandateInput,
    response: mandate,
  }),
  endMandate: defineEndpoint({
    name: 'endMandate',
    method: 'POST',
    path: '/mandates/:id/end',
    tag,
    access: 'mandate.change',
    status: 200,
    summary: 'End a mandate; the day given is its last',
    params: byId,
    body: z.object({ lastDay: day }).strict(),
    response: mandate,
  }),
  listDeputies: defineEndpoint({
    name: 'listDeputies',
    method: 'GET',
    path: '/offices/:id/deputies',
    tag,
    access: 'institution.read',
    status: 200,
    summary: 'Who stands in for the office as of a day (today if none is given), first rank first',
    params: byId,
    query: fileQuery.extend({ asOf: day.optional() }),
    response: z.object({ items: z.array(deputy) }),
  }),
  addDeputy: defineEndpoint({
    name: 'addDeputy',
    method: 'POST',
    path: '/offices/:id/deputies',
    tag,
    access: 'mandate.change',
    status: 201,
    summary: 'Add a deputy behind the present ones',
    params: byId,
    body: deputyInput,
    response: deputy,
  }),
  reorderDeputies: defineEndpoint({
    name: 'reorderDeputies',
    method: 'POST',
    path: '/offices/:id/deputies/reorder',
    tag,
    access: 'mandate.change',
    status: 200,
    summary: 'Give the deputies of today another order, from today on; every one has to be named',
    params: byId,
    body: z
      .object({ deputyIds: z.array(id).min(1, 'validation.required').max(50, 'validation.too-many') })
      .strict(),
    response: z.object({ items: z.array(deputy) }),
  }),
  endDeputy: defineEndpoint({
    name: 'endDeputy',
    method: 'POST',
    path: '/deputies/:id/end',
    tag,
    access: 'mandate.change',
    status: 204,
    summary: 'End somebody’s standing in; the day given is the last',
    params: byId,
    body: z.object({ lastDay: day }).strict(),
  }),
};
