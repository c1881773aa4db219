import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { endpoints, type DeputiesAskedDto, type InvitationDto, type MeetingDto } from '#contracts';
import { useAction } from '../../api/index.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
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
    <Asking title={t('handover.ask.action')} text={t('handover.ask.text', { name })} onClose={onClose}>
      <ProblemAlert error={ask.error} />
      <Buttons busy={ask.isPending} onSubmit={submit} onClose={onClose} />
    </Asking>
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
        <Asking title={t('handover.ask.all-title')} text={t('handover.ask.all-text')} onClose={close}>
          <ProblemAlert error={ask.error} />
          <Buttons
            busy={ask.isPending}
            onSubmit={() => ask.mutate({ params: { id: meeting.id } }, { onSuccess: tell })}
            onClose={close}
          />
        </Asking>
      )}
    </>
  );
}

interface AskingProps {
  readonly title: string;
  readonly text: string;
  readonly onClose: () => void;
  readonly children: React.ReactNode;
}

function Asking({ title, text, onClose, children }: AskingProps) {
  const { t } = useText();
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('console.close') }}>
      <Stack>
        <Text>{text}</Text>
        {children}
      </Stack>
    </Modal>
  );
}

interface ButtonsProps {
  readonly busy: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
}

function Buttons({ busy, onSubmit, onClose }: ButtonsProps) {
  const { t } = useText();
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onClose}>
        {t('console.form.cancel')}
      </Button>
      <Button loading={busy} onClick={onSubmit}>
        {t('handover.ask.submit')}
      </Button>
    </Group>
  );
}
