import { Text } from '@mantine/core';
import { endpoints, type MeetingDto } from '#contracts';
import { useAction } from '../../api/index.js';
import { ActionDialog } from '../../ui/action-dialog.js';
import { MailSentence } from '../../ui/mail-sentence.js';
import { useText } from '../../ui/use-text.js';

interface PublishDialogProps {
  readonly meeting: MeetingDto;
  readonly onClose: () => void;
  readonly onPublished: () => Promise<void>;
}

/** Before a draft is published: who will see it. */
export function PublishDialog({ meeting, onClose, onPublished }: PublishDialogProps) {
  const { t } = useText();
  const publish = useAction(endpoints.publishMeeting);
  const submit = () =>
    publish.mutate(
      { params: { id: meeting.id }, version: meeting.version },
      { onSuccess: () => void onPublished() },
    );
  return (
    <ActionDialog
      title={t('console.publish.title')}
      action={t('console.publish.action')}
      call={publish}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text>{t(`console.publish.visibility.${meeting.visibility}`)}</Text>
      <MailSentence mails={{ de: 0, en: 0 }} />
    </ActionDialog>
  );
}
