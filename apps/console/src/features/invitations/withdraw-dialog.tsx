import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { endpoints, type InvitationDto } from '#contracts';
import { useAction } from '../../api/index.js';
import { MailSentence } from '../../ui/mail-sentence.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useText } from '../../ui/use-text.js';
import { meetingReads } from '../meetings/meeting-reads.js';

interface WithdrawDialogProps {
  readonly invitation: InvitationDto;
  readonly onClose: () => void;
}

/** Before one person's invitation is withdrawn: what becomes of it. */
export function WithdrawDialog({ invitation, onClose }: WithdrawDialogProps) {
  const { t } = useText();
  const { name } = invitation.person;
  const withdraw = useAction(endpoints.withdrawInvitation, meetingReads);
  const submit = () =>
    withdraw.mutate(
      { params: { id: invitation.id } },
      {
        onSuccess: () => {
          notifications.show({ message: t('console.answers.withdrawn-done', { name }) });
          onClose();
        },
      },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('console.answers.withdraw-title', { name })}
      closeButtonProps={{ 'aria-label': t('console.close') }}
    >
      <Stack>
        <Text>{t('console.answers.withdraw-text', { name })}</Text>
        <MailSentence mails={{ de: invitation.reachable ? 1 : 0, en: 0 }} />
        <ProblemAlert error={withdraw.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('console.form.cancel')}
          </Button>
          <Button color="red" loading={withdraw.isPending} onClick={submit}>
            {t('console.answers.withdraw')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
