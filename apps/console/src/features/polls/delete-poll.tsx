import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from 'react-router';
import { endpoints, type PollDto } from '#contracts';
import { useAction } from '../../api/index.js';
import { ActionDialog } from '../../ui/action-dialog.js';
import { pickLocal } from '../../ui/local-text.js';
import { useText } from '../../ui/use-text.js';

interface DeletePollProps {
  readonly poll: PollDto;
  readonly onClose: () => void;
}

/** Before a draft is deleted: what becomes of it. */
export function DeletePoll({ poll, onClose }: DeletePollProps) {
  const { t, language } = useText();
  const navigate = useNavigate();
  const remove = useAction(endpoints.deletePoll, [endpoints.listPolls.name]);
  const done = () => {
    notifications.show({
      message: t('polls.console.deleted'),
      closeButtonProps: { 'aria-label': t('console.close') },
    });
    void navigate('/polls');
  };
  return (
    <ActionDialog
      title={t('polls.console.delete')}
      action={t('polls.console.delete')}
      call={remove}
      onSubmit={() => remove.mutate({ params: { id: poll.id }, version: poll.version }, { onSuccess: done })}
      onClose={onClose}
    >
      <Text>{t('polls.console.delete-text', { title: pickLocal(poll.title, language).text })}</Text>
    </ActionDialog>
  );
}
