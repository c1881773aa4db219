import { z } from 'zod';
import { localized, paragraphs } from './fields.js';

const days = (least: number, most: number) =>
  z.int('validation.not-a-number').min(least, 'validation.too-small').max(most, 'validation.too-large');

/** Who gets what is sent after a meeting: whoever had a seat, or everybody who was invited. */
export const followUpTo = z.enum(['came', 'invited']);

/** Which mails a meeting sends by itself besides its invitations. */
export const mailPlan = z.strictObject({
  /** So many days before answers are due (or before the meeting, where no time is set) whoever is silent is reminded. */
  reminderDays: z.array(days(1, 365)).max(5).default([]),
  /** So many days before answers are due the deputies of whoever is still silent are asked; null: not. */
  deputyDays: days(0, 365).nullable().default(null),
  /** So many days before the meeting everybody with a seat gets the last details; null: not. */
  detailsDays: days(1, 60).nullable().default(null),
  /** So many days after it: minutes, slides, questions. Nothing is sent before there is a text. */
  followUp: z
    .strictObject({
      daysAfter: days(1, 60),
      to: followUpTo.default('came'),
      text: localized(paragraphs(20_000)).nullable().default(null),
    })
    .nullable()
    .default(null),
});
export type MailPlan = z.output<typeof mailPlan>;

export const noMails: MailPlan = { reminderDays: [], deputyDays: null, detailsDays: null, followUp: null };
