import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { endpoints, type HandoverDto } from '#contracts';
import { useAction } from '../../api/index.js';
import { ActionDialog } from '../../ui/action-dialog.js';
import { dayWords } from '../../ui/moment.js';
import { useText } from '../../ui/use-text.js';
import { handoverReads } from './handover-reads.js';

/** Who takes the office over, and when; until then it can be called off. */
export function ComingHandover({ handover }: { readonly handover: HandoverDto }) {
  const { t, language } = useText();
  const [callingOff, setCallingOff] = useState(false);
  const name = handover.successor?.name ?? '';
  return (
    <Group gap="sm">
      <span>
        <IconArrowRight size={16} aria-hidden="true" style={{ verticalAlign: 'text-bottom' }} />{' '}
        {t('handover.coming', { day: dayWords(handover.firstDay, language), name })}
      </span>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => setCallingOff(true)}
        aria-label={t('handover.call-off.action-for', { name })}
      >
        {t('handover.call-off.action')}
      </Button>
      {callingOff && <CallOffDialog handover={handover} onClose={() => setCallingOff(false)} />}
    </Group>
  );
}

interface CallOffDialogProps {
  readonly handover: HandoverDto;
  readonly onClose: () => void;
}

function CallOffDialog({ handover, onClose }: CallOffDialogProps) {
  const { t } = useText();
  const callOff = useAction(endpoints.callOffHandover, handoverReads);
  const successor = handover.successor?.name ?? '';
  // The handover is gone from the list by then, and with it this dialog: only the promise still tells.
  const submit = () =>
    void callOff.mutateAsync({ params: { id: handover.id } }).then(
      () => notifications.show({ message: t('handover.call-off.done') }),
      () => undefined,
    );
  return (
    <ActionDialog
      title={t('handover.call-off.action-for', { name: successor })}
      action={t('handover.call-off.action')}
      danger
      call={callOff}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text>{t('handover.call-off.text', { predecessor: handover.predecessor.name, successor })}</Text>
    </ActionDialog>
  );
}
