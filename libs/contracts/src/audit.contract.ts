import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import { day, id, instant, namedPerson, pageOf, pageQuery } from './fields.js';

const auditChannel = z.enum(['web', 'calendar', 'host', 'api', 'cli', 'system', 'import']);

const auditEntry = z
  .object({
    id,
    at: instant,
    /** Null: the system, the command line, or somebody with a link. */
    actor: namedPerson.nullable(),
    channel: auditChannel,
    /** Dotted: `meeting.cancel`. */
    action: z.string(),
    subject: z.object({ kind: z.string(), id, name: z.string().nullable() }),
    /** Field by field; ids as the names of what they are ids of; those of rows without a name are left out. */
    changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
    /** There are personal values, and you do not reach the person. */
    hidden: z.boolean(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntryDto = z.output<typeof auditEntry>;

export const auditEndpoints = {
  listAudit: defineEndpoint({
    name: 'listAudit',
    method: 'GET',
    path: '/audit',
    tag: 'Audit',
    access: 'audit.read',
    status: 200,
    summary: 'Who changed what, when and through which channel, latest first',
    query: pageQuery.extend({
      subjectKind: z
        .string()
        .regex(/^[a-z_]{1,40}$/, 'validation.not-a-kind')
        .optional(),
      subjectId: id.optional(),
      /** Everything that concerns an institution: its offices, members and meetings too. */
      institutionId: id.optional(),
      actorId: id.optional(),
      /** An action, or what it begins with: `meeting.` */
      action: z
        .string()
        .regex(/^[a-z.-]{1,60}$/, 'validation.not-an-action')
        .optional(),
      channel: auditChannel.optional(),
      /** Days in `zone`, both inclusive. */
      from: day.optional(),
      until: day.optional(),
    }),
    response: pageOf(auditEntry),
  }),
};
