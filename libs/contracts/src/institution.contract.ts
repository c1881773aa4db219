import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import {
  byId,
  day,
  id,
  land,
  languageCode,
  line,
  localized,
  named,
  pageOf,
  pageQuery,
  patchOf,
  slug,
  version,
  webAddress,
  zone,
} from './fields.js';
import type { Land } from './fields.js';

export const institutionKind = z.enum(['network', 'cluster', 'organisation', 'committee']);
export type InstitutionKind = z.output<typeof institutionKind>;

export const organisationKind = z.enum([
  'company',
  'university',
  'research',
  'chamber',
  'agency',
  'association',
  'authority',
  'other',
]);
export type OrganisationKind = z.output<typeof organisationKind>;

export const institutionInput = z
  .object({
    kind: institutionKind,
    slug,
    name: localized(line(200)),
    shortName: line(40).nullable().default(null),
    colour: z
      .string()
      .regex(/^#[0-9a-f]{6}$/i, 'validation.not-a-colour')
      .nullable()
      .default(null),
    zone: zone.default('Europe/Berlin'),
    mainLanguage: languageCode.default('de'),
    /** Branch of a cluster or network. */
    field: localized(line(200)).nullable().default(null),
    laender: z.array(land).max(16).transform(inOrderOfCodes).default([]),
    /** The town it has its seat in. */
    seat: line(100).nullable().default(null),
    website: webAddress.nullable().default(null),
    /** Organisations only. */
    organisationKind: organisationKind.nullable().default(null),
    /** The organisation that runs a cluster or network. */
    operatorId: id.nullable().default(null),
    /** What a committee is a committee of; committees only. */
    parentId: id.nullable().default(null),
  })
  .strict();

export const institution = z
  .object({
    id,
    kind: institutionKind,
    slug: z.string(),
    name: localized(z.string()),
    shortName: z.string().nullable(),
    colour: z.string().nullable(),
    zone: z.string(),
    mainLanguage: languageCode,
    field: localized(z.string()).nullable(),
    laender: z.array(land),
    seat: z.string().nullable(),
    website: z.string().nullable(),
    organisationKind: organisationKind.nullable(),
    operatorId: id.nullable(),
    parentId: id.nullable(),
    /** Its logo lies under `/files/:id`. */
    logoFileId: z.string().nullable(),
    version,
  })
  .meta({ id: 'Institution' });
export type InstitutionDto = z.output<typeof institution>;
export type InstitutionInput = z.output<typeof institutionInput>;

const side = named.extend({ kind: institutionKind });

const membership = z
  .object({
    id,
    /** What is belonged to. */
    institution: side,
    member: side.extend({
      organisationKind: organisationKind.nullable(),
      seat: z.string().nullable(),
      laender: z.array(land),
      website: z.string().nullable(),
    }),
    validFrom: day,
    validUntil: day.nullable(),
    version,
  })
  .meta({ id: 'Membership' });
export type MembershipDto = z.output<typeof membership>;

const membershipInput = z
  .object({ memberId: id, validFrom: day, validUntil: day.nullable().default(null) })
  .strict();

const newInstitution = institutionInput
  .extend({
    /** What it is a member of from today on; whoever keeps that one may create its members. */
    memberOf: id.nullable().default(null),
    /** A committee's seats for members; it also gets offices for its chair and its guests. */
    memberSeats: z
      .int('validation.not-a-number')
      .min(1, 'validation.too-small')
      .max(500, 'validation.too-large')
      .default(12),
  })
  .strict();

const membershipQuery = pageQuery.extend({
  asOf: day.optional(),
  /** All there were, are and will be, whatever the day. */
  allTime: z.stringbool().default(false),
});

const MAX_LOGO_BYTES = 1024 * 1024;

const tag = 'Institutions';

export const institutionEndpoints = {
  listInstitutions: defineEndpoint({
    name: 'listInstitutions',
    method: 'GET',
    path: '/institutions',
    tag,
    access: 'institution.read',
    status: 200,
    summary: 'Networks, clusters, organisations and committees, by name; all, or those that fit every filter',
    query: pageQuery.extend({
      kind: institutionKind.optional(),
      parentId: id.optional(),
      memberOf: id.optional(),
      /** The day that `memberOf` is asked for; today if none is given. */
      asOf: day.optional(),
      land: land.optional(),
      /** Words of the branch. */
      field: line(200).optional(),
    }),
    response: pageOf(institution),
  }),
  getInstitution: defineEndpoint({
    name: 'getInstitution',
    method: 'GET',
    path: '/institutions/:id',
    tag,
    access: 'institution.read',
    status: 200,
    versioned: true,
    summary: 'One institution',
    params: byId,
    response: institution,
  }),
  createInstitution: defineEndpoint({
    name: 'createInstitution',
    method: 'POST',
    path: '/institutions',
    tag,
    access: 'institution.create',
    status: 201,
    versioned: true,
    summary: 'Add an institution',
    body: newInstitution,
    response: institution,
  }),
  changeInstitution: defineEndpoint({
    name: 'changeInstitution',
    method: 'PATCH',
    path: '/institutions/:id',
    tag,
    access: 'institution.change',
    status: 200,
    versioned: true,
    summary: 'Change an institution (merge-patch)',
    params: byId,
    body: patchOf(institutionInput.omit({ kind: true })),
    response: institution,
  }),
  setLogo: defineEndpoint({
    name: 'setLogo',
    method: 'PUT',
    path: '/institutions/:id/logo',
    tag,
    access: 'institution.change',
    status: 200,
    versioned: true,
    upload: { maxBytes: MAX_LOGO_BYTES },
    summary: 'Give an institution a logo: PNG, JPEG or WebP, up to 1 MB',
    params: byId,
    response: institution,
  }),
  removeLogo: defineEndpoint({
    name: 'removeLogo',
    method: 'DELETE',
    path: '/institutions/:id/logo',
    tag,
    access: 'institution.change',
    status: 200,
    versioned: true,
    summary: 'Take an institution’s logo away',
    params: byId,
    response: institution,
  }),
  listMembers: defineEndpoint({
    name: 'listMembers',
    method: 'GET',
    path: '/institutions/:id/members',
    tag,
    access: 'institution.read',
    status: 200,
    summary: 'Who belongs to an institution, as of a day (today if none is given), or of all time',
    params: byId,
    query: membershipQuery,
    response: pageOf(membership),
  }),
  listMemberships: defineEndpoint({
    name: 'listMemberships',
    method: 'GET',
    path: '/institutions/:id/memberships',
    tag,
    access: 'institution.read',
    status: 200,
    summary: 'What an institution belongs to, as of a day (today if none is given), or of all time',
    params: byId,
    query: membershipQuery,
    response: pageOf(membership),
  }),
  addMember: defineEndpoint({
    name: 'addMember',
    method: 'POST',
    path: '/institutions/:id/members',
    tag,
    access: 'membership.change',
    status: 201,
    summary: 'Make an institution a member of another',
    params: byId,
    body: membershipInput,
    response: membership,
  }),
  endMembership: defineEndpoint({
    name: 'endMembership',
    method: 'POST',
    path: '/memberships/:id/end',
    tag,
    access: 'membership.change',
    status: 200,
    versioned: true,
    summary: 'End a membership; the day given is its last. Either side may',
    params: byId,
    body: z.object({ lastDay: day }).strict(),
    response: membership,
  }),
  correctMembership: defineEndpoint({
    name: 'correctMembership',
    method: 'POST',
    path: '/memberships/:id/correct',
    tag,
    access: 'membership.change',
    status: 200,
    versioned: true,
    summary: 'Put days right that were entered wrongly; what they were stays in the audit trail',
    params: byId,
    body: membershipInput.omit({ memberId: true }).strict(),
    response: membership,
  }),
};

function inOrderOfCodes(codes: readonly Land[]): Land[] {
  return [...new Set(codes)].toSorted();
}
