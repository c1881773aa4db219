import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { endpoints, type PollDto } from '#contracts';
import { useAction, useApi } from '../../api/index.js';
import { Loaded } from '../../ui/loaded.js';
import { MailSentence } from '../../ui/mail-sentence.js';
import { useText } from '../../ui/use-text.js';
import { ActionDialog } from '../../ui/action-dialog.js';
import { pollReads } from './poll-reads.js';

interface RemindDialogProps {
  readonly poll: PollDto;
  readonly onClose: () => void;
}

/** Before whoever is silent is reminded: who that is. */
export function RemindDialog({ poll, onClose }: RemindDialogProps) {
  const { t } = useText();
  const params = { id: poll.id };
  const preview = useApi(endpoints.previewPollReminder, { params });
  const remind = useAction(endpoints.remindOfPoll, pollReads);
  const done = () => {
    notifications.show({
      message: t('polls.console.remind.done'),
      closeButtonProps: { 'aria-label': t('console.close') },
    });
    onClose();
  };
  return (
    <ActionDialog
      title={t('polls.console.remind.title')}
      action={t('polls.console.remind.action')}
      call={remind}
      onSubmit={() => remind.mutate({ params }, { onSuccess: done })}
      onClose={onClose}
    >
      <Loaded query={preview}>
        {({ people, mails }) => (
          <>
            <Text>
              {t('polls.console.remind.people', { names: people.map(({ name }) => name).join(', ') })}
            </Text>
            <MailSentence mails={mails} />
          </>
        )}
      </Loaded>
    </ActionDialog>
  );
}
