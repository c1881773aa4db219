import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { endpoints, type InvitationDto } from '#contracts';
import { useAction } from '../../api/index.js';
import { ActionDialog } from '../../ui/action-dialog.js';
import { MailSentence } from '../../ui/mail-sentence.js';
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
    <ActionDialog
      title={t('console.answers.withdraw-title', { name })}
      action={t('console.answers.withdraw')}
      danger
      call={withdraw}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text>{t('console.answers.withdraw-text', { name })}</Text>
      <MailSentence mails={{ de: invitation.reachable ? 1 : 0, en: 0 }} />
    </ActionDialog>
  );
}
