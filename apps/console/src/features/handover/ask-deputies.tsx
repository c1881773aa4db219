import { Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { endpoints, type DeputiesAskedDto, type InvitationDto, type MeetingDto } from '#contracts';
import { useAction } from '../../api/index.js';
import { ActionDialog } from '../../ui/action-dialog.js';
import { useText } from '../../ui/use-text.js';
import { meetingReads } from '../meetings/meeting-reads.js';

interface AskDeputyDialogProps {
  readonly invitation: InvitationDto;
  readonly onClose: () => void;
}

/** Before the deputy of one person is asked. */
export function AskDeputyDialog({ invitation, onClose }: AskDeputyDialogProps) {
  const { t } = useText();
  const { name } = invitation.person;
  const ask = useAction(endpoints.askDeputy, meetingReads);
  const submit = () =>
    ask.mutate(
      { params: { id: invitation.id } },
      {
        onSuccess: () => {
          notifications.show({ message: t('handover.ask.done', { name }) });
          onClose();
        },
      },
    );
  return (
    <Asking
      title={t('handover.ask.action')}
      text={t('handover.ask.text', { name })}
      call={ask}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}

/** Asks the deputies of everybody who is silent or cannot be reached. */
export function AskDeputies({ meeting }: { readonly meeting: MeetingDto }) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const ask = useAction(endpoints.askDeputies, meetingReads);
  const close = () => setOpen(false);
  const tell = ({ asked, askedBefore, nobody }: DeputiesAskedDto) => {
    const words = [
      t('handover.ask.asked', { count: asked }),
      askedBefore > 0 && t('handover.ask.before', { count: askedBefore }),
      nobody > 0 && t('handover.ask.nobody', { count: nobody }),
    ];
    notifications.show({ message: words.filter((each) => each !== false).join(' ') });
    close();
  };
  return (
    <>
      <Button variant="default" size="sm" onClick={() => setOpen(true)}>
        {t('handover.ask.all')}
      </Button>
      {open && (
        <Asking
          title={t('handover.ask.all-title')}
          text={t('handover.ask.all-text')}
          call={ask}
          onSubmit={() => ask.mutate({ params: { id: meeting.id } }, { onSuccess: tell })}
          onClose={close}
        />
      )}
    </>
  );
}

interface AskingProps {
  readonly title: string;
  readonly text: string;
  readonly call: { readonly isPending: boolean; readonly error: unknown };
  readonly onSubmit: () => void;
  readonly onClose: () => void;
}

function Asking({ text, ...dialog }: AskingProps) {
  const { t } = useText();
  return (
    <ActionDialog {...dialog} action={t('handover.ask.submit')}>
      <Text>{text}</Text>
    </ActionDialog>
  );
}
