import { Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { endpoints, type MeetingDto, type ReminderPreviewDto } from '#contracts';
import { formatList, languages } from '#i18n';
import { useAction } from '../../api/index.js';
import { Dialog } from '../../ui/dialog.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { MailSentence } from '../../ui/mail-sentence.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useText } from '../../ui/use-text.js';
import { meetingReads } from '../meetings/meeting-reads.js';
import styles from './remind-silent.module.css';

/** Reminds everybody who is silent, after a look at what would leave the house. */
export function RemindSilent({ meeting }: { readonly meeting: MeetingDto }) {
  const { t } = useText();
  const [preview, setPreview] = useState<ReminderPreviewDto | null>(null);
  const ask = useAction(endpoints.previewReminder);
  const send = useAction(endpoints.sendReminder, meetingReads);
  const all = { params: { id: meeting.id }, body: { invitationIds: null } };
  const close = () => setPreview(null);
  const submit = () =>
    send.mutate(all, {
      onSuccess: ({ mails }) => {
        notifications.show({ message: t('mail-plan.remind.done', { count: mails }) });
        close();
      },
    });
  return (
    <>
      <Button
        variant="default"
        size="sm"
        loading={ask.isPending}
        onClick={() => ask.mutate(all, { onSuccess: setPreview })}
      >
        {t('mail-plan.remind.action')}
      </Button>
      <ProblemAlert error={ask.error} />
      {preview !== null && (
        <Dialog title={t('mail-plan.remind.title')} size="lg" onClose={close}>
          <Stack>
            <Leaves preview={preview} />
            <ProblemAlert error={send.error} />
            <FormButtons
              action={t('mail-plan.remind.submit')}
              disabled={countOf(preview) === 0}
              busy={send.isPending}
              onClose={close}
              onSubmit={submit}
            />
            <Reads preview={preview} />
          </Stack>
        </Dialog>
      )}
    </>
  );
}

const MOST_NAMES = 20;

/** How many mails leave the house, if any does, and to whom. */
function Leaves({ preview }: { readonly preview: ReminderPreviewDto }) {
  const { t, language } = useText();
  const { mails, names, remindedToday } = preview;
  const rest = names.length - MOST_NAMES;
  const shown = [
    ...names.slice(0, MOST_NAMES),
    ...(rest > 0 ? [t('mail-plan.remind.more', { count: rest })] : []),
  ];
  return (
    <>
      {countOf(preview) === 0 && <Text>{t('mail-plan.remind.none')}</Text>}
      <MailSentence mails={mails} />
      {names.length > 0 && <Text>{t('mail-plan.remind.who', { names: formatList(shown, language) })}</Text>}
      {remindedToday > 0 && <Text c="dimmed">{t('mail-plan.remind.today', { count: remindedToday })}</Text>}
    </>
  );
}

/** How they read, in each language that one of them is in. */
function Reads({ preview: { mails, reads } }: { readonly preview: ReminderPreviewDto }) {
  const { t } = useText();
  return languages
    .filter((language) => mails[language] > 0)
    .map((language) => (
      <section
        key={language}
        aria-label={`${t('mail-plan.remind.reads')}: ${t(`console.language.names.${language}`)}`}
      >
        <Text fw={600} lang={language}>
          {reads[language].subject}
        </Text>
        <pre className={styles.mail} lang={language}>
          {reads[language].text}
        </pre>
      </section>
    ));
}

function countOf({ mails }: ReminderPreviewDto): number {
  return mails.de + mails.en;
}
