import { Text } from '@mantine/core';
import { useNavigate } from 'react-router';
import { endpoints, type AskingInput, type InvitationsPreviewDto, type MeetingDto } from '#contracts';
import { useAction } from '../../api/index.js';
import { ActionDialog } from '../../ui/action-dialog.js';
import { MailSentence } from '../../ui/mail-sentence.js';
import { useText } from '../../ui/use-text.js';

interface SendDialogProps {
  readonly meeting: MeetingDto;
  readonly asking: AskingInput;
  readonly preview: InvitationsPreviewDto;
  readonly onClose: () => void;
}

/** The last look before invitations leave the house. */
export function SendDialog({ meeting, asking, preview, onClose }: SendDialogProps) {
  const { t } = useText();
  const navigate = useNavigate();
  const send = useAction(endpoints.sendInvitations, [endpoints.listMeetingAudiences.name]);
  const vacant = preview.vacancies.reduce((sum, { seats }) => sum + seats, 0);
  const submit = () =>
    send.mutate(
      { params: { id: meeting.id }, body: asking },
      {
        onSuccess: (operation) => {
          onClose();
          void navigate(
            { search: `?operation=${operation.id}` },
            { replace: true, preventScrollReset: true },
          );
        },
      },
    );
  return (
    <ActionDialog
      title={t('console.invite.confirm-title')}
      action={t('console.invite.submit')}
      call={send}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text>{t('console.invite.confirm', { count: preview.invites })}</Text>
      {preview.addsReasons > 0 && (
        <Text>{t('console.invite.adds-reasons', { count: preview.addsReasons })}</Text>
      )}
      {vacant > 0 && <Text>{t('console.invite.confirm-vacant', { count: vacant })}</Text>}
      <MailSentence mails={preview.mails} />
    </ActionDialog>
  );
}
