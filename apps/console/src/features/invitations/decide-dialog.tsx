import { Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { endpoints, type InvitationDto, type MeetingDto } from '#contracts';
import { formatList } from '#i18n';
import { useAction } from '../../api/index.js';
import { ActionDialog } from '../../ui/action-dialog.js';
import { useText } from '../../ui/use-text.js';
import { meetingReads } from '../meetings/meeting-reads.js';

const MOST_NAMES = 12;

interface DecideDialogProps {
  readonly meeting: MeetingDto;
  readonly decision: 'approve' | 'refuse' | 'free';
  readonly invitations: readonly InvitationDto[];
  readonly onClose: () => void;
}

/** Gives, declines or frees seats, with a word to those concerned. */
export function DecideDialog({ meeting, decision, invitations, onClose }: DecideDialogProps) {
  const { t, language } = useText();
  const [note, setNote] = useState('');
  const decide = useAction(endpoints.decideRequests, meetingReads);
  const names = invitations.map(({ person }) => person.name);
  const more = names.length > MOST_NAMES ? ['…'] : [];
  const submit = () =>
    decide.mutate(
      {
        params: { id: meeting.id },
        body: {
          decision,
          invitationIds: invitations.map(({ id }) => id),
          note: note.trim() === '' ? null : note,
        },
      },
      {
        onSuccess: ({ changed, withoutSeat }) => {
          if (changed > 0) notifications.show({ message: t('seating.decide.done', { count: changed }) });
          if (withoutSeat > 0) {
            notifications.show({
              color: 'yellow',
              message: t('seating.decide.without', { count: withoutSeat }),
            });
          }
          onClose();
        },
      },
    );
  return (
    <ActionDialog
      title={t(`seating.decide.${decision}`)}
      action={t(`seating.decide.${decision}-submit`)}
      call={decide}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text>{formatList([...names.slice(0, MOST_NAMES), ...more], language)}</Text>
      <Text c="dimmed">{t(`seating.decide.${decision}-hint`, { count: names.length })}</Text>
      {decision !== 'approve' && (
        <Textarea
          label={t('seating.decide.note')}
          description={t('seating.decide.note-hint')}
          autosize
          minRows={2}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
    </ActionDialog>
  );
}
