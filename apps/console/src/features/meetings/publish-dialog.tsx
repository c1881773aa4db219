import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { endpoints, type MeetingDto } from '#contracts';
import { useAction } from '../../api/index.js';
import { MailSentence } from '../../ui/mail-sentence.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
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
    <Modal
      opened
      onClose={onClose}
      title={t('console.publish.title')}
      closeButtonProps={{ 'aria-label': t('console.close') }}
    >
      <Stack>
        <Text>{t(`console.publish.visibility.${meeting.visibility}`)}</Text>
        <MailSentence mails={{ de: 0, en: 0 }} />
        <ProblemAlert error={publish.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('console.form.cancel')}
          </Button>
          <Button loading={publish.isPending} onClick={submit}>
            {t('console.publish.action')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
