import { Select, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import {
  endpoints,
  type PollDto,
  type PollResultDto,
  type PollTakePreviewDto,
  visibility as visibilities,
  type Visibility,
} from '#contracts';
import { formatWhen } from '#i18n';
import { useAction, useApi } from '../../api/index.js';
import { Loaded } from '../../ui/loaded.js';
import { MailSentence } from '../../ui/mail-sentence.js';
import { whenOf } from '../../ui/moment.js';
import { useText } from '../../ui/use-text.js';
import { meetingReads } from '../meetings/meeting-reads.js';
import { ActionDialog } from '../../ui/action-dialog.js';
import { pollReads } from './poll-reads.js';

interface TakeDialogProps {
  readonly poll: PollDto;
  readonly option: PollResultDto['options'][number];
  readonly onClose: () => void;
}

/** Before a date is taken: what becomes of it and what leaves the house. */
export function TakeDialog({ poll, option, onClose }: TakeDialogProps) {
  const { t, language } = useText();
  const [visibility, setVisibility] = useState<Visibility>('invited');
  const [note, setNote] = useState('');
  const params = { id: poll.id };
  const preview = useApi(endpoints.previewTaking, { params, body: { optionId: option.id } });
  const take = useAction(endpoints.takeDate, [...pollReads, ...meetingReads]);
  const done = () => {
    notifications.show({
      message: t('polls.console.take.done'),
      closeButtonProps: { 'aria-label': t('console.close') },
    });
    onClose();
  };
  const submit = () => {
    const body = { optionId: option.id, visibility, note: note.trim() === '' ? null : note };
    take.mutate({ params, body, version: poll.version }, { onSuccess: done });
  };
  return (
    <ActionDialog
      title={formatWhen(whenOf({ ...option, zone: poll.zone }), language)}
      action={t('polls.console.take.action')}
      call={take}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text>{t(poll.movesMeetingId === null ? 'polls.console.take.makes' : 'polls.console.take.moves')}</Text>
      {poll.movesMeetingId === null && (
        <Select
          label={t('console.meeting.visibility')}
          allowDeselect={false}
          data={visibilities.options.map((value) => ({
            value,
            label: t(`console.meeting.visibilities.${value}`),
          }))}
          value={visibility}
          onChange={(value) =>
            setVisibility(visibilities.options.find((each) => each === value) ?? 'invited')
          }
        />
      )}
      <Textarea
        label={t('polls.console.take.note')}
        maxLength={500}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value.replaceAll('\n', ' '))}
      />
      <Loaded query={preview}>{(sends) => <Sends sends={sends} />}</Loaded>
    </ActionDialog>
  );
}

function Sends({ sends }: { readonly sends: PollTakePreviewDto }) {
  const { t } = useText();
  const { mails, invites, changeMails, withoutAddress } = sends;
  const changes = changeMails.de + changeMails.en;
  return (
    <>
      <Text>{t('polls.console.take.decisions')}</Text>
      <MailSentence mails={mails} />
      {invites > 0 && <Text>{t('polls.console.take.invites', { count: invites })}</Text>}
      {changes > 0 && <Text>{t('polls.console.take.changes', { count: changes })}</Text>}
      {withoutAddress > 0 && (
        <Text>{t('polls.console.take.without-address', { count: withoutAddress })}</Text>
      )}
    </>
  );
}
