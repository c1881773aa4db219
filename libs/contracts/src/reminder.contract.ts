import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import { byId, id } from './fields.js';
import { asking } from './invitation.contract.js';

/** Which of the silent; null: all of them. */
const reminded = z.strictObject({ invitationIds: z.array(id).max(2000).nullable().default(null) });

const readMail = z.object({ subject: z.string(), text: z.string() });
const reminderPreview = z
  .object({
    mails: z.object({ de: z.int(), en: z.int() }),
    /** Whom they go to, by family name. */
    names: z.array(z.string()),
    /** Of those asked for, who has been reminded by hand today: nobody is twice. */
    remindedToday: z.int(),
    reads: z.object({ de: readMail, en: readMail }),
  })
  .meta({ id: 'ReminderPreview' });
export type ReminderPreviewDto = z.output<typeof reminderPreview>;

const mailsWritten = z.object({ mails: z.int() }).meta({ id: 'MailsWritten' });

const tag = 'Invitations';

export const reminderEndpoints = {
  previewReminder: defineEndpoint({
    name: 'previewReminder',
    method: 'POST',
    path: '/meetings/:id/reminders/preview',
    tag,
    access: 'meeting.invite',
    status: 200,
    summary: 'Whom a reminder would reach and how it reads; sends nothing',
    params: byId,
    body: reminded,
    response: reminderPreview,
  }),
  sendReminder: defineEndpoint({
    name: 'sendReminder',
    method: 'POST',
    path: '/meetings/:id/reminders',
    tag,
    access: 'meeting.invite',
    status: 200,
    summary: 'Remind whoever has not answered; nobody twice on a day',
    params: byId,
    body: reminded,
    response: mailsWritten,
  }),
  saveTheDate: defineEndpoint({
    name: 'saveTheDate',
    method: 'POST',
    path: '/meetings/:id/save-the-date',
    tag,
    access: 'meeting.invite',
    status: 200,
    summary: 'Ask an audience to keep the day free; whoever is invited or was asked already gets no mail',
    params: byId,
    body: asking,
    response: mailsWritten,
  }),
};
