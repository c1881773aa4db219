import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { endpoints, type PollDto } from '#contracts';
import { useAction, useApi } from '../../api/index.js';
import { Loaded } from '../../ui/loaded.js';
import { MailSentence } from '../../ui/mail-sentence.js';
import { useText } from '../../ui/use-text.js';
import { ActionDialog } from '../../ui/action-dialog.js';
import { pollReads } from './poll-reads.js';

interface OpenDialogProps {
  readonly poll: PollDto;
  readonly onClose: () => void;
}

/** Before a poll asks: whom. */
export function OpenDialog({ poll, onClose }: OpenDialogProps) {
  const { t } = useText();
  const params = { id: poll.id };
  const preview = useApi(endpoints.previewPollOpening, { params });
  const open = useAction(endpoints.openPoll, pollReads);
  const done = () => {
    notifications.show({
      message: t('polls.console.open.done'),
      closeButtonProps: { 'aria-label': t('console.close') },
    });
    onClose();
  };
  return (
    <ActionDialog
      title={t('polls.console.open.title')}
      action={t('polls.console.open.action')}
      call={open}
      onSubmit={() => open.mutate({ params }, { onSuccess: done })}
      onClose={onClose}
    >
      <Loaded query={preview}>
        {({ people, mails, withoutAddress }) => (
          <>
            <Text>{t('polls.console.open.people', { count: people })}</Text>
            {withoutAddress.length > 0 && (
              <Text>
                {t('polls.console.open.without-address', {
                  names: withoutAddress.map(({ name }) => name).join(', '),
                })}
              </Text>
            )}
            <MailSentence mails={mails} />
          </>
        )}
      </Loaded>
    </ActionDialog>
  );
}
