import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import { byId, id, languageCode, line, localized, patchOf, version } from './fields.js';
import { operation } from './operation.contract.js';

export const badgeFormat = z.enum([
  'labels-80x50',
  'labels-90x54',
  'labels-90x55',
  'labels-63x38',
  'card-90x55',
  'card-a6',
]);
export type BadgeFormat = z.output<typeof badgeFormat>;

/** Who is on it: those with a seat; with those who said maybe or wait for one; everybody who was asked. */
export const paperCircle = z.enum(['confirmed', 'expected', 'invited']);
export type PaperCircle = z.output<typeof paperCircle>;

export const unionFunding = z.enum(['none', 'funded', 'co-funded']);
export type UnionFunding = z.output<typeof unionFunding>;

const personIds = z.array(id).min(1, 'validation.required').max(5000, 'validation.too-large');
const language = languageCode.default('de');

const count = (least: number, most: number) =>
  z.int('validation.not-a-number').min(least, 'validation.too-small').max(most, 'validation.too-large');

export const paperOrder = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('sign-in-sheet'),
      language,
      circle: paperCircle.default('confirmed'),
      /** Of that circle only these. */
      personIds: personIds.optional(),
      orientation: z.enum(['portrait', 'landscape']).default('landscape'),
      /** For who comes without having registered. */
      emptyRows: count(0, 100).default(5),
    })
    .strict(),
  z
    .object({
      kind: z.literal('badges'),
      language,
      circle: paperCircle.default('confirmed'),
      personIds: personIds.optional(),
      format: badgeFormat.default('labels-80x50'),
      /** The first label of the first sheet that is still there. */
      startAt: count(1, 21).default(1),
    })
    .strict(),
  z
    .object({
      kind: z.literal('certificates'),
      language,
      /** Of those who were present only these. */
      personIds: personIds.optional(),
    })
    .strict(),
]);
export type PaperOrder = z.output<typeof paperOrder>;
export type PaperKind = PaperOrder['kind'] | 'year-certificate';

export const yearCertificateOrder = z
  .object({
    year: count(2000, 2200),
    language,
    /** Whose paper it is, and who signs it. */
    institutionId: id,
  })
  .strict();
export type YearCertificateOrder = z.output<typeof yearCertificateOrder>;

export const paperHeadInput = z
  .object({
    unionFunding: unionFunding.default('none'),
    /** Who pays for it, and under which number. */
    fundingLine: localized(line(400)).nullable().default(null),
  })
  .strict();

const paperHead = z
  .object({
    unionFunding,
    fundingLine: localized(z.string()).nullable(),
    /** Beside the institution's own one; each lies under `/files/:fileId`. */
    logos: z.array(z.object({ id, fileId: z.string() })),
    version,
  })
  .meta({ id: 'PaperHead' });
export type PaperHeadDto = z.output<typeof paperHead>;
export type PaperHeadInput = z.output<typeof paperHeadInput>;

const tag = 'Papers';
const MAX_LOGO_BYTES = 1024 * 1024;

export const paperEndpoints = {
  orderPapers: defineEndpoint({
    name: 'orderPapers',
    method: 'POST',
    path: '/meetings/:id/papers',
    tag,
    access: 'meeting.invite',
    status: 202,
    summary: 'Have a PDF made: sign-in sheet, name badges, or certificates for who was present',
    params: byId,
    body: paperOrder,
    response: operation,
  }),
  orderYearCertificate: defineEndpoint({
    name: 'orderYearCertificate',
    method: 'POST',
    path: '/people/:id/year-certificates',
    tag,
    access: 'meeting.invite',
    status: 202,
    summary: 'Have a certificate made of all that a person was present at in a year',
    params: byId,
    body: yearCertificateOrder,
    response: operation,
  }),
  getPaper: defineEndpoint({
    name: 'getPaper',
    method: 'GET',
    path: '/papers/:id',
    tag,
    access: 'meeting.invite',
    status: 200,
    download: 'application/pdf',
    summary: 'The PDF that an operation has made, by the operation’s id; it is kept for 24 hours',
    params: byId,
  }),
  getPaperHead: defineEndpoint({
    name: 'getPaperHead',
    method: 'GET',
    path: '/institutions/:id/paper-head',
    tag,
    access: 'institution.read',
    status: 200,
    versioned: true,
    summary: 'What stands above the papers of an institution’s meetings',
    params: byId,
    response: paperHead,
  }),
  changePaperHead: defineEndpoint({
    name: 'changePaperHead',
    method: 'PATCH',
    path: '/institutions/:id/paper-head',
    tag,
    access: 'institution.change',
    status: 200,
    versioned: true,
    summary: 'Say who pays, and whether the European Union does',
    params: byId,
    body: patchOf(paperHeadInput),
    response: paperHead,
  }),
  addPaperLogo: defineEndpoint({
    name: 'addPaperLogo',
    method: 'POST',
    path: '/institutions/:id/paper-head/logos',
    tag,
    access: 'institution.change',
    status: 201,
    upload: { maxBytes: MAX_LOGO_BYTES },
    summary: 'Add a funder’s logo: PNG or JPEG, up to 1 MB, at most six',
    params: byId,
    response: paperHead,
  }),
  removePaperLogo: defineEndpoint({
    name: 'removePaperLogo',
    method: 'DELETE',
    path: '/institutions/:id/paper-head/logos/:logoId',
    tag,
    access: 'institution.change',
    status: 200,
    summary: 'Take a funder’s logo away',
    params: byId.extend({ logoId: id }),
    response: paperHead,
  }),
};
