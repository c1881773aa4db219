import { z } from 'zod';
import { line, localized } from './fields.js';

export const agendaKind = z.enum(['talk', 'project', 'discussion', 'break']);
export type AgendaKind = z.output<typeof agendaKind>;

/** An item of the agenda; its times follow from the order and the minutes. */
const agendaItem = z.strictObject({
  kind: agendaKind.default('talk'),
  title: localized(line(200)),
  /** Who presents, and from where, as they are to be named. */
  speaker: line(200).nullable().default(null),
  minutes: z
    .int('validation.not-a-number')
    .min(1, 'validation.too-small')
    .max(1440, 'validation.too-large')
    .nullable()
    .default(null),
});
export type AgendaItem = z.output<typeof agendaItem>;

export const agenda = z.array(agendaItem).max(100);
