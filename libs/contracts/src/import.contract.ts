import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import { byId, id, instant, named, pageOf, pageQuery } from './fields.js';
import { operation } from './operation.contract.js';

export const importKind = z.enum(['people', 'members']);
export type ImportKind = z.output<typeof importKind>;

/** What a column of a file can be; which kind of file takes which is the directory's table. */
export const importField = z.enum([
  'academicTitle',
  'givenName',
  'familyName',
  'salutation',
  'position',
  'phone',
  'language',
  'email',
  'email2',
  'email3',
  'office',
  'officeFrom',
  'officeUntil',
  'organisation',
  'organisationEn',
  'organisationKind',
  'seat',
  'land',
  'website',
  'memberSince',
  'memberUntil',
  'tags',
]);
export type ImportField = z.output<typeof importField>;

/** Which fields a file of each kind may bring; of the members' the people's are the contact person's, and tags the organisation's. */
export const importFields: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  people: [
    'academicTitle',
    'givenName',
    'familyName',
    'salutation',
    'position',
    'phone',
    'language',
    'email',
    'email2',
    'email3',
    'office',
    'officeFrom',
    'officeUntil',
    'tags',
  ],
  members: [
    'organisation',
    'organisationEn',
    'organisationKind',
    'seat',
    'land',
    'website',
    'memberSince',
    'memberUntil',
    'salutation',
    'academicTitle',
    'givenName',
    'familyName',
    'position',
    'phone',
    'email',
    'tags',
  ],
};

export const importRowState = z.enum(['new', 'changed', 'unchanged', 'linked', 'wrong']);
export type ImportRowState = z.output<typeof importRowState>;

const importState = z.enum(['mapping', 'checking', 'checked', 'writing', 'done']);

const params = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).readonly()]),
);

const importRun = z
  .object({
    id,
    kind: importKind,
    institution: named,
    fileName: z.string(),
    /** `mapping` until a dry run is asked for, and again when one failed. */
    state: importState,
    /** The file's columns, with what they hold in the first rows and what is taken from them. */
    columns: z.array(
      z.object({ title: z.string(), samples: z.array(z.string()), field: importField.nullable() }),
    ),
    /** Rows below the titles. */
    rows: z.int(),
    /** Whether the mapping is the one of the last file with these titles. */
    mappingRemembered: z.boolean(),
    /** Rows of the dry run by state; null until there is one. */
    counts: z.record(importRowState, z.int()).nullable(),
    /** The operation that is under way or was last. */
    operationId: id.nullable(),
    createdAt: instant,
  })
  .meta({ id: 'Import' });
export type ImportDto = z.output<typeof importRun>;

const importRow = z
  .object({
    /** As the file counts, with the titles in row 1. */
    row: z.int(),
    state: importRowState,
    /** The name that the row gives. */
    name: z.string(),
    changes: z.array(z.object({ field: importField, before: z.string().nullable(), after: z.string() })),
    problems: z.array(
      z.object({ field: importField.nullable(), column: z.string().nullable(), code: z.string(), params }),
    ),
  })
  .meta({ id: 'ImportRow' });
export type ImportRowDto = z.output<typeof importRow>;

const tag = 'Import';

/** As many as a file may have at all. */
const MOST_BYTES = 20 * 1024 * 1024;

const mapping = z.array(importField.nullable()).max(100, 'validation.too-large');

export const importEndpoints = {
  startImport: defineEndpoint({
    name: 'startImport',
    method: 'POST',
    path: '/imports',
    tag,
    access: 'directory.import',
    status: 201,
    upload: { maxBytes: MOST_BYTES },
    summary: 'Hand in a file (CSV, XLSX or vCard, recognised by its content); nothing is written yet',
    query: z.object({ institutionId: id, kind: importKind }),
    response: importRun,
  }),
  getImport: defineEndpoint({
    name: 'getImport',
    method: 'GET',
    path: '/imports/:id',
    tag,
    access: 'directory.import',
    status: 200,
    summary: 'One import: its columns, and what the dry run found',
    params: byId,
    response: importRun,
  }),
  checkImport: defineEndpoint({
    name: 'checkImport',
    method: 'POST',
    path: '/imports/:id/check',
    tag,
    access: 'directory.import',
    status: 202,
    summary: 'Dry run: what each row would do, with this mapping (a field or null for each column)',
    params: byId,
    body: z.object({ mapping }).strict(),
    response: operation,
  }),
  listImportRows: defineEndpoint({
    name: 'listImportRows',
    method: 'GET',
    path: '/imports/:id/rows',
    tag,
    access: 'directory.import',
    status: 200,
    summary: 'The rows of the dry run, of one state if one is given',
    params: byId,
    query: pageQuery.extend({ state: importRowState.optional() }),
    response: pageOf(importRow),
  }),
  confirmImport: defineEndpoint({
    name: 'confirmImport',
    method: 'POST',
    path: '/imports/:id/confirm',
    tag,
    access: 'directory.import',
    status: 202,
    summary: 'Write what the dry run showed, all or nothing',
    params: byId,
    body: z.object({ leaveOutWrong: z.boolean().default(false) }).strict(),
    response: operation,
  }),
};
